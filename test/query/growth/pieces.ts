/**
 * Every piece of the grammar that may be repeated, so often that the text is as long as one may be. What it takes must
 * grow no faster than the text.
 */

/** How one query is made of many copies of a piece. */
interface Repeated {
  readonly name: string
  readonly piece: (index: number) => string
  readonly query: (pieces: string) => string
  readonly between?: string
}

const where = (piece: (index: number) => string, name = piece(0)): Repeated => ({
  name: `{ ${name} … }`,
  piece,
  query: (pieces) => `SELECT * { ${pieces} }`,
})

const inGroup: readonly Repeated[] = [
  where((i) => `BIND(1 AS ?a${i})`),
  where((i) => `BIND(?b AS ?a${i})`),
  where((i) => `BIND(?a${i} AS ?a${i + 1})`),
  where((i) => `BIND(RAND() AS ?a${i})`),
  where((i) => `FILTER(?a${i})`),
  where(() => 'FILTER(?a)'),
  where((i) => `FILTER(?a${i}=?a${i + 1})`),
  where(() => 'FILTER EXISTS {}'),
  where((i) => `FILTER EXISTS {BIND(1 AS ?a${i})}`),
  where((i) => `VALUES ?a${i} {1}`),
  where(() => 'VALUES ?a {1}'),
  where(() => 'VALUES ?a {1 2}'),
  where((i) => `VALUES (?a${i} ?a${i + 1}) {(1 1)}`),
  where(() => 'OPTIONAL {}'),
  where((i) => `OPTIONAL {BIND(1 AS ?a${i})}`),
  where((i) => `OPTIONAL {VALUES ?a${i} {1}}`),
  where((i) => `OPTIONAL {FILTER(?a${i})}`),
  where(() => 'MINUS {}'),
  where((i) => `MINUS {VALUES ?a${i} {1}}`),
  where(() => '{}'),
  where((i) => `{BIND(1 AS ?a${i})}`),
  where((i) => `{VALUES ?a${i} {1}}`),
  where(() => '{VALUES ?a {1}}'),
  where((i) => `{OPTIONAL{VALUES ?a${i} {1}}}`),
  where((i) => `{MINUS{VALUES ?a${i} {1}}}`),
  where((i) => `GRAPH ?a${i} {}`),
  where(() => 'GRAPH <g> {}'),
  where((i) => `GRAPH <g> {VALUES ?a${i} {1}}`),
  where(() => '{SELECT * {}}'),
  where((i) => `{SELECT (1 AS ?a${i}) {}}`),
  where((i) => `{SELECT (COUNT(*) AS ?a${i}) {}}`),
  where((i) => `{SELECT * {VALUES ?a${i} {1}} LIMIT 1}`),
  where((i) => `{SELECT DISTINCT * {VALUES ?a${i} {1}} ORDER BY ?a${i}}`),
  where((i) => `BIND(1 AS ?a${i}) VALUES ?b${i} {1}`),
  where((i) => `BIND(1 AS ?a${i}) FILTER(?a${i})`),
  where((i) => `BIND(1 AS ?a${i}) OPTIONAL {VALUES ?b${i} {1}}`),
  where((i) => `BIND(1 AS ?a${i}) MINUS {VALUES ?b${i} {1}}`),
  where((i) => `BIND(1 AS ?a${i}) {}`),
  where((i) => `BIND(1 AS ?a${i}) {VALUES ?a${i} {1}}`),
  where((i) => `VALUES ?a${i} {1} OPTIONAL {VALUES ?b${i} {1}}`),
  where((i) => `VALUES ?a${i} {1} MINUS {VALUES ?a${i} {2}}`),
  where((i) => `OPTIONAL {VALUES ?a${i} {1}} MINUS {VALUES ?a${i} {2}}`),
]

const select = (piece: (index: number) => string, tail = '{}'): Repeated => ({
  name: `SELECT ${piece(0)} … ${tail}`,
  piece,
  query: (pieces) => `SELECT ${pieces} ${tail}`,
})

