/**
 * Towns, which tables write beside a name: `MutuaLab, Lille`.
 */

import { type FoldedName, fold, foldName } from '../../names/fold.ts'
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, rdfNs, rdfs, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Work } from '../../turns.ts'

/** From a thing to where it is. */
const whereabouts = [schema.address, schema.location, schema.containedInPlace, cg.hostedAt, cg.meetsAt] as NamedNode[]

/** From a thing to its venue, from there to the town, from there to its country: who is further away is somewhere else. */
const furthest = 4

/** No town's name has more words. */
const longest = 5

/** The names of all cities, and what addresses have in the place of one, folded. */
export function* townNamesOf(source: QuadReader): Work<ReadonlySet<string>> {
  const names = new Set<string>()
  for (const { subject } of source.triples(null, rdfNs.type!, schema.City!)) {
    for (const { object } of source.triples(subject, rdfs.label!)) names.add(fold(object.value))
    yield
  }
  for (const { object } of source.triples(null, schema.addressLocality!)) {
    names.add(fold(object.value))
    yield
  }
  return names
}

export class Towns {
  readonly #source: QuadReader
  readonly #names: ReadonlySet<string>

  /** @param names those of all towns, folded */
  constructor(source: QuadReader, names: ReadonlySet<string>) {
    this.#source = source
    this.#names = names
  }

  /** The name without the last town that it speaks of, and that town; nothing where it is nothing but a town. */
  split({ text }: FoldedName): { readonly town: string; readonly rest: FoldedName } | undefined {
    const words = text.split(' ')
    for (let to = words.length; to > 0; to--) {
      for (let from = Math.max(0, to - longest); from < to; from++) {
        const town = words.slice(from, to).join(' ')
        const rest = [...words.slice(0, from), ...words.slice(to)]
        if (rest.length && this.#names.has(town)) return { town, rest: foldName(rest.join(' ')) }
      }
    }
    return undefined
  }

  /** Whether it is stated that a thing is in this town. */
  isIn(iri: string, town: string): boolean {
    const seen = new Set([iri])
    let nodes: NamedNode[] = [rdf.namedNode(iri)]
    for (let step = 0; step < furthest && nodes.length; step++) {
      if (nodes.some((node) => this.#isNamed(node, town))) return true
      const next = nodes.flatMap((node) => whereabouts.flatMap((way) => [...this.#source.triples(node, way)]))
      nodes = next.map(({ object }) => object as NamedNode).filter(({ value }) => !seen.has(value))
      for (const { value } of nodes) seen.add(value)
    }
    return false
  }

  /** Whether a node is a city of this name, or an address in it. */
  #isNamed(node: NamedNode, town: string): boolean {
    const isCity = has(this.#source.triples(node, rdfNs.type!, schema.City!))
    const names = this.#source.triples(node, isCity ? rdfs.label! : schema.addressLocality!)
    return Array.from(names).some(({ object }) => fold(object.value) === town)
  }
}

function has(triples: Iterable<unknown>): boolean {
  for (const _ of triples) return true
  return false
}
