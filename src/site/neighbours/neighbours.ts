/**
 * What a thing is joined to: things and concepts of ours that it names, and things that name it, each by a property; and how
 * those are joined to each other.
 */
import { type NamedNode, type Quad, rdf } from '../../rdf/environment.ts'
import { cg, rdfNs, schema } from '../../rdf/namespaces.ts'
import type { Site } from '../site.ts'

/** A statement between two things, by IRI. */
export interface Tie {
  readonly from: string
  readonly property: string
  readonly to: string
}

export const sorts = ['commons', 'place', 'concept', 'other'] as const
export type Sort = (typeof sorts)[number]

export interface Neighbourhood {
  /** The thing itself among them, first. */
  readonly members: readonly string[]
  /** What it names. */
  readonly outgoing: readonly Tie[]
  /** What names it. */
  readonly incoming: readonly Tie[]
  /** Between those, without itself. */
  readonly between: readonly Tie[]
  /** Whether there are more than are told. */
  readonly isCut: boolean
}

/** So many are told each way: of those that a thing names, and of those that name it. */
export const most = 150

/** So many statements of each neighbour are looked at for what joins it to the others. */
const mostOfNeighbour = 1000

/** @returns undefined where nothing is said of the thing */
export function neighbourhoodOf(iri: string, site: Site): Neighbourhood | undefined {
  const { source } = site
  const node = rdf.namedNode(iri)
  if (!isSaidOf(node, site)) return undefined
  // One more than is told, and no look at the rest: some things are named by thousands.
  const named = tiesAmong(source.triples(node), site)
    .take(most + 1)
    .toArray()
  const naming = tiesAmong(source.triples(null, null, node), site)
    .filter(({ from }) => from !== iri)
    .take(most + 1)
    .toArray()
  const [outgoing, incoming] = [named.slice(0, most), naming.slice(0, most)]
  const members = [...new Set([iri, ...outgoing.map(({ to }) => to), ...incoming.map(({ from }) => from)])]
  const isMember = new Set(members)
  const between = members.slice(1).flatMap((member) => {
    const triples = Iterator.from(source.triples(rdf.namedNode(member))).take(mostOfNeighbour)
    return tiesAmong(triples, site)
      .filter(({ to }) => to !== iri && isMember.has(to))
      .toArray()
  })
  return { members, outgoing, incoming, between, isCut: named.length > most || naming.length > most }
}

function isSaidOf(node: NamedNode, { source }: Site): boolean {
  return Iterator.from(source.triples(node)).some(() => true)
}

export function sortOf(iri: string, { catalogue, baseIri, source }: Site): Sort {
  if (catalogue.commons.has(iri)) return 'commons'
  if (!iri.startsWith(`${baseIri}id/`)) return 'concept'
  const places = source.triples(rdf.namedNode(iri), rdfNs.type!, schema.Place!)
  return Iterator.from(places).some(() => true) ? 'place' : 'other'
}

/** Classes are no neighbours, nor are facts, whose sentences stand on the pages of things, nor parts, as an address is one. */
function* tiesAmong(triples: Iterable<Quad>, site: Site): Generator<Tie> {
  for (const { subject, predicate, object } of triples) {
    if (predicate.equals(rdfNs.type) || predicate.equals(cg.about)) continue
    if (!isThing(subject as NamedNode, site) || !isThing(object as NamedNode, site)) continue
    yield { from: subject.value, property: predicate.value, to: object.value }
  }
}

/** A thing, a concept or a licence of ours. */
function isThing({ termType, value }: { termType: string; value: string }, { baseIri }: Site): boolean {
  if (termType !== 'NamedNode' || !value.startsWith(baseIri) || value.includes('#')) return false
  return /^(id|scheme|licence)\/./.test(value.slice(baseIri.length))
}
