/**
 * The rows of a JSON document without regard to their order, where the query gives none; nor has GROUP_CONCAT one
 * (§18.5.1.7).
 */
export function rows(document: string, ordered: boolean): unknown {
  const { head, results, boolean } = JSON.parse(document)
  if (boolean !== undefined) return boolean
  const texts = results.bindings.map((row: Record<string, { value: string }>) =>
    JSON.stringify(
      Object.entries(row)
        .map(([name, term]) => [name, { ...term, value: term.value.split(/[;,] /).sort() }])
        .sort(),
    ),
  )
  return { vars: head.vars, rows: ordered ? texts : texts.sort() }
}
