/**
 * What the home page tells of the data: what it is, and by what its commons can be found.
 */
import { datasetIri } from '../../dataset/graphs.ts'
import { dcterms } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Count } from '../catalogue/counts.ts'
import type { Site } from '../site.ts'

/** So many kinds and places are named. */
const most = 12

export interface Counted {
  readonly iri: string
  readonly count: number
}

export interface Home {
  /** As the data calls itself. */
  readonly title: string | undefined
  readonly description: string | undefined
  readonly commons: number
  readonly kinds: Some
  readonly places: Some
  /** All, in their order. */
  readonly keys: readonly Counted[]
}

/** Those that most commons have, of so many. */
export interface Some {
  readonly first: readonly Counted[]
  readonly all: number
}

export function homeOf({ baseIri, catalogue }: Site, language: Language): Home {
  const { names, counts, keys, commons } = catalogue
  const dataset = datasetIri(baseIri)
  const firstOf = (count: Count): Some => ({
    first: names
      .sorted(mostHad(count), language)
      .map((iri) => ({ iri, count: count.get(iri)! }))
      .sort((one, other) => other.count - one.count),
    all: count.size,
  })
  return {
    title: names.text(dataset, dcterms.title!, language),
    description: names.text(dataset, dcterms.description!, language),
    commons: commons.size,
    kinds: firstOf(counts.kinds),
    places: firstOf(counts.places),
    keys: keys.map(({ iri }) => ({ iri, count: counts.keys.get(iri) ?? 0 })),
  }
}

/** By how many commons have them, and by IRI where as many do: only those that are told are named. */
function mostHad(count: Count): readonly string[] {
  return Array.from(count)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([iri]) => iri)
}
