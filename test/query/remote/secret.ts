/**
 * Data of others in the engine in which our release lies, and queries that try to get at it.
 */
export const secret = {
  graph: 'http://other.example/secret',
  subject: 'http://other.example/s',
  property: 'http://other.example/p',
  text: 'SECRET',
} as const

const { graph, subject, property } = secret
const pattern = `?s <${property}> ?o`

/** Answered with nothing of it, or refused. */
export const attempts: readonly string[] = [
  `SELECT * { ${pattern} }`,
  `SELECT * { GRAPH <${graph}> { ${pattern} } }`,
  `SELECT * { GRAPH ?g { ${pattern} } }`,
  `SELECT * FROM <${graph}> { ${pattern} }`,
  `SELECT * FROM NAMED <${graph}> { GRAPH ?g { ${pattern} } }`,
  `SELECT * FROM <graph/links> { GRAPH ?g { ${pattern} } }`,
  `SELECT * { VALUES ?g { <${graph}> } GRAPH ?g { ${pattern} } }`,
  `SELECT * { BIND(<${graph}> AS ?g) GRAPH ?g { ${pattern} } }`,
  `SELECT * { GRAPH ?g { { SELECT * { ${pattern} } } } }`,
  `SELECT * { GRAPH ?g { SELECT ?s ?o { ${pattern} } LIMIT 2 } }`,
  `SELECT * { GRAPH ?g { SELECT DISTINCT ?s ?o { ${pattern} } ORDER BY ?s LIMIT 2 } }`,
  `SELECT * { GRAPH ?g { { SELECT (MAX(?o) AS ?m) { ${pattern} } } } }`,
  `SELECT * { { SELECT * { ${pattern} } LIMIT 2 } }`,
  `SELECT * { { SELECT (MAX(?o) AS ?m) { ${pattern} } } }`,
  `SELECT * { { SELECT * { { SELECT * { ${pattern} } } } } }`,
  `SELECT * { GRAPH <graph/links> { { SELECT ?o { ${pattern} } LIMIT 2 } } }`,
  `SELECT * { GRAPH <graph/links> { { SELECT (MAX(?o) AS ?m) { ${pattern} } } } }`,
  `SELECT * { GRAPH ?g { { ?a ?b ?c } UNION { ${pattern} } FILTER(BOUND(?o)) } }`,
  `SELECT * { GRAPH ?g { OPTIONAL { ${pattern} } } FILTER(BOUND(?o)) }`,
  `SELECT * { GRAPH ?g { <${subject}> (<${property}>|!<http://a.example/>)+ ?o FILTER(?o != <${subject}>) } }`,
  `SELECT * { <${subject}> (<${property}>|!<http://a.example/>)+ ?o FILTER(?o != <${subject}>) }`,
  `SELECT (MAX(?o) AS ?m) { ${pattern} }`,
  `CONSTRUCT WHERE { ${pattern} }`,
  `CONSTRUCT { ${pattern} } { GRAPH ?g { ${pattern} } }`,
  `DESCRIBE <${subject}>`,
  `DESCRIBE ?s FROM <${graph}> { ${pattern} }`,
]

/** True where the data of others is seen, unless the engine says so of everything. */
export const questions: readonly string[] = [
  `ASK { ${pattern} }`,
  `ASK { GRAPH <${graph}> { } }`,
  `ASK { GRAPH <${graph}> { ?a ?b ?c } }`,
  `ASK { GRAPH ?g { } FILTER(?g = <${graph}>) }`,
  `ASK { FILTER EXISTS { ${pattern} } }`,
  `ASK { ?a ?b ?c FILTER EXISTS { ${pattern} } }`,
  `ASK { GRAPH ?g { ?a ?b ?c FILTER EXISTS { ${pattern} } } }`,
  `ASK { GRAPH ?g { ?a ?b ?c OPTIONAL { ${pattern} } FILTER(BOUND(?o)) } }`,
  `ASK { BIND(EXISTS { ${pattern} } AS ?e) FILTER(?e) }`,
  `ASK { GRAPH ?g { BIND(EXISTS { ${pattern} } AS ?e) } FILTER(?e) }`,
  `ASK { { SELECT (EXISTS { ${pattern} } AS ?e) { } } FILTER(?e) }`,
  `ASK { { SELECT (EXISTS { ${pattern} } AS ?e) { ?a ?b ?c } LIMIT 1 } FILTER(?e) }`,
  `ASK { { SELECT ?t { ?x a ?t } GROUP BY ?t HAVING(EXISTS { ${pattern} }) } }`,
  `ASK { { SELECT (SUM(IF(EXISTS { ${pattern} }, 1, 0)) AS ?n) { ?x a ?t } } FILTER(?n > 0) }`,
  `ASK { ?a ?b ?c } HAVING(EXISTS { ${pattern} })`,
  `ASK FROM <graph/links> { ?a ?b ?c FILTER EXISTS { ${pattern} } }`,
  `ASK FROM <graph/links> { BIND(EXISTS { ${pattern} } AS ?e) FILTER(?e) }`,
  `ASK FROM <graph/links> { { SELECT (EXISTS { ${pattern} } AS ?e) { } } FILTER(?e) }`,
  `ASK FROM <graph/links> { { SELECT ?t { ?x a ?t } GROUP BY ?t HAVING(EXISTS { ${pattern} }) } }`,
  `ASK FROM NAMED <graph/links> { GRAPH ?g { ?a ?b ?c FILTER EXISTS { ${pattern} } } }`,
  `ASK { GRAPH <graph/links> { FILTER EXISTS { ${pattern} } } }`,
  `ASK { GRAPH <graph/links> { BIND(EXISTS { ${pattern} } AS ?e) } FILTER(?e) }`,
  `ASK { GRAPH <graph/links> { { SELECT (EXISTS { ${pattern} } AS ?e) {} } } FILTER(?e) }`,
  `ASK { GRAPH ?g { FILTER EXISTS { ${pattern} } } }`,
  `ASK { GRAPH ?g { FILTER(!NOT EXISTS { ${pattern} }) } }`,
  `ASK { OPTIONAL { FILTER EXISTS { ${pattern} } BIND(1 AS ?e) } FILTER(BOUND(?e)) }`,
  `ASK { ?a ?b ?c MINUS { ?x ?y ?z FILTER NOT EXISTS { ${pattern} } } FILTER(?a != ?a) }`,
]
