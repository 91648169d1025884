/**
 * What an engine gives back beside what was written: by an order-independent hash, and where that differs, statement by
 * statement.
 */
import { hash } from 'node:crypto'
import type { LiteralChange } from '../endpoint/changed-literals.ts'
import { type Literal, type Quad, rdf } from '../rdf/environment.ts'
import { prefixes } from '../rdf/namespaces.ts'
import { toNTerm } from '../rdf/nquads.ts'
import type { Line } from './content.ts'

/** The most differing statements that are named. */
const mostNamed = 5

/** As it came back: `text` is that of a `Line`. */
export interface Returned {
  readonly graph: string
  readonly text: string
  readonly object: Quad['object']
}

/** @param graph where the triple lies */
export function returned(
  { subject, predicate, object }: Pick<Quad, 'subject' | 'predicate' | 'object'>,
  graph: string,
) {
  return { graph, text: `${toNTerm(subject)} ${toNTerm(predicate)} ${toNTerm(object)}`, object } satisfies Returned
}

export class Differences {
  /** Statements that came back otherwise than they were written, by what is known to change them. */
  readonly changed = new Map<string, number>()
  readonly #named: string[] = []
  readonly #changes: readonly LiteralChange[]
  #count = 0

  /** @param changes what the engine is known to do to literals */
  constructor(changes: readonly LiteralChange[]) {
    this.#changes = changes
  }

  /** How many statements differ and are explained by nothing. */
  get count(): number {
    return this.#count
  }

  /** The first of them, in N-Quads, with what is wrong. */
  get named(): readonly string[] {
    return this.#named
  }

  /**
   * Compares all that lies in some place.
   * @returns how many of ours have become one with another one of ours, as their values are the same
   */
  compare(ours: readonly Line[], theirs: readonly Returned[]): number {
    if (ours.length === theirs.length && sumOf(ours) === sumOf(theirs)) return 0
    const there = new Map(theirs.map((statement) => [keyOf(statement), statement]))
    if (there.size < theirs.length) this.#add(`${theirs.length - there.size} statements came back twice`)
    const extra = new Map(there)
    const missing = ours.filter((line) => !extra.delete(keyOf(line)))
    const byStart = missing.length ? Map.groupBy(theirs, startOf) : new Map<string, Returned[]>()
    for (const line of missing) {
      const [key, change] = this.#explained(line, byStart.get(startOf(line)) ?? []) ?? []
      if (key === undefined || change === undefined) this.#add(`is missing: ${inNQuads(line)}`)
      else {
        extra.delete(key)
        this.changed.set(change.name, (this.changed.get(change.name) ?? 0) + 1)
      }
    }
    for (const statement of extra.values()) this.#add(`was not written: ${inNQuads(statement)}`)
    return ours.length - there.size
  }

  /** @param ours how many triples a graph should have */
  compareCount(graph: string, ours: number, theirs: number): void {
    if (ours !== theirs) this.#add(`has ${theirs} and not ${ours} triples in <${graph}>`)
  }

  /** A statement of theirs that ours has become, and by what. */
  #explained(line: Line, candidates: readonly Returned[]): readonly [string, LiteralChange] | undefined {
    const ours = literalIn(line.text)
    if (!ours) return undefined
    for (const candidate of candidates) {
      const { object } = candidate
      const change = object.termType === 'Literal' && this.#changes.find((known) => known.explains(ours, object))
      if (change) return [keyOf(candidate), change]
    }
    return undefined
  }

  #add(sentence: string): void {
    this.#count++
    if (this.#named.length < mostNamed) this.#named.push(sentence)
  }
}

function keyOf({ graph, text }: { readonly graph: string; readonly text: string }): string {
  return `${graph} ${text}`
}

/** Graph, subject and predicate. */
function startOf({ graph, text }: { readonly graph: string; readonly text: string }): string {
  return `${graph} ${/^<[^>]*> <[^>]*> /.exec(text)?.[0]}`
}

function inNQuads({ graph, text }: { readonly graph: string; readonly text: string }): string {
  return `${text} <${graph}> .`
}

/** The sum of the SHA-256 of all statements as N-Quads, modulo 2^256, in hexadecimal: the same in any order. */
function sumOf(statements: readonly { readonly graph: string; readonly text: string }[]): string {
  const words = new Float64Array(8)
  for (const statement of statements) {
    const digest = hash('sha256', inNQuads(statement), 'buffer')
    for (let word = 0; word < 8; word++) words[word]! += digest.readUInt32BE(word * 4)
  }
  let sum = 0n
  for (const word of words) sum = (sum << 32n) + BigInt(word)
  return (sum & (2n ** 256n - 1n)).toString(16)
}

/** The typed literal that is the object of a triple. Of those that change the text has nothing that is escaped. */
function literalIn(text: string): Literal | undefined {
  const [, value, datatype] = /^<[^>]*> <[^>]*> "([^"\\]*)"(?:\^\^<([^>]*)>)$/.exec(text) ?? []
  return value === undefined ? undefined : rdf.literal(value, rdf.namedNode(datatype ?? `${prefixes.xsd}string`))
}
