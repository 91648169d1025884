/**
 * What recurs at a place: the schedules of what it hosts. Of a group that meets there it is not said that all it does takes
 * place there, nor of what several places host where.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { type Schedule, schedulesOf } from '../schedules/schedules.ts'
import { isAnEvent } from './events.ts'
import { most } from './most.ts'

/** So many statements that something is there are looked at: in a town hundreds of thousands may be. */
const mostRead = 2000

/** The first of them, as many as a page shows. */
export function hostedSchedulesOf(place: NamedNode, source: QuadReader): readonly Schedule[] {
  const at = (property: NamedNode) =>
    Iterator.from(source.triples(null, property, place))
      .take(mostRead)
      .map(({ subject }) => subject.value)
  const hosted = at(cg.hostedAt!).filter((iri) => isOnlyAt(iri, cg.hostedAt!, source))
  const located = at(schema.location!).filter(
    (iri) => isAnEvent(iri, source) && isOnlyAt(iri, schema.location!, source),
  )
  // A part of a thing is no thing that recurs: the first occurrence that was derived has a schedule too.
  const things = new Set([...hosted, ...located].filter((iri) => iri !== place.value && !iri.includes('#')))
  return Array.from(
    Iterator.from(things)
      .flatMap((iri) => schedulesOf(rdf.namedNode(iri), source))
      .take(most),
  )
}

function isOnlyAt(iri: string, property: NamedNode, source: QuadReader): boolean {
  return Array.from(Iterator.from(source.triples(rdf.namedNode(iri), property)).take(2)).length === 1
}
