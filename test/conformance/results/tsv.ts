/**
 * SPARQL 1.1 Query Results TSV Format (https://www.w3.org/TR/sparql11-results-csv-tsv/ §4): terms as Turtle writes them.
 */
import type { Term } from '../../../src/rdf/environment.ts'
import { turtle } from '../../../src/rdf/formats.ts'
import { readRdf } from '../rdf.ts'
import type { Rows } from './answer.ts'

/** @throws Error for a cell that is no term, or a row that is shorter or longer than the head */
export async function readTsv(text: string): Promise<Rows> {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const [head, ...records] = lines.map((line) => line.split('\t'))
  const variables = head!.join('') === '' ? [] : head!.map(variableName)
  const terms = await readCells(records)
  const rows = records.map((cells, row) => {
    if (cells.length !== Math.max(variables.length, 1)) throw new Error(`row ${row} does not fit the head`)
    const bound = variables.map((name, column) => [name, terms.get(cellName(row, column))] as const)
    return new Map(bound.filter((pair): pair is readonly [string, Term] => pair[1] !== undefined))
  })
  return { kind: 'rows', variables, rows }
}

function variableName(cell: string): string {
  if (!cell.startsWith('?')) throw new Error(`${cell} is no variable`)
  return cell.slice(1)
}

const cellName = (row: number, column: number) => `urn:cell:${row}:${column}`

/** One Turtle document of all cells, so that a blank node is the same in each. */
async function readCells(records: readonly (readonly string[])[]): Promise<Map<string, Term>> {
  const statements = records.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell ? [`<${cellName(row, column)}> <urn:holds> ${cell} .\n`] : [])),
  )
  const quads = await readRdf(statements.join(''), turtle, 'urn:cells:')
  if (quads.length !== statements.length) throw new Error('a cell holds more than a term')
  return new Map(quads.map(({ subject, object }) => [subject.value, object]))
}
