/**
 * Reconciliation queries (Reconciliation Service API 0.2 §5): the things that a query may mean, with scores.
 */
import { foldName } from '../names/fold.ts'
import type { Likeness } from '../names/likeness.ts'
import { rdf } from '../rdf/environment.ts'
import type { Language } from '../representation/negotiate.ts'
import type { Work } from '../turns.ts'
import type { Names } from './names/names.ts'
import type { Towns } from './names/towns.ts'
import type { Properties } from './properties.ts'
import { keyOf, type PropertyMatch, type QueryValue, textOf } from './property-match.ts'
import type { Things } from './things.ts'
import type { Type, Types } from './types.ts'

/** §5.1. */
export interface ReconciliationQuery {
  readonly query?: string
  /** Identifiers. */
  readonly types: readonly string[]
  readonly typeStrict: 'any' | 'all' | 'should'
  readonly limit: number
  readonly properties: readonly { readonly pid: string; readonly values: readonly QueryValue[] }[]
}

/** §5.2. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly type: readonly Type[]
  /** From 0 to 100. */
  readonly score: number
  readonly match: boolean
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[]
}

/** How alike the thing of each IRI is by name, if that is known. */
type Likenesses = ReadonlyMap<string, Likeness | undefined>

interface Scored {
  readonly iri: string
  readonly score: number
  readonly certain: boolean
  readonly features: Candidate['features']
}

/** What a name that stands beside its town is less than the name alone. */
const townTrifle = 0.02

/** What the name weighs beside the properties. */
const nameWeight = 0.7

/** A property of which nothing is stated of a thing is no sign against it, and none for it. */
const unknownProperty = 0.75

/** What is left of a score where the type is another one than was wished for. */
const otherType = 0.7

/** A thing with a name less alike is no candidate. */
const leastAlike = 0.35

/** Whoever is only so much behind the first may be meant as well. */
const nearSecond = 10

/** Properties whose value belongs to one thing. */
const identifying = new Set(['iri', 'same_as'])

export class Candidates {
  readonly #names: Names
  readonly #towns: Towns
  readonly #things: Things
  readonly #types: Types
  readonly #properties: Properties
  readonly #match: PropertyMatch
  /** By property and key of the value: made when a query first gives the property and no name. */
  readonly #byValue = new Map<string, ReadonlyMap<string, readonly string[]>>()

  constructor(parts: {
    readonly names: Names
    readonly towns: Towns
    readonly things: Things
    readonly types: Types
    readonly properties: Properties
    readonly match: PropertyMatch
  }) {
    this.#names = parts.names
    this.#towns = parts.towns
    this.#things = parts.things
    this.#types = parts.types
    this.#properties = parts.properties
    this.#match = parts.match
  }

