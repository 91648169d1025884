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

/** What differs between statements that should be the same. */
export interface Difference {
  readonly missing: readonly Line[]
  readonly extra: readonly Returned[]
  /** Ours that came back otherwise, in a way that is known. */
  readonly changed: readonly LiteralChange[]
  /** How many of ours have become one with another one of ours, as their values are the same. */
  readonly merged: number
}

const none: Difference = { missing: [], extra: [], changed: [], merged: 0 }

/**
 * Compares all that lies in some place.
 * @param changes what the engine is known to do to literals
 */
export function differenceOf(
  ours: readonly Line[],
  theirs: readonly Returned[],
  changes: readonly LiteralChange[],
): Difference {
  if (ours.length === theirs.length && sumOf(ours) === sumOf(theirs)) return none
  const there = new Map(theirs.map((statement) => [keyOf(statement), statement]))
  const extra = new Map(there)
  const unlike = ours.filter((line) => !extra.delete(keyOf(line)))
  const byStart = unlike.length ? Map.groupBy(there.values(), startOf) : new Map<string, Returned[]>()
  const changed: LiteralChange[] = []
  const missing = unlike.filter((line) => {
    for (const candidate of byStart.get(startOf(line)) ?? []) {
      const change = changeBetween(line, candidate, changes)
      if (!change) continue
      changed.push(change)
      extra.delete(keyOf(candidate))
      return false
    }
    return true
  })
  const merged = ours.length - missing.length - (there.size - extra.size)
  return { missing, extra: [...extra.values()], changed, merged }
}

/** Differences of many places, added up. */
export class Differences {
  /** Statements that came back otherwise than they were written, by what is known to change them. */
  readonly changed = new Map<string, number>()
  /** The first that nothing explains, in N-Quads, with what is wrong. */
  readonly named: string[] = []
  /** How many differ and are explained by nothing. */
  count = 0

  add({ missing, extra, changed }: Difference): void {
    for (const { name } of changed) this.changed.set(name, (this.changed.get(name) ?? 0) + 1)
    for (const line of missing) this.#name(`is missing: ${inNQuads(line)}`)
    for (const statement of extra) this.#name(`was not written: ${inNQuads(statement)}`)
  }

  /** How many triples a graph should have, and has. */
  addCounts(graph: string, ours: number, theirs: number): void {
    if (ours !== theirs) this.#name(`${theirs} triples and not ${ours} are in <${graph}>`)
  }

  #name(sentence: string): void {
    this.count++
    if (this.named.length < mostNamed) this.named.push(sentence)
  }
}

function changeBetween(line: Line, { object }: Returned, changes: readonly LiteralChange[]): LiteralChange | undefined {
  const ours = literalIn(line.text)
  if (!ours || object.termType !== 'Literal') return undefined
  return changes.find((change) => change.explains(ours, object))
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
