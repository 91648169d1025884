/**
 * The one engine of the tables: it walks the columns of a row.
 */
import type { Term } from '../../rdf/environment.ts'
import { toNTerm } from '../../rdf/nquads.ts'
import { type Column, takes } from './column.ts'
import type { Row } from './row.ts'
import type { Step } from './steps.ts'

/** The cells of a row, one a column. */
export function cellsOf(columns: readonly Column[], row: Row, separator: string): string[] {
  return columns.map((column) => {
    const texts = textsOf(column, row)
    if (column.list) return texts.join(separator)
    return texts.find((text) => text !== '') ?? ''
  })
}

/**
 * The values of a cell. With a path of one step they are what it leads to; with a longer one there is one for each
 * thing that the first step leads to, and an empty one where nothing is said of it: so columns with the same first step
 * stay in line with each other.
 */
function textsOf(column: Column, row: Row): string[] {
  const [first, ...rest] = column.path
  const nodes = first.follow(row.subject, row)
  if (!rest.length) return nodes.filter((value) => takes(column, value)).map(({ value }) => value)
  const texts = nodes.map((node) => follow(rest, node, row).find((value) => takes(column, value))?.value ?? '')
  return texts.some((text) => text !== '') ? texts : []
}

/** All values of a column, each once, without place for what is not stated. */
export function termsOf(column: Column, row: Row): readonly Term[] {
  const terms = follow(column.path, row.subject, row).filter((value) => takes(column, value))
  const distinct = [...new Map(terms.map((term) => [toNTerm(term), term])).values()]
  return column.list ? distinct : distinct.slice(0, 1)
}

function follow(path: readonly Step[], from: Term, row: Row): readonly Term[] {
  return path.reduce<readonly Term[]>((nodes, step) => nodes.flatMap((node) => step.follow(node, row)), [from])
}