  /** The best first. */
  *of(query: ReconciliationQuery, language: Language): Work<Candidate[]> {
    const found: Likenesses = query.query === undefined ? yield* this.#byProperties(query) : this.#byName(query.query)
    const scored = Array.from(found, ([iri, name]) => this.#score(iri, name, query))
      .filter((candidate) => candidate !== undefined)
      .sort((a, b) => b.score - a.score || (a.iri < b.iri ? -1 : 1))
    const [first, second] = scored
    const match = first?.certain === true && (second === undefined || second.score <= first.score - nearSecond)
    return scored
      .slice(0, query.limit)
      .map((candidate, rank) => this.#describe(candidate, match && rank === 0, language))
  }

  /** How alike each thing is by name; an identifier is a name too. */
  #byName(text: string): Likenesses {
    const name = foldName(text)
    const split = this.#towns.split(name)
    const found = new Map(this.#names.like(name).map(({ iri, likeness }) => [iri, likeness]))
    for (const { iri, likeness } of split ? this.#names.like(split.rest) : []) {
      const value = likeness.value - townTrifle
      if (value <= (found.get(iri)?.value ?? 0)) continue
      // A name with another town is that of something else.
      found.set(iri, { value, certain: likeness.certain && this.#towns.isIn(iri, split!.town) })
    }
    const named = this.#things.find(text.trim())
    // An identifier may be a word that someone means otherwise; an IRI is nothing else.
    if (named) found.set(named, { value: 1, certain: named === text.trim() || found.get(named)?.certain === true })
    return found
  }

  /** Things of which some property has a value that was asked for; nothing is known of their names. */
  *#byProperties({ properties }: ReconciliationQuery): Work<Likenesses> {
    const found = new Map<string, undefined>()
    for (const { pid, values } of properties) {
      const things = yield* this.#thingsByValue(pid)
      for (const value of values) for (const iri of things.get(keyOf(textOf(value))) ?? []) found.set(iri, undefined)
    }
    return found
  }

  *#thingsByValue(pid: string): Work<ReadonlyMap<string, readonly string[]>> {
    if (!this.#properties.has(pid)) return new Map()
    const known = this.#byValue.get(pid) ?? (yield* this.#indexValues(pid))
    this.#byValue.set(pid, known)
    return known
  }

  *#indexValues(pid: string): Work<ReadonlyMap<string, readonly string[]>> {
    const index = new Map<string, string[]>()
    for (const iri of this.#things.all()) {
      const keys = this.#properties
        .reader(iri)(pid)
        .flatMap((term) => this.#match.keysOf(term))
      for (const key of new Set(keys)) {
        const things = index.get(key)
        if (things) things.push(iri)
        else index.set(key, [iri])
      }
      yield
    }
    return index
  }

  /** Undefined where its name or the types that a candidate has to have rule it out. */
  #score(iri: string, name: Likeness | undefined, query: ReconciliationQuery): Scored | undefined {
    const { types, typeStrict } = query
    if (name && name.value < leastAlike) return undefined
    const own = types.length ? this.#types.idsOf(iri) : new Set<string>()
    const isOfType = typeStrict === 'all' ? types.every((id) => own.has(id)) : types.some((id) => own.has(id))
    if (types.length && typeStrict !== 'should' && !isOfType) return undefined
    const properties = this.#scoreProperties(iri, query)
    const known = properties?.value ?? 1
    const value = name ? (properties ? nameWeight * name.value + (1 - nameWeight) * known : name.value) : known
    const typeFactor = types.length && !isOfType ? otherType : 1
    const certain = properties?.identified || (name?.certain === true && !properties?.contradicted)
    return {
      iri,
      score: Math.round(value * typeFactor * 10_000) / 100,
      certain: certain === true && typeFactor === 1,
      features: [
        ...(name ? [{ id: 'name', value: rounded(name.value) }] : []),
        ...(properties ? [{ id: 'properties', value: rounded(known) }] : []),
        ...(types.length ? [{ id: 'type', value: isOfType }] : []),
      ],
    }
  }

  #scoreProperties(iri: string, { properties }: ReconciliationQuery) {
    const asked = properties.filter(({ pid, values }) => values.length && this.#properties.has(pid))
    if (!asked.length) return undefined
    const read = this.#properties.reader(iri)
    const compared = asked.map(({ pid, values }) => {
      const stated = read(pid)
      return { pid, isStated: stated.length > 0, value: this.#match.compare(pid, values, stated) }
    })
    const values = compared.map(({ isStated, value }) => (isStated ? value : unknownProperty))
    return {
      value: values.reduce((sum, value) => sum + value, 0) / values.length,
      identified: compared.some(({ pid, value }) => identifying.has(pid) && value === 1),
      contradicted: compared.some(({ isStated, value }) => isStated && value < unknownProperty),
    }
  }

  #describe({ iri, score, features }: Scored, match: boolean, language: Language): Candidate {
    const description = this.#things.description(iri, language)
    return {
      id: this.#things.idOf(iri),
      name: this.#things.name(rdf.namedNode(iri), language),
      ...(description !== undefined && { description }),
      type: this.#types.of(iri).map((type) => this.#types.describe(type, language)),
      score,
      match,
      features,
    }
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
