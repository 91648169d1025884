/**
 * What somebody changed in a text of TriG, as RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html): what goes, then what
 * comes, as the releases are compared.
 */
import type { Quad } from 'n3'

export interface Edit {
  /** Statements of N-Quads, each with its dot. */
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** A text that is no TriG: where, and what is wrong with it. */
export class Unreadable extends Error {
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** How texts are read: IRIs against the base, and with these prefixes whether they are declared or not. */
export interface Reading {
  readonly baseIri: string
  readonly prefixes: string
}

/**
 * What reads them is loaded when there is something to read.
 * @throws Unreadable if what it became cannot be read
 */
export async function editOf(before: string, after: string, reading: Reading): Promise<Edit> {
  const [old, fresh] = await Promise.all([statementsIn(before, reading), statementsIn(after, reading)])
  return {
    removed: [...old].filter((line) => !fresh.has(line)).sort(),
    added: [...fresh].filter((line) => !old.has(line)).sort(),
  }
}

/** @param heads of its header: what it is a change of @param remarks in words, as comments */
export function patchText({ removed, added }: Edit, heads: readonly string[], remarks: readonly string[]): string {
  const lines = [
    ...heads.map((head) => `H ${head} .`),
    ...remarks,
    'TX .',
    ...removed.map((line) => `D ${line}`),
    ...added.map((line) => `A ${line}`),
    'TC .',
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The lines that were typed anew. */
export function newLines(before: string, after: string): readonly string[] {
  const old = new Set(before.split('\n'))
  return after.split('\n').filter((line) => line.trim() && !old.has(line))
}

async function statementsIn(text: string, { baseIri, prefixes }: Reading): Promise<ReadonlySet<string>> {
  const { Parser, Writer } = await import('../lib/n3@2.13.12/n3.esm.min.js')
  const writer = new Writer({ format: 'N-Quads' })
  try {
    // On the first line, so that faults keep their lines.
    const quads: Quad[] = new Parser({ baseIRI: baseIri, format: 'application/trig' }).parse(`${prefixes} ${text}`)
    return new Set(quads.map((quad) => writer.quadsToString([quad]).trimEnd()))
  } catch (error) {
    const { message, context } = error as Error & { context?: { line?: number } }
    throw new Unreadable(message, context?.line ?? 1)
  }
}
