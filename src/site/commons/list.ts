/**
 * Commons by what is known of them: chosen, sorted, and how many there would be with one choice more.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Commons } from '../catalogue/commons.ts'
import { withBroader } from '../catalogue/counts.ts'

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
  /** Of each facet what some of the commons have, those that most have first. */
  readonly options: Readonly<Record<Facet, readonly Option[]>>
}

/** @param all among which is chosen, by name */
export function listOf(
  catalogue: Catalogue,
  choice: Choice,
  order: Order,
  language: Language,
  all: readonly Commons[] = catalogue.byName[language],
): List {
  const { names } = catalogue
  const valuesOf: Readonly<Record<Facet, (commons: Commons) => Iterable<string>>> = {
    kind: ({ kinds }) => withBroader(kinds, catalogue.kinds),
    key: ({ keys }) => keys,
    place: ({ places }) => places,
    licence: ({ licences }) => licences,
  }
  const fulfils = (commons: Commons, asked: readonly Facet[]) =>
    asked.every((facet) => choice[facet] === undefined || new Set(valuesOf[facet](commons)).has(choice[facet]))
  const chosen = all.filter((commons) => fulfils(commons, facets))
  const optionsOf = (facet: Facet): Option[] => {
    const others = facets.filter((other) => other !== facet)
    const counts = new Map<string, number>()
    for (const commons of all) {
      if (!fulfils(commons, others)) continue
      for (const iri of valuesOf[facet](commons)) counts.set(iri, (counts.get(iri) ?? 0) + 1)
    }
    const place = new Map(names.sorted(counts.keys(), language).map((iri, index) => [iri, index]))
    return Array.from(counts, ([iri, count]) => ({ iri, count })).sort(
      (one, other) => other.count - one.count || place.get(one.iri)! - place.get(other.iri)!,
    )
  }
  return {
    commons: chosen.toSorted(comparing(order, catalogue, language)),
    options: {
      kind: optionsOf('kind'),
      key: optionsOf('key'),
      place: optionsOf('place'),
      licence: optionsOf('licence'),
    },
  }
}

/** Those that are level stay in the order of their names. */
function comparing(order: Order, { names }: Catalogue, language: Language): (a: Commons, b: Commons) => number {
  const { compare } = new Intl.Collator(language)
  const kindOf = ({ kinds }: Commons) =>
    names.sorted(kinds, language).map((kind) => names.of(kind, language))[0] ?? '\uffff'
  switch (order) {
    case 'name':
      return () => 0
    case 'kind':
      return (one, other) => compare(kindOf(one), kindOf(other))
    case 'keys':
      return (one, other) => other.keys.size - one.keys.size
  }
}
