/**
 * How many commons there are of each kind, with something known under each key, at each place, under each licence.
 */
import type { Work } from '../../turns.ts'
import type { Commons } from './commons.ts'
import type { Concept } from './concepts.ts'

/** By IRI; what no commons has is not in it. */
export type Count = ReadonlyMap<string, number>

export type Counts = Readonly<Record<'kinds' | 'keys' | 'places' | 'licences', Count>>

/** Narrower kinds count for broader ones too, and places for those that they are in, each commons once. */
export function* countsOf(commons: Iterable<Commons>, kinds: ReadonlyMap<string, Concept>): Work<Counts> {
  const counts = { kinds: new Map(), keys: new Map(), places: new Map(), licences: new Map() } satisfies Counts
  const add = (count: Map<string, number>, iris: Iterable<string>) => {
    for (const iri of new Set(iris)) count.set(iri, (count.get(iri) ?? 0) + 1)
  }
  for (const one of commons) {
    add(counts.kinds, withBroader(one.kinds, kinds))
    add(counts.keys, one.keys)
    add(counts.places, one.within)
    add(counts.licences, one.licences)
    yield
  }
  return counts
}

export function withBroader(iris: readonly string[], concepts: ReadonlyMap<string, Concept>): ReadonlySet<string> {
  const only = iris.length === 1 ? concepts.get(iris[0]!) : undefined
  if (only) return only.broader
  return new Set(iris.flatMap((iri) => [...(concepts.get(iri)?.broader ?? [iri])]))
}
