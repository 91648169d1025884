/**
 * The kinds as a tree, each with how many commons are of it or of a narrower one.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { skos } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Site } from '../site.ts'

export interface Kind {
  readonly iri: string
  readonly name: string
  readonly definition: string | undefined
  readonly commons: number
  /** By name. */
  readonly narrower: readonly Kind[]
}

/** Those without a broader one, by name. Each kind stands in the tree once, even where broader ones go in a circle. */
export function kindsOf({ catalogue, source }: Site, language: Language): readonly Kind[] {
  const { kinds, names, counts } = catalogue
  const placed = new Set<string>()
  const grow = (iris: Iterable<string>): readonly Kind[] => {
    const fresh = names.sorted(iris, language).filter((iri) => kinds.has(iri) && !placed.has(iri))
    for (const iri of fresh) placed.add(iri)
    return fresh.map((iri) => ({
      iri,
      name: names.of(iri, language),
      definition: names.text(iri, skos.definition!, language),
      commons: counts.kinds.get(iri) ?? 0,
      narrower: grow(
        Array.from(source.triples(null, skos.broader!, rdf.namedNode(iri)), ({ subject }) => subject.value),
      ),
    }))
  }
  const hasBroader = (iri: string) =>
    Array.from(source.triples(rdf.namedNode(iri), skos.broader as NamedNode)).some(({ object }) =>
      kinds.has(object.value),
    )
  const roots = grow([...kinds.keys()].filter((iri) => !hasBroader(iri)))
  return [...roots, ...grow(kinds.keys())]
}
