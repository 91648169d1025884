/**
 * Which things a query may mean: those with a name like the one that is asked for, or else those that have the values.
 */
import { foldName } from '../names/fold.ts'
import type { Likeness } from '../names/likeness.ts'
import type { Work } from '../turns.ts'
import { withoutCedex } from './names/cedex.ts'
import type { Names } from './names/names.ts'
import type { Towns } from './names/towns.ts'
import type { ReconciliationQuery } from './query.ts'
import type { Things } from './things.ts'
import type { ValueIndex } from './value-index.ts'

export interface Found {
  /** How alike the thing of each IRI is by name, if that is known. */
  readonly names: ReadonlyMap<string, Likeness | undefined>
  /** The things to which an identifier belongs that was asked for. */
  readonly owners: ReadonlySet<string>
}

/** What a name that stands beside its town is less than the name alone. */
const townTrifle = 0.02

/** What is left for a town that another name ends with. */
const townShare = 0.8

/** A thing with a name less alike is no candidate. */
const leastAlike = 0.35

/** Properties whose value belongs to one thing, or to few. */
const identifying = new Set(['iri', 'same_as', 'website'])

/** So many things are looked at more closely, those that have most of the values. */
const mostFound = 200

export class Finding {
  readonly #names: Names
  readonly #towns: Towns
  readonly #things: Things
  readonly #values: ValueIndex

  constructor(parts: {
    readonly names: Names
    readonly towns: Towns
    readonly things: Things
    readonly values: ValueIndex
  }) {
    this.#names = parts.names
    this.#towns = parts.towns
    this.#things = parts.things
    this.#values = parts.values
  }

  /** Whatever the name, those that have an identifier are found by it. */
  *of({ query, properties }: ReconciliationQuery): Work<Found> {
    const owners = new Set<string>()
    for (const { pid, values } of properties) {
      if (identifying.has(pid)) for (const iri of yield* this.#values.things(pid, values)) owners.add(iri)
    }
    const found = query === undefined ? yield* this.#byValues(properties) : this.#byName(query)
    const owning = owners.values().take(mostFound)
    return { names: new Map([...owning.map((iri) => [iri, found.get(iri)] as const), ...found]), owners }
  }

  /** An identifier is a name too. */
  #byName(text: string): Found['names'] {
    const name = foldName(withoutCedex(text))
    const split = this.#towns.split(name)
    // In `Gare de Lille` the town says where something else is.
    const qualifier = split && !name.text.startsWith(split.town) ? split.town : undefined
    const found = new Map<string, Likeness>()
    for (const { iri, likeness } of this.#names.like(name)) {
      const isTown = qualifier !== undefined && !likeness.certain && this.#towns.isTown(iri, qualifier)
      found.set(iri, isTown ? { ...likeness, value: likeness.value * townShare } : likeness)
    }
    for (const { iri, likeness } of split ? this.#names.like(split.rest) : []) {
      const value = likeness.value - townTrifle
      if (value <= (found.get(iri)?.value ?? 0)) continue
      // A name with another town is that of something else.
      found.set(iri, { value, certain: likeness.certain && this.#towns.isIn(iri, split!.town) })
    }
    const named = this.#things.find(text.trim())
    // An identifier may be a word that someone means otherwise; an IRI is nothing else.
    if (named) found.set(named, { value: 1, certain: named === text.trim() || found.get(named)?.certain === true })
    return new Map([...found].filter(([, { value }]) => value >= leastAlike))
  }

  /** Nothing is known of their names. A value that many things have only weighs, where something else finds them. */
  *#byValues(properties: ReconciliationQuery['properties']): Work<Found['names']> {
    const hits = new Map<string, number>()
    for (const { pid, values } of properties) {
      for (const iri of yield* this.#values.things(pid, values)) hits.set(iri, (hits.get(iri) ?? 0) + 1)
      yield
    }
    const most = [...hits].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).slice(0, mostFound)
    return new Map(most.map(([iri]) => [iri, undefined]))
  }
}
