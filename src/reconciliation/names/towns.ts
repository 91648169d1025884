/**
 * Towns, which tables write beside a name: `MutuaLab, Lille`.
 */

import { type FoldedName, fold, foldName } from '../../names/fold.ts'
import { type NamedNode, rdf, type Term } from '../../rdf/environment.ts'
import { rdfNs, rdfs, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Work } from '../../turns.ts'
import type { Whereabouts } from './whereabouts.ts'

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
  readonly #whereabouts: Whereabouts
  readonly #names: ReadonlySet<string>

  /** @param names those of all towns, folded */
  constructor(source: QuadReader, whereabouts: Whereabouts, names: ReadonlySet<string>) {
    this.#source = source
    this.#whereabouts = whereabouts
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
    return this.#whereabouts.of(iri).some((node) => this.namesOf(node).some(({ value }) => fold(value) === town))
  }

  /** Whether a thing is the town of this name. */
  isTown(iri: string, town: string): boolean {
    const node = rdf.namedNode(iri)
    return this.#whereabouts.isCity(node) && this.namesOf(node).some(({ value }) => fold(value) === town)
  }

  /** What the town is called that a node is, or the one in an address. */
  namesOf(node: NamedNode): Term[] {
    const property = this.#whereabouts.isCity(node) ? rdfs.label! : schema.addressLocality!
    return Array.from(this.#source.triples(node, property), ({ object }) => object)
  }
}
