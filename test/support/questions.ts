/**
 * The competency questions with the answers that were typed by hand from the source.
 *
 * In `test/fixtures/questions.json` a value is the short form of a term (IRIs without the base), `null` an unbound
 * variable, and `~ a | b/c` a text of ours that holds every stem between bars (a slash parts alternatives).
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { baseIri, root } from './dataset.ts'
import { fold } from './expectations.ts'

export type Row = Readonly<Record<string, string | null>>

export interface Question {
  /** The name of the saved query that answers it. */
  readonly query: string
  /** Whether the order of the rows is part of the answer. */
  readonly ordered?: boolean
  readonly rows: readonly Row[]
}

/** A solution in the SPARQL 1.1 Query Results JSON Format (§3.2.1). */
export type Binding = Readonly<Record<string, { readonly value: string }>>

export const questions: Readonly<Record<string, Question>> = JSON.parse(
  await readFile(join(root, 'test/fixtures/questions.json'), 'utf8'),
)

/** An answer in the words of the question: equal to its rows if, and only if, it is the answer. */
export function inWordsOf({ ordered, rows }: Question, bindings: readonly Binding[]): Row[] {
  const variables = Object.keys(rows[0]!)
  const answers = cut(bindings, variables)
  const inOrder = ordered ? answers : align(answers, rows, variables[0]!)
  return inOrder.map((row, index) => asExpected(row, rows[index]))
}

/** The bindings cut down to some variables, their terms in short form. */
export function cut(bindings: readonly Binding[], variables: readonly string[]): Row[] {
  return bindings.map((binding) =>
    Object.fromEntries(variables.map((name) => [name, binding[name] ? shorten(binding[name].value) : null])),
  )
}

/** An IRI without the base, or with the prefix `schema:`; any other text as it is. */
export function shorten(value: string): string {
  if (value.startsWith(baseIri)) return value.slice(baseIri.length)
  return value.startsWith(prefixes.schema) ? `schema:${value.slice(prefixes.schema.length)}` : value
}

/** The answers in the order of the expected rows, by one variable; what is not expected comes last. */
function align(answers: readonly Row[], expected: readonly Row[], key: string): Row[] {
  const place = (row: Row) => {
    const index = expected.findIndex((candidate) => candidate[key] === row[key])
    return index < 0 ? expected.length : index
  }
  return [...answers].sort((a, b) => place(a) - place(b))
}

/** The row, with the expected stems in place of a text that holds them all. */
function asExpected(row: Row, expected: Row | undefined): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const wanted = expected?.[name]
      return [name, wanted?.startsWith('~ ') && value !== null && holds(value, wanted.slice(2)) ? wanted : value]
    }),
  )
}

function holds(text: string, stems: string): boolean {
  const folded = fold(text)
  return stems.split('|').every((bar) => bar.split('/').some((stem) => folded.includes(fold(stem.trim()))))
}
