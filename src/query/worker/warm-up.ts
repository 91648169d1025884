/**
 * What a worker does before it says that it is ready: the first queries of a process take many times what the later
 * ones do, because its code is only compiled when it is used.
 */
import { type EvaluationOptions, evaluate } from '../evaluation/evaluate.ts'
import { resultTypes } from '../results/types.ts'
import { parseQuery } from '../syntax.ts'

/** Between them they use what most queries use. */
const queries = [
  'SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n) LIMIT 10',
  `SELECT DISTINCT ?s ?label {
    ?s a ?type ; <http://www.w3.org/2000/01/rdf-schema#label> ?label OPTIONAL { ?s ?p ?other FILTER(isIRI(?other)) }
    FILTER(LANG(?label) = "fr" && STRLEN(?label) > 3 && CONTAINS(LCASE(?label), "a")) } ORDER BY ?label LIMIT 50`,
  'SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER NOT EXISTS { ?o ?q ?x } } LIMIT 200',
  'SELECT ?o { VALUES ?s { <x:y> } ?s (<x:p>|<x:q>)+/<x:r>* ?o BIND(STR(?o) AS ?text) MINUS { ?s <x:no> ?o } }',
]

/** Milliseconds that it may take. */
const budget = 150

export async function warmUp(options: Omit<EvaluationOptions, 'limits'>): Promise<void> {
  const clock = () => performance.now()
  const deadline = clock() + budget
  for (const mediaType of resultTypes('SELECT')) {
    for (const text of queries) {
      if (clock() > deadline) return
      const limits = { clock, deadline, memoryBytes: 64 * 1024 * 1024 }
      // One that takes longer has done its work too.
      await evaluate(parseQuery(text, 'x:'), mediaType, { ...options, limits }, () => {}).catch(() => {})
    }
  }
}
