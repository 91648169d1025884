/**
 * Commons by what is known of them: chosen, sorted, and how many there would be with one choice more.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Commons } from '../catalogue/commons.ts'
import { withBroader } from '../catalogue/counts.ts'
import type { Names } from '../catalogue/names.ts'

/** What commons are chosen by. */
export const facets = ['kind', 'key', 'place', 'licence'] as const
export type Facet = (typeof facets)[number]

/** By IRI. */
export type Choice = Readonly<Partial<Record<Facet, string>>>

export const orders = ['name', 'kind', 'keys'] as const
export type Order = (typeof orders)[number]

/** One more choice, and how many are left with it. */
export interface Option {
  readonly iri: string
  readonly count: number
}

export interface List {
  readonly commons: readonly Commons[]
  /** Of each facet what most of the commons have, those that more have first, and what was chosen. */
  readonly options: Readonly<Record<Facet, readonly Option[]>>
}

/** So many choices are offered of a facet: a town has more places than anybody reads. */
const mostOptions = 200

/** @param all among which is chosen, by name */
export function listOf(
  catalogue: Catalogue,
  choice: Choice,
  order: Order,
  language: Language,
  all: readonly Commons[] = catalogue.byName[language],
): List {
  const valuesOf: Readonly<Record<Facet, (commons: Commons) => Iterable<string>>> = {
    kind: ({ kinds }) => withBroader(kinds, catalogue.kinds),
    key: ({ keys }) => keys,
    place: ({ within }) => within,
    licence: ({ licences }) => new Set(licences),
  }
  const asked = facets.filter((facet) => choice[facet] !== undefined)
  const counts = { kind: new Map(), key: new Map(), place: new Map(), licence: new Map() } satisfies Record<
    Facet,
    Map<string, number>
  >
  const add = (facet: Facet, one: Commons) => {
    const count: Map<string, number> = counts[facet]
    for (const iri of valuesOf[facet](one)) count.set(iri, (count.get(iri) ?? 0) + 1)
  }
  const chosen: Commons[] = []
  for (const one of all) {
    const missed = asked.filter((facet) => !includes(valuesOf[facet](one), choice[facet]!))
    if (!missed.length) {
      chosen.push(one)
      for (const facet of facets) add(facet, one)
      // With another choice of the only one that it misses it would be there.
    } else if (missed.length === 1) add(missed[0]!, one)
  }
  const optionsOf = (facet: Facet) => optionsIn(counts[facet], choice[facet], catalogue, language)
  return {
    commons: inOrder(chosen, order, catalogue, language),
    options: {
      kind: optionsOf('kind'),
      key: optionsOf('key'),
      place: optionsOf('place'),
      licence: optionsOf('licence'),
    },
  }
}

function includes(values: Iterable<string>, wanted: string): boolean {
  for (const value of values) if (value === wanted) return true
  return false
}

function optionsIn(
  counts: ReadonlyMap<string, number>,
  chosen: string | undefined,
  { names }: Catalogue,
  language: Language,
): readonly Option[] {
  const most = Array.from(counts, ([iri, count]) => ({ iri, count }))
    .sort((one, other) => other.count - one.count || (one.iri < other.iri ? -1 : 1))
    .filter(({ iri }, index) => index < mostOptions || iri === chosen)
  const { compare } = new Intl.Collator(language, { numeric: true })
  const named = new Map(most.map(({ iri }) => [iri, names.of(iri, language)]))
  return most.sort((one, other) => other.count - one.count || compare(named.get(one.iri)!, named.get(other.iri)!))
}

/** Those that are level stay in the order of their names. */
function inOrder(
  commons: readonly Commons[],
  order: Order,
  { names }: Catalogue,
  language: Language,
): readonly Commons[] {
  switch (order) {
    case 'name':
      return commons
    case 'kind': {
      const place = placesOf(new Set(commons.flatMap(({ kinds }) => kinds)), names, language)
      const first = ({ kinds }: Commons) => Math.min(...kinds.map((kind) => place.get(kind)!))
      return commons.toSorted((one, other) => byNumber(first(one), first(other)))
    }
    case 'keys':
      return commons.toSorted((one, other) => other.keys.size - one.keys.size)
  }
}

/** Where each stands among all by name. */
function placesOf(iris: Iterable<string>, names: Names, language: Language): ReadonlyMap<string, number> {
  return new Map(names.sorted(iris, language).map((iri, index) => [iri, index]))
}

/** Infinity, which is of those that have none, is level with itself. */
function byNumber(one: number, other: number): number {
  return one === other ? 0 : one - other
}
