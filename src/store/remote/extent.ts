/**
 * What is read of an engine of others at once: all quads of a subject, of a predicate or of a graph, or the first that
 * name an object.
 */
import { namedIn, type ReleasePlace } from '../../endpoint/release-place.ts'
import type { Term } from '../../rdf/environment.ts'
import { toNTerm } from '../../rdf/nquads.ts'
import type { Pattern } from '../../rdf/quad-reader.ts'

export type Extent =
  | { readonly of: 'subject' | 'predicate' | 'graph'; readonly term: Term }
  | {
      readonly of: 'object'
      readonly term: Term
      /** Only those with this predicate. */
      readonly predicate?: Term
      /** The first so many at most. */
      readonly limit: number
    }

/** The same for the same extent, whatever its limit. */
export function keyOf(extent: Extent): string {
  const predicate = extent.of === 'object' && extent.predicate ? ` ${extent.predicate.value}` : ''
  return `${extent.of} ${toNTerm(extent.term)}${predicate}`
}

/** Subjects, and objects, that are asked for in one query. */
const together = { subject: 200, object: 20, predicate: 1, graph: 1 } as const

/** Parts extents into those that one query asks for. */
export function batches(extents: Iterable<Extent>): Extent[][] {
  const byKind = Object.groupBy(extents, ({ of }) => of)
  return Object.entries(byKind).flatMap(([kind, ones]) => {
    const size = together[kind as Extent['of']]
    return Array.from({ length: Math.ceil(ones.length / size) }, (_, index) =>
      ones.slice(index * size, (index + 1) * size),
    )
  })
}

/** A query for extents of one kind: `?s`, `?p`, `?o` and the name of the graph in `?g`. */
export function queryFor(extents: readonly Extent[], release: ReleasePlace): string {
  const named = namedIn(release, 'at', 'g')
  const [first] = extents
  const select = 'SELECT ?s ?p ?o ?g WHERE'
  const written = toNTerm(first!.term)
  switch (first!.of) {
    case 'subject':
      return `${select} { VALUES ?s { ${extents.map(({ term }) => toNTerm(term)).join(' ')} } GRAPH ?at { ?s ?p ?o } ${named} }`
    case 'predicate':
      return `${select} { GRAPH ?at { ?s ${written} ?o } ${named} BIND(${written} AS ?p) }`
    case 'graph':
      return `${select} { GRAPH <${release.graph(first!.term.value).value}> { ?s ?p ?o } BIND(${written} AS ?g) }`
    default:
      return `${select} { ${extents.map((one) => `{ ${pointingAt(one, named)} }`).join(' UNION ')} }`
  }
}

function pointingAt(extent: Extent, named: string): string {
  const { term, predicate, limit } = extent as Extract<Extent, { of: 'object' }>
  const object = toNTerm(term)
  const match = predicate ? `?s ${toNTerm(predicate)} ${object} . BIND(${toNTerm(predicate)} AS ?p)` : `?s ?p ${object}`
  // One more than wanted tells whether there are more.
  return `{ SELECT ?s ?p ?g WHERE { GRAPH ?at { ${match} } ${named} } LIMIT ${limit + 1} } BIND(${object} AS ?o)`
}

/** Whether a term is one that a pattern asks for. */
export function fits(pattern: Pattern | undefined, term: Term): boolean {
  return !pattern || pattern.equals(term)
}
