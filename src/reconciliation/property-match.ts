/**
 * How well the values that a query gives for a property go with those of a thing.
 */
import { type FoldedName, foldName } from '../names/fold.ts'
import { likeness } from '../names/likeness.ts'
import type { Literal, Term } from '../rdf/environment.ts'
import { xsd } from '../rdf/namespaces.ts'
import type { Work } from '../turns.ts'
import { withoutCedex } from './names/cedex.ts'
import type { Things } from './things.ts'
import type { Types } from './types.ts'
import { keysOf, numberOf } from './value-keys.ts'

/** §3.4: a string, a number, a boolean, or an entity. */
export type QueryValue = string | number | boolean | { readonly id: string; readonly name?: string }

/** A value as it is compared, made once a query. */
interface Value {
  readonly keys: readonly string[]
  readonly number: number | undefined
  /** What it may be called; nothing where only the very same is meant. */
  readonly names: readonly FoldedName[]
}

/** Degrees within which two places are one, and beyond which they are two. */
const [near, far] = [0.001, 0.01]
const coordinates = new Set(['latitude', 'longitude'])

/** Numbers that differ by more than this share of the larger are others. */
const numberTolerance = 0.2
const numeric = [xsd.integer, xsd.decimal, xsd.double]

/** Texts less alike than this say nothing in favour. */
const leastAlike = 0.6

/** Beyond so many pairs of words only those that two texts share are counted: to compare each with each takes long. */
const mostPairs = 400

export class PropertyMatch {
  readonly #things: Things
  readonly #types: Types

  constructor(things: Things, types: Types) {
    this.#things = things
    this.#types = types
  }

  /** A comparison of many things with the values that one query gives for a property. */
  comparison(property: string, asked: readonly QueryValue[]): Comparison {
    return new Comparison(
      coordinates.has(property) ? closeness : alikeness,
      [...new Map(asked.map((value) => [JSON.stringify(value), askedValue(property, value)])).values()],
      (term) => this.#stated(property, term),
    )
  }

  /** Under which keys a value of a thing is looked for when only that is known. */
  keysOf(property: string, term: Term): string[] {
    if (term.termType !== 'NamedNode') return keysOf(property, term.value)
    return [...this.#identifiers(term), ...this.#labels(property, term)].flatMap((text) => keysOf(property, text))
  }

  #stated(property: string, term: Term): Value {
    const names = term.termType === 'NamedNode' ? this.#labels(property, term) : [term.value]
    return {
      keys: this.keysOf(property, term),
      number: isNumber(term) ? Number(term.value) : undefined,
      names: names.map(nameOf).filter(hasLetters),
    }
  }

  /** A thing's own name is no IRI. */
  #labels(property: string, term: Term): readonly string[] {
    return property === 'iri' ? [] : this.#things.labels(term)
  }

  /** All by which a table may name a node. */
  #identifiers({ value }: Term): string[] {
    return [value, this.#things.has(value) ? this.#things.idOf(value) : this.#types.idOf(value)]
  }
}

/** The values that things have in common are read once, and each pair is compared once. */
export class Comparison {
  readonly #compare: (asked: Value, stated: Value) => number
  readonly #asked: readonly Value[]
  readonly #read: (term: Term) => Value
  /** How alike each value that was asked for is to each that is stated somewhere. */
  readonly #known = new Map<string, readonly number[]>()

  constructor(compare: (asked: Value, stated: Value) => number, asked: readonly Value[], read: (term: Term) => Value) {
    this.#compare = compare
    this.#asked = asked
    this.#read = read
  }

  /** From 0 to 1: for each value asked for the best of those stated, in the mean. */
  *with(stated: readonly Term[]): Work<number> {
    const best = this.#asked.map(() => 0)
    for (const term of stated) {
      for (const [index, value] of this.#alike(term).entries()) best[index] = Math.max(best[index]!, value)
      yield
    }
    return best.reduce((sum, value) => sum + value, 0) / best.length
  }

  #alike(term: Term): readonly number[] {
    const key = `${term.termType} ${term.value}`
    const known = this.#known.get(key)
    if (known) return known
    const stated = this.#read(term)
    const alike = this.#asked.map((asked) => this.#compare(asked, stated))
    this.#known.set(key, alike)
    return alike
  }
}

export function textOf(value: QueryValue): string {
  return typeof value === 'object' ? value.id : String(value)
}

function askedValue(property: string, value: QueryValue): Value {
  const text = textOf(value)
  const name = typeof value === 'object' ? value.name : text
  const names = name === undefined ? [] : [nameOf(name)]
  return { keys: keysOf(property, text), number: numberOf(text), names: names.filter(hasLetters) }
}

function nameOf(text: string): FoldedName {
  return foldName(withoutCedex(text))
}

function closeness(asked: Value, stated: Value): number {
  const degrees = Math.abs((asked.number ?? Number.NaN) - (stated.number ?? Number.NaN))
  if (Number.isNaN(degrees) || degrees >= far) return 0
  return degrees <= near ? 1 : (far - degrees) / (far - near)
}

function alikeness(asked: Value, stated: Value): number {
  if (asked.keys.some((key) => stated.keys.includes(key))) return 1
  if (stated.number !== undefined) return asked.number === undefined ? 0 : sameSize(asked.number, stated.number)
  const alike = asked.names.flatMap((name) => stated.names.map((other) => likenessOf(name, other)))
  const value = Math.max(0, ...alike)
  return value >= leastAlike ? value : 0
}

function sameSize(one: number, other: number): number {
  const share = Math.abs(one - other) / Math.max(Math.abs(one), Math.abs(other))
  return Math.max(0, 1 - share / numberTolerance)
}

function likenessOf(one: FoldedName, other: FoldedName): number {
  if (one.words.length * other.words.length <= mostPairs) return likeness(one, other).value
  const [ours, theirs] = [new Set(one.words), new Set(other.words)]
  return (2 * ours.intersection(theirs).size) / (ours.size + theirs.size)
}

/** Numbers are not like each other by their digits: 59000 is another postcode than 59800. */
function hasLetters({ text }: FoldedName): boolean {
  return /\p{L}/u.test(text)
}

function isNumber(term: Term): boolean {
  return term.termType === 'Literal' && numeric.some((datatype) => (term as Literal).datatype.equals(datatype))
}
