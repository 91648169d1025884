/**
 * Queries that say which graphs they are about, in many ways: over an engine of others they have the same answers.
 */
const source = 'source/visite-elus-2016'

/** What stands before each of them. */
export const prologue =
  'PREFIX cg: <ontology#> PREFIX schema: <http://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> '

export const graphQueries: readonly string[] = [
  'SELECT * { GRAPH ?g { ?s a cg:Commons } } ORDER BY ?g ?s',
  'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g',
  'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }',
  'SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { } }',
  'SELECT * { GRAPH <graph/links> { ?s a ?type } }',
  'SELECT * { GRAPH <http://nowhere.example/> { ?s a ?type } }',
  'SELECT * { GRAPH ?g { ?g ?p ?o } }',
  'SELECT * { { SELECT * { GRAPH ?g { ?s schema:url ?o } } } OPTIONAL { GRAPH ?h { ?s schema:telephone ?t } } }',
  'SELECT ?s { ?s a cg:Commons MINUS { GRAPH <graph/derived> { ?s ?p ?o } } }',
  'SELECT ?s { ?s a cg:Commons FILTER EXISTS { GRAPH ?g { ?s cg:uses ?o } } }',
  `SELECT * FROM <${source}> { ?s a ?type }`,
  `SELECT * FROM <graph/links> FROM NAMED <graph/schemes> { ?s a ?type GRAPH ?g { ?x ?y ?s } }`,
  'SELECT * FROM NAMED <graph/schemes> { GRAPH ?g { ?x skos:broader ?s } }',
  'SELECT * FROM NAMED <graph/schemes> { GRAPH <graph/links> { ?x ?y ?s } }',
  'ASK { GRAPH ?g { ?s cg:hosts ?o } }',
  'SELECT*{?s schema:url ?o}# the end',
  'select distinct * # one\nfrom <graph/links># two\nwhere# three\n{?s a ?o}limit 1000',
  'SELECT ?graph0 ?graph { GRAPH ?graph { ?graph0 skos:broader ?y } }',
  'BASE <id/> SELECT * { <mutualab> rdfs:label ?o }',
  'ASK { ?s ?p <http://other.example/thing> }',
  'SELECT * { ?s skos:broader+ <scheme/kinds/software> } VALUES ?s { <scheme/kinds/website> UNDEF }',
  'SELECT ?g { GRAPH ?g {} }',
  'SELECT * { GRAPH ?g { {} } FILTER EXISTS { GRAPH ?g { ?s a cg:Commons } } }',
  'SELECT ?x { GRAPH ?g {} VALUES ?x { 1 } }',
  'SELECT (COUNT(*) AS ?n) { GRAPH <graph/links> {} }',
  'SELECT (COUNT(*) AS ?n) { GRAPH <http://nowhere.example/> {} }',
  'SELECT ?g FROM NAMED <graph/links> FROM NAMED <http://nowhere.example/> { GRAPH ?g {} }',
  'SELECT ?g FROM <graph/links> { GRAPH ?g {} }',
  'SELECT (COUNT(*) AS ?n) FROM NAMED <graph/links> { GRAPH <graph/links> {} }',
  'SELECT (COUNT(*) AS ?n) FROM NAMED <graph/links> { GRAPH <graph/schemes> {} }',
  'SELECT * { ?s a cg:Commons OPTIONAL { GRAPH <graph/nothing> {} BIND(1 AS ?there) } }',
  'SELECT (COUNT(*) AS ?n) FROM <graph/links> FROM <graph/links> { ?s ?p ?o }',
  'SELECT ?s (EXISTS { ?s cg:uses ?o } AS ?uses) { ?s a cg:Commons }',
  'SELECT ?s (EXISTS { GRAPH ?g { ?s cg:uses ?o } } AS ?uses) { ?s a cg:Commons }',
  'SELECT ?s { ?s a cg:Commons } ORDER BY (EXISTS { ?s cg:uses ?o }) ?s',
  'SELECT ?t (COUNT(?s) AS ?n) { ?s a ?t } GROUP BY ?t HAVING EXISTS { ?t rdfs:label ?o }',
  'SELECT ?uses (COUNT(?s) AS ?n) { ?s a cg:Commons } GROUP BY (EXISTS { ?s cg:uses ?o } AS ?uses)',
  'SELECT (SUM(IF(EXISTS { ?s cg:uses ?o }, 1, 0)) AS ?n) { ?s a cg:Commons }',
  'SELECT ?s ?uses { ?s a cg:Commons BIND(EXISTS { ?s cg:uses ?o } AS ?uses) }',
  'SELECT * { GRAPH ?g { ?s a cg:Commons FILTER EXISTS { ?s cg:uses ?o } } }',
  'SELECT * { GRAPH ?g { ?s a cg:Commons FILTER(!EXISTS { ?s cg:uses ?o } || ?s = <id/mutualab>) } }',
  'SELECT * { GRAPH ?g { ?s a cg:Commons OPTIONAL { ?s rdfs:label ?l FILTER NOT EXISTS { ?s cg:uses ?o } } } }',
  'SELECT * { GRAPH ?g { ?s a cg:Commons MINUS { ?s cg:uses ?o } } }',
  'SELECT * { GRAPH ?g { { ?s cg:uses ?o } UNION { ?o cg:hosts ?s } } }',
  'SELECT * { GRAPH ?g { ?s skos:broader+ ?o } }',
  'SELECT ?g ?n { { SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s cg:uses ?o } } GROUP BY ?g } }',
  'SELECT ?g ?n { GRAPH <graph/schemes> { { SELECT (COUNT(*) AS ?n) { ?s skos:broader ?o } } } }',
  'SELECT * { GRAPH ?g { GRAPH <graph/schemes> { { SELECT (COUNT(*) AS ?n) { ?s skos:broader ?o } } } } }',
  'SELECT * { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }',
  'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(ISIRI(?o)) }',
  'SELECT * { { SELECT ?s (COUNT(?o) AS ?n) { ?s cg:uses ?o } GROUP BY ?s ORDER BY DESC(?n) ?s LIMIT 3 } ?s rdfs:label ?l }',
]

/** What engines do not evaluate graph by graph. */
export const lostGraphs: readonly string[] = [
  'SELECT * { GRAPH ?g { { SELECT ?s { ?s a cg:Commons } } } }',
  'SELECT * { GRAPH ?g { { SELECT (COUNT(*) AS ?n) { ?s cg:uses ?o } } } }',
  'SELECT * { GRAPH ?g { ?s a cg:Commons BIND(EXISTS { ?s cg:uses ?o } AS ?uses) } }',
  'SELECT * { GRAPH ?g { ?s a cg:Commons FILTER EXISTS { ?s cg:uses ?o { SELECT ?o { ?o a ?t } } } } }',
  'ASK { FILTER EXISTS { GRAPH ?g { { SELECT ?s { ?s a cg:Commons } } } } }',
]