const solutions: readonly Repeated[] = [
  select((i) => `(1 AS ?a${i})`),
  select((i) => `(?a${i} AS ?a${i + 1})`),
  select((i) => `(COUNT(*) AS ?a${i})`),
  select((i) => `(COUNT(*)+COUNT(*) AS ?a${i})`),
  select((i) => `(COUNT(DISTINCT *) AS ?a${i})`, '{ ?s ?p ?o }'),
  select((i) => `(SUM(?a) AS ?a${i})`, '{ VALUES ?a {1 2 3} }'),
  select((i) => `(EXISTS {} AS ?a${i})`),
  select((i) => `?a${i}`),
  { name: 'GROUP BY ?a0 …', piece: (i) => `?a${i}`, query: (keys) => `SELECT (1 AS ?x) {} GROUP BY ${keys}` },
  { name: 'GROUP BY (1 AS ?a0) …', piece: (i) => `(1 AS ?a${i})`, query: (keys) => `SELECT ?a0 {} GROUP BY ${keys}` },
  { name: 'HAVING (1) …', piece: () => '(1)', query: (conditions) => `SELECT (1 AS ?x) {} HAVING ${conditions}` },
  { name: 'HAVING (COUNT(*)) …', piece: () => '(COUNT(*))', query: (all) => `SELECT (1 AS ?x) {} HAVING ${all}` },
  { name: 'ORDER BY ?a0 …', piece: (i) => `?a${i}`, query: (keys) => `SELECT * { VALUES ?a0 {1 2} } ORDER BY ${keys}` },
  { name: 'ORDER BY (1) …', piece: () => '(1)', query: (keys) => `SELECT * { VALUES ?a {1 2} } ORDER BY ${keys}` },
  { name: 'VALUES (?a0 …)', piece: (i) => `?a${i}`, query: (names) => `SELECT * {} VALUES (${names}) {}` },
  { name: 'VALUES ?a {1 …}', piece: (i) => `${i}`, query: (terms) => `SELECT * { VALUES ?a {${terms}} }` },
  { name: 'FROM <g0> …', piece: (i) => `FROM <g${i}>`, query: (clauses) => `SELECT * ${clauses} {?s ?p ?o}` },
  { name: 'FROM NAMED <g0> …', piece: (i) => `FROM NAMED <g${i}>`, query: (all) => `SELECT * ${all} {GRAPH ?g {}}` },
  { name: 'PREFIX a0: <x> …', piece: (i) => `PREFIX a${i}: <x>`, query: (prefixes) => `${prefixes} SELECT * {}` },
  { name: 'DESCRIBE <a0> …', piece: (i) => `<a${i}>`, query: (things) => `DESCRIBE ${things}` },
  {
    name: 'CONSTRUCT { ?a0 … }',
    piece: (i) => `?a${i} ?b ?c.`,
    query: (all) => `CONSTRUCT { ${all} } { VALUES ?b {1} }`,
  },
]

const condition = (name: string, between: string, piece: (index: number) => string, open = '(', close = ')') => ({
  name,
  piece,
  between,
  query: (pieces: string) => `SELECT * { VALUES ?a {1 2} FILTER${open}${pieces}${close} }`,
})

const expressions: readonly Repeated[] = [
  condition('1+1+…', '+', () => '1'),
  condition('1*1*…', '*', () => '1'),
  condition('1-1…', '', () => '-1', '(1'),
  condition('?a && ?a …', '&&', () => '?a'),
  condition('?a && ?a0 …', '&&', (i) => `?a${i}`),
  condition('?a || ?a0 …', '||', (i) => `?a${i}`),
  condition('!!…', '', () => '!', '(', '1)'),
  condition('IN (0, …)', ',', (i) => `${i}`, '(?a IN (', '))'),
  condition('IN (?a0, …)', ',', (i) => `?a${i}`, '(?a IN (', '))'),
  condition('COALESCE(?a0, …)', ',', (i) => `?a${i}`, '(COALESCE(', '))'),
  condition('CONCAT("", …)', ',', () => '"x"', '(CONCAT(', '))'),
]

const path = (name: string, between: string, piece: (index: number) => string, open = '', close = ''): Repeated => ({
  name,
  piece,
  between,
  query: (pieces) => `SELECT * { ?s ${open}${pieces}${close} ?o }`,
})

const paths: readonly Repeated[] = [
  path('<a>|<b>…', '|', (i) => `<a${i}>`),
  path('(<a>|<b>…)*', '|', (i) => `<a${i}>`, '(', ')*'),
  path('(<a>/<b>…)*', '/', (i) => `<a${i}>`, '(', ')*'),
  path('(<a>/<b>…)|<c>', '/', (i) => `<a${i}>`, '(', ')|<c>'),
  path('!(<a>|<b>…)', '|', (i) => `<a${i}>`, '!(', ')'),
]

export const repeated: readonly Repeated[] = [...inGroup, ...solutions, ...expressions, ...paths]

/** A query of about so many bytes. */
export function ofSize({ piece, query, between = ' ' }: Repeated, bytes: number): string {
  const pieces: string[] = []
  for (let length = query('').length; ; ) {
    const next = piece(pieces.length)
    length += next.length + between.length
    if (length > bytes) return query(pieces.join(between))
    pieces.push(next)
  }
}
