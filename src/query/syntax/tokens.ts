/**
 * The kinds of tokens, by the names of the grammar (SPARQL 1.2 §19.8): keywords in capitals, punctuation as it is
 * written, other terminals by the names of their productions.
 */

const forms = ['ASK', 'BASE', 'CONSTRUCT', 'DESCRIBE', 'PREFIX', 'SELECT', 'VERSION'] as const

const clauses = [
  ...['AS', 'ASC', 'BIND', 'BY', 'DESC', 'DISTINCT', 'FILTER', 'FROM', 'GRAPH', 'GROUP', 'HAVING', 'IN', 'LIMIT'],
  ...['MINUS', 'NAMED', 'NOT', 'OFFSET', 'OPTIONAL', 'ORDER', 'REDUCED', 'SEPARATOR', 'SERVICE', 'SILENT', 'UNDEF'],
  ...['UNION', 'VALUES', 'WHERE'],
] as const

const functions = [
  ...['ABS', 'BNODE', 'BOUND', 'CEIL', 'COALESCE', 'CONCAT', 'CONTAINS', 'DATATYPE', 'DAY', 'ENCODE_FOR_URI'],
  ...['EXISTS', 'FLOOR', 'HASLANG', 'HASLANGDIR', 'HOURS', 'IF', 'IRI', 'ISBLANK', 'ISIRI', 'ISLITERAL', 'ISNUMERIC'],
  ...['ISTRIPLE', 'ISURI', 'LANG', 'LANGDIR', 'LANGMATCHES', 'LCASE', 'MD5', 'MINUTES', 'MONTH', 'NOW', 'OBJECT'],
  ...['PREDICATE', 'RAND', 'REGEX', 'REPLACE', 'ROUND', 'SAMETERM', 'SECONDS', 'SHA1', 'SHA256', 'SHA384', 'SHA512'],
  ...['STR', 'STRAFTER', 'STRBEFORE', 'STRDT', 'STRENDS', 'STRLANG', 'STRLANGDIR', 'STRLEN', 'STRSTARTS', 'STRUUID'],
  ...['SUBJECT', 'SUBSTR', 'TIMEZONE', 'TRIPLE', 'TZ', 'UCASE', 'URI', 'UUID', 'YEAR'],
] as const

const aggregates = ['AVG', 'COUNT', 'GROUP_CONCAT', 'MAX', 'MIN', 'SAMPLE', 'SUM'] as const

const updateForms = [...['ADD', 'CLEAR', 'COPY', 'CREATE', 'DELETE', 'DROP', 'INSERT', 'LOAD', 'MOVE', 'WITH']] as const

const booleans = ['TRUE', 'FALSE'] as const

type Keyword =
  | (typeof forms)[number]
  | (typeof clauses)[number]
  | (typeof functions)[number]
  | (typeof aggregates)[number]
  | (typeof updateForms)[number]
  | (typeof booleans)[number]

type Punctuation =
  | ('{' | '}' | '(' | ')' | '[' | ']' | '{|' | '|}' | '<<' | '>>' | '<<(' | ')>>')
  | ('.' | ',' | ';' | '~' | '*' | '/' | '+' | '-' | '|' | '||' | '&&' | '^' | '^^' | '?' | '!')
  | ('=' | '!=' | '<' | '>' | '<=' | '>=')

type Terminal =
  | ('IRIREF' | 'PNAME' | 'VAR' | 'BLANK_NODE_LABEL' | 'LANG_DIR' | 'INTEGER' | 'DECIMAL' | 'DOUBLE')
  | ('SIGNED_INTEGER' | 'SIGNED_DECIMAL' | 'SIGNED_DOUBLE' | 'STRING_LITERAL' | 'STRING_LITERAL_LONG')

export type Kind =
  | Keyword
  | Punctuation
  | Terminal
  /** The only keyword whose case matters. */
  | 'a'
  /** A string without an end. */
  | 'UNCLOSED'
  /** What no token of the grammar begins with. */
  | 'UNKNOWN'
  | 'END'

const keywords: ReadonlyMap<string, Keyword> = new Map(
  [...forms, ...clauses, ...functions, ...aggregates, ...updateForms, ...booleans].map((word) => [word, word]),
)

/** The lengths of the keywords that begin with a letter, by its small form, the longest first. */
const lengths: ReadonlyMap<string, readonly number[]> = new Map(
  Array.from(
    Map.groupBy(['A', ...keywords.keys()], (word) => word[0]!.toLowerCase()),
    ([first, words]) => [first, [...new Set(words.map(({ length }) => length))].sort((a, b) => b - a)],
  ),
)

/** What an update begins with (SPARQL 1.1 Update §3). */
export const updates: ReadonlySet<Kind> = new Set(updateForms)

/** The longest keyword that stands at an offset, and how long it is. */
export function keywordAt(
  text: string,
  at: number,
): { readonly kind: Keyword | 'a'; readonly length: number } | undefined {
  for (const length of lengths.get(text[at]!.toLowerCase()) ?? []) {
    const kind = keyword(text.slice(at, at + length))
    if (kind) return { kind, length }
  }
  return undefined
}

/** The keyword that a word is, in whatever case it is written. */
function keyword(word: string): Keyword | 'a' | undefined {
  return keywords.get(word) ?? keywords.get(word.toUpperCase()) ?? (word === 'a' ? 'a' : undefined)
}
