/**
 * Where things are, as the sources say: the nearest places, and all places that these are in.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'

/** What says that a thing is, meets, takes place or lies somewhere. */
export const whereabouts: readonly NamedNode[] = [cg.hostedAt!, cg.meetsAt!, schema.location!, schema.containedInPlace!]

/** By IRI. */
export interface Place {
  /** Stated of the thing, but for those in which another of these lies. */
  readonly nearest: readonly string[]
  /** These and all that they lie in, at any distance. */
  readonly within: ReadonlySet<string>
}

/** No place lies in more others: a chain of them that never ends would be followed for every thing in it. */
const mostAround = 50

/** Over one version of the data; what lies around a place is looked up once. */
export class Whereabouts {
  readonly #source: QuadReader
  readonly #around = new Map<string, ReadonlySet<string>>()

  constructor(source: QuadReader) {
    this.#source = source
  }

  of(thing: NamedNode): Place {
    const stated = new Set<string>()
    for (const property of whereabouts) {
      for (const { object } of this.#source.triples(thing, property)) {
        if (object.termType === 'NamedNode' && !object.equals(thing)) stated.add(object.value)
      }
    }
    const [first, ...others] = stated
    if (first === undefined) return nowhere
    if (!others.length) return { nearest: [first], within: this.#placeAndAround(first) }
    const all = [...stated]
    const isAround = (place: string, other: string) => place !== other && this.#placeAndAround(other).has(place)
    // Places that lie in each other are equally near.
    const nearest = all.filter((place) => !all.some((other) => isAround(place, other) && !isAround(other, place)))
    return { nearest, within: new Set(all.flatMap((place) => [...this.#placeAndAround(place)])) }
  }

  #placeAndAround(place: string): ReadonlySet<string> {
    let around = this.#around.get(place)
    if (!around) {
      around = placeAndAround(place, this.#source)
      this.#around.set(place, around)
    }
    return around
  }
}

const nowhere: Place = { nearest: [], within: new Set() }

function placeAndAround(place: string, source: QuadReader): ReadonlySet<string> {
  const all = new Set([place])
  for (const one of all) {
    for (const { object } of source.triples(rdf.namedNode(one), schema.containedInPlace!)) {
      if (all.size > mostAround) return all
      if (object.termType === 'NamedNode') all.add(object.value)
    }
  }
  return all
}
