/**
 * An answer as pages show it: what SPARQL 1.1 Query Results JSON says
 * (https://www.w3.org/TR/sparql11-results-json/), and of ASK a row with the truth in it.
 */
import { xsd } from '../../rdf/namespaces.ts'

export interface AnswerTerm {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly 'xml:lang'?: string
  readonly datatype?: string
}

/** By variable; where one is not bound, it is absent. */
export type AnswerRow = Readonly<Record<string, AnswerTerm>>

export interface Answer {
  readonly variables: readonly string[]
  readonly rows: readonly AnswerRow[]
  /** How many rows there are, where not all of them were read. */
  readonly total?: number
}

/** So many rows stand on a page. */
export const most = 500

export function countOf({ rows, total = rows.length }: Answer): number {
  return total
}

interface JsonResults {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly AnswerRow[] }
}

/** @param text a whole document of the format */
export function readAnswer(text: string): Answer {
  const { head, boolean, results } = JSON.parse(text) as JsonResults
  if (boolean !== undefined) {
    const truth: AnswerTerm = { type: 'literal', value: String(boolean), datatype: xsd.boolean!.value }
    return { variables: ['boolean'], rows: [{ boolean: truth }] }
  }
  return { variables: head.vars ?? [], rows: results?.bindings ?? [] }
}

const numeric = new Set(['integer', 'decimal', 'double', 'float'].map((name) => xsd(name).value))

/** The number that a term is, if it is a finite one. */
export function numberIn(term: AnswerTerm | undefined): number | undefined {
  if (!term?.datatype || !numeric.has(term.datatype)) return undefined
  const number = Number(term.value)
  return Number.isFinite(number) ? number : undefined
}
