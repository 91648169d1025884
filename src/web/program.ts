/**
 * The same question from a program: text to copy for each language, run as it stands.
 */
export const programs: Readonly<Record<string, (endpoint: string, query: string) => string>> = {
  curl: (endpoint, query) => `curl ${endpoint} \\
  --header 'Accept: text/csv' \\
  --data-urlencode query=${`'${query.replaceAll("'", `'\\''`)}'`}`,

  JavaScript: (endpoint, query) => `const query = ${JSON.stringify(query).replaceAll('\\n', '\\n" +\n  "')}

const answer = await fetch('${endpoint}', {
  method: 'POST',
  headers: { accept: 'application/sparql-results+json', 'content-type': 'application/sparql-query' },
  body: query,
})
if (!answer.ok) throw new Error((await answer.json()).detail)
const { results } = await answer.json()
console.table(results.bindings.map((row) =>
  Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value]))))
`,

  Python: (endpoint, query) => `import csv
import io
import urllib.request

query = ${JSON.stringify(query).replaceAll('\\n', '\\n"\n    "').replace(/^/, '(').replace(/$/, ')')}

request = urllib.request.Request(
    "${endpoint}",
    data=query.encode(),
    headers={"Accept": "text/csv", "Content-Type": "application/sparql-query"},
)
with urllib.request.urlopen(request) as answer:
    for row in csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8")):
        print(row)
`,

  R: (endpoint, query) => `library(httr2)

query <- paste(
${query
  .split('\n')
  .map((line) => `  ${JSON.stringify(line)}`)
  .join(',\n')},
  sep = "\\n")

answer <- request("${endpoint}") |>
  req_headers(Accept = "text/csv") |>
  req_body_raw(query, type = "application/sparql-query") |>
  req_perform() |>
  resp_body_string()
rows <- read.csv(text = answer)
print(rows)
`,
}
