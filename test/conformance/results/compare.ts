/**
 * Whether two answers are the same up to the names of blank nodes (RDF 1.1 Concepts §3.6): booleans by value, graphs by
 * isomorphism, rows as multisets, or as sequences where the order counts.
 */
import { isomorphic } from 'rdf-isomorphic'
import { type Literal, type Quad, rdf, type Term } from '../../../src/rdf/environment.ts'
import { toNTerm } from '../../../src/rdf/nquads.ts'
import type { Answer, Rows, Solution } from './answer.ts'
import { canonicalQuad, canonicalTerm } from './canonical.ts'
import { toLexical } from './csv.ts'

export interface Comparison {
  /** The query orders its rows. */
  readonly ordered?: boolean
  /** Duplicates may be missing, see `TestCase.lax`. */
  readonly lax?: boolean
}

/** What differs, in a few lines for a person; undefined if nothing does. */
export function difference(actual: Answer, expected: Answer, comparison: Comparison = {}): string | undefined {
  if (actual.kind === 'rows' && expected.kind === 'rows') return rowsDifference(actual, expected, comparison)
  if (actual.kind === 'graph' && expected.kind === 'graph') {
    const same = isomorphic(actual.quads.map(canonicalQuad) as never, expected.quads.map(canonicalQuad) as never)
    return same ? undefined : listing(actual.quads.map(showQuad), expected.quads.map(showQuad))
  }
  if (actual.kind === 'boolean' && expected.kind === 'boolean') {
    return actual.value === expected.value ? undefined : `${actual.value} instead of ${expected.value}`
  }
  return `${actual.kind} instead of ${expected.kind}`
}

function rowsDifference(actual: Rows, expected: Rows, { ordered = false, lax = false }: Comparison) {
  if (actual.lexical && !expected.lexical) return rowsDifference(actual, toLexical(expected), { ordered, lax })
  if (expected.lexical && !actual.lexical) return rowsDifference(toLexical(actual), expected, { ordered, lax })
  const [has, wants] = [actual, expected].map(({ variables }) => [...variables].sort().join(' '))
  if (has !== wants) return `the variables ${has} instead of ${wants}`
  const inOrder = ordered || expected.numbered === true
  const tooMany = lax && actual.rows.length > expected.rows.length
  const encode = (rows: readonly Solution[]) => encodeRows(rows, inOrder, lax) as never
  if (!tooMany && isomorphic(encode(actual.rows), encode(expected.rows))) return undefined
  return listing(actual.rows.map(showRow), expected.rows.map(showRow))
}

/**
 * Rows as a graph whose isomorphism is theirs: a blank node for each distinct row, with how often it occurs, or for
 * each row with its place.
 */
function encodeRows(rows: readonly Solution[], inOrder: boolean, lax: boolean): Quad[] {
  const distinct = [...Map.groupBy(rows.entries(), ([index, row]) => (inOrder ? index : showRow(row))).values()]
  return distinct.flatMap((same, number) => {
    const node = rdf.blankNode(`row-${number}`)
    const say = (property: string, object: Term) => rdf.quad(node, rdf.namedNode(property), object as never) as Quad
    const [place, row] = same[0]!
    const counted = say('urn:row', rdf.literal(inOrder ? `at ${place}` : lax ? 'some' : `${same.length} times`))
    return [counted, ...[...row].map(([name, term]) => canonicalQuad(say(`urn:variable:${name}`, term)))]
  })
}

function showRow(row: Solution): string {
  return [...row]
    .map(([name, term]) => `?${name}=${show(canonicalTerm(term))}`)
    .sort()
    .join(' ')
}

function showQuad({ subject, predicate, object, graph }: Quad): string {
  return [subject, predicate, canonicalTerm(object), graph].map(show).join(' ').trim()
}

function show(term: Term): string {
  if (term.termType === 'Quad') return `<<( ${showQuad(term as Quad)} )>>`
  const { direction } = term as Literal & { direction?: string }
  return toNTerm(term) + (direction ? `--${direction}` : '')
}

/** The rows that one has and the other lacks by their text; blank nodes keep the names that they have. */
function listing(actual: readonly string[], expected: readonly string[]): string {
  const minus = (from: readonly string[], what: readonly string[]) => {
    const left = [...from]
    for (const row of what) if (left.includes(row)) left.splice(left.indexOf(row), 1)
    return left.slice(0, 4)
  }
  const lines = [
    `${actual.length} instead of ${expected.length}`,
    ...minus(actual, expected).map((row) => `+ ${row}`),
    ...minus(expected, actual).map((row) => `- ${row}`),
  ]
  return lines.length > 1 ? lines.join('\n') : `${lines[0]}, in another order`
}
