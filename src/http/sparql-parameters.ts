/**
 * The parameters of the query operation (SPARQL 1.1 Protocol §2.1). Others are let pass: clients send their own, such as
 * `format`, beside an Accept header that says the same.
 */
import { RequestError } from '../errors.ts'
import { planTypes } from '../query/results/types.ts'
import type { DatasetClause } from '../query/syntax.ts'
import { isAbsoluteIri } from '../rdf/well-formed.ts'

export interface QueryParameters {
  readonly query: string
  readonly dataset: DatasetClause
  /** In which format its plan is asked for, where that is asked for and not its answer. */
  readonly explain: keyof typeof planTypes | undefined
}

/**
 * @param given parameters of the address and of the body together
 * @throws RequestError `query-refused` for an update, `parameter-invalid` for a query that is missing or stands there
 * twice, a graph that is no absolute IRI, or a format that no plan has
 */
export function readParameters(given: URLSearchParams): QueryParameters {
  if (given.has('update') || given.has('using-graph-uri') || given.has('using-named-graph-uri')) {
    throw new RequestError('query-refused', {
      en: 'This endpoint only answers queries: updates are refused.',
      fr: 'Ce point d’accès ne fait que répondre\u00a0: les mises à jour sont refusées.',
    })
  }
  const [query, ...more] = given.getAll('query')
  if (query === undefined)
    throw new RequestError('parameter-invalid', {
      en: 'The parameter query is missing: the text of the query.',
      fr: 'Le paramètre query manque\u00a0: le texte de la requête.',
    })
  if (more.length)
    throw new RequestError('parameter-invalid', {
      en: 'The parameter query stands there more than once.',
      fr: 'Le paramètre query s’y trouve plus d’une fois.',
    })
  const graphs = (name: string) => given.getAll(name).map((iri) => absoluteIri(name, iri))
  return {
    query,
    dataset: { defaultGraphs: graphs('default-graph-uri'), namedGraphs: graphs('named-graph-uri') },
    explain: explainIn(given),
  }
}

function explainIn(given: URLSearchParams): QueryParameters['explain'] {
  const format = given.get('explain')
  if (format === null || format === 'text' || format === 'json') return format ?? undefined
  throw new RequestError(
    'parameter-invalid',
    { en: `explain=${format}: must be text or json.`, fr: `explain=${format}\u00a0: ce doit être text ou json.` },
    {
      offered: Object.keys(planTypes),
    },
  )
}

/** @throws RequestError `parameter-invalid` for what RFC 3987 does not call an absolute IRI */
export function absoluteIri(parameter: string, iri: string): string {
  if (isAbsoluteIri(iri)) return iri
  throw new RequestError('parameter-invalid', {
    en: `${parameter}=${iri}: must be an absolute IRI.`,
    fr: `${parameter}=${iri}\u00a0: ce doit être un IRI absolu.`,
  })
}
