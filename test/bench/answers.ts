/**
 * Whether two answers are the same: solutions as multisets, or in their order where the query says one, graphs as sets, numbers by value, since systems may write a
 * computed one in any lexical form and as decimal or double. The planet has no blank nodes.
 */
import type { QueryForm } from '../../src/query/algebra.ts'
import { parseJsonResult, parseTriples } from '../fuzz/results.ts'

/** Solutions or triples as texts, sorted where they have no order. */
export type Answer = readonly string[]

export function readAnswer(text: string, form: QueryForm, isOrdered = false): Answer {
  const result = form === 'CONSTRUCT' || form === 'DESCRIBE' ? parseTriples(text) : parseJsonResult(text)
  if (result.kind === 'boolean') return [String(result.value)]
  // Virtuoso says yes with a solution and no with none.
  if (form === 'ASK') return [String(result.rows.length > 0)]
  const rows = result.rows.map((row) => Array.from(row, ([name, cell]) => `${name}=${byValue(cell)}`))
  const solutions = rows.map((cells) => cells.sort().join(' '))
  return isOrdered ? solutions : solutions.sort()
}

/** @returns undefined if they are the same, else what differs in one line */
export function difference(answer: Answer, expected: Answer): string | undefined {
  if (answer.length === expected.length && answer.every((row, index) => row === expected[index])) return undefined
  const count = `${answer.length} rows, not ${expected.length}`
  const isReordered = !extra(answer, expected) && answer.length === expected.length
  if (isReordered) return 'the same rows in another order'
  return `${count}; only here: ${extra(answer, expected) ?? '–'}; only there: ${extra(expected, answer) ?? '–'}`
}

/** Whether so many rows are an answer to a query with LIMIT and without ORDER BY. @param whole without the LIMIT */
export function partDifference(answer: Answer, whole: Answer, limit: number): string | undefined {
  const wanted = Math.min(limit, whole.length)
  if (answer.length !== wanted) return `${answer.length} rows, not ${wanted}`
  const wrong = extra(answer, whole)
  return wrong && `no solution: ${wrong}`
}

/** A row of one that the other does not have, or not as often. */
function extra(rows: Answer, others: Answer): string | undefined {
  const counts = new Map<string, number>()
  for (const row of others) counts.set(row, (counts.get(row) ?? 0) + 1)
  return rows.find((row) => {
    const count = counts.get(row) ?? 0
    counts.set(row, count - 1)
    return count <= 0
  })
}

function byValue(cell: string): string {
  const number = /^"(.*)"\^\^xsd:(?:integer|decimal|double|float|int|long)$/.exec(cell)?.[1]
  return number === undefined ? cell : String(Number(Number(number).toPrecision(9)))
}
