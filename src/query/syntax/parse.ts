/**
 * Query text to algebra (SPARQL 1.2 Query §18.2, §19): the face of this folder.
 */
import type { Query } from '../algebra.ts'
import { checkDepth, checkSize, checkText } from '../limits.ts'
import { expression } from './expressions.ts'
import { query } from './forms.ts'
import { Parser, type ParserOptions, type Rules } from './parser.ts'
import { group } from './patterns.ts'
import type { Places } from './places.ts'
import { malformed } from './position.ts'
import { subSelect } from './sub-select.ts'

const rules: Rules = { expression, group, subSelect }

export interface Parsed {
  readonly query: Query
  /** Whether the same data gives the same answer: false with NOW, RAND, UUID, STRUUID, BNODE and SERVICE. */
  readonly deterministic: boolean
  /**
   * Whether evaluating it again goes the same way where endpoints answer the same: false with NOW, RAND, UUID, STRUUID and
   * BNODE outside of SERVICE.
   */
  readonly repeatable: boolean
  /** Whether it has a SERVICE. */
  readonly reachesOut: boolean
  /** The endpoints that are named there; which a variable stands for, only the evaluation says. */
  readonly endpoints: readonly string[]
  /** Whether a variable stands for an endpoint. */
  readonly asksVariable: boolean
  /** Where it says which graphs it is about. */
  readonly places: Places
}

/**
 * @throws RequestError `query-malformed` with line and column, `query-refused` for updates, `payload-too-large` for
 * what is over the limits of size, depth or patterns
 */
export function parse(text: string, options: ParserOptions): Parsed {
  checkText(text)
  if (!text.isWellFormed()) {
    throw malformed(text, text.search(/\p{Surrogate}/u), 'Half a character stands here.')
  }
  const p = new Parser(text, options, rules)
  checkDepth(p.deepest)
  if (p.kind === 'END') throw malformed(text, 0, 'There is no query in the text.')
  const read = query(p)
  checkSize(p.patterns, p.branches)
  const { deterministic, repeatable, reachesOut, endpoints, asksVariable, head, from, where, graphs, exists, stars } = p
  const places = { head, from, where, graphs, exists, stars }
  return { query: read, deterministic, repeatable, reachesOut, endpoints: [...endpoints], asksVariable, places }
}
