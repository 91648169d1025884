/**
 * SPARQL 1.1 Query Results CSV Format (https://www.w3.org/TR/sparql11-results-csv-tsv/ §3, RFC 4180): no terms, only
 * what stands in the cells.
 */
import { type Quad, rdf, type Term } from '../../../src/rdf/environment.ts'
import { readRecords } from '../../support/csv-records.ts'
import type { Rows, Solution } from './answer.ts'

/**
 * Each cell as a plain literal, or a blank node.
 * @throws Error for a quote that is not closed or a row that is shorter or longer than the head
 */
export function readCsv(text: string): Rows {
  const [head = [''], ...records] = readRecords(text)
  const variables = head.length === 1 && head[0] === '' ? [] : head
  const rows = records.map((cells) => {
    if (cells.length !== Math.max(variables.length, 1)) throw new Error(`the row ${cells.join()} does not fit the head`)
    return new Map(variables.map((name, column) => [name, toTerm(cells[column]!)]))
  })
  return { kind: 'rows', variables, rows, lexical: true }
}

/** What CSV can say of some rows: every variable is bound, unbound ones to the empty text. */
export function toLexical({ variables, rows }: Rows): Rows {
  const lexical = (row: Solution) => new Map(variables.map((name) => [name, toCell(row.get(name))]))
  return { kind: 'rows', variables, rows: rows.map(lexical), lexical: true }
}

function toCell(term: Term | undefined): Term {
  if (term?.termType === 'BlankNode') return term
  return rdf.literal(term?.termType === 'Quad' ? tripleText(term as Quad) : (term?.value ?? ''))
}

function toTerm(cell: string): Term {
  if (/^_:\S+$/.test(cell)) return rdf.blankNode(cell.slice(2))
  return rdf.literal(cell.startsWith('<<') ? plainTriple(cell) : cell)
}

/**
 * A triple term as the draft of 1.2 has it (§3.2): the parts with a space between them, a literal object in quotes, its
 * own quotes doubled. Blank nodes in it are not told apart.
 */
function tripleText({ subject, predicate, object }: Quad): string {
  const part = (term: Term): string => {
    if (term.termType === 'Quad') return tripleText(term as Quad)
    return term.termType === 'BlankNode' ? '_:' : term.value
  }
  const last = object.termType === 'Literal' ? `"${object.value.replaceAll('"', '""')}"` : part(object)
  return plainTriple(`<<${part(subject)} ${predicate.value} ${last}>>`)
}

/** The spelling of drafts differs in round brackets and in the spaces next to the angled ones. */
function plainTriple(cell: string): string {
  return cell
    .replace(/<<\(? */g, '<<')
    .replace(/ *\)?>>/g, '>>')
    .replace(/_:\w+/g, '_:')
}
