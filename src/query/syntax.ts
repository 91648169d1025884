/**
 * Query text to algebra (SPARQL 1.1 §18.2), or the reason why not, with its place in the text.
 */
import { toAlgebra } from '@traqula/algebra-sparql-1-2'
import { Parser } from '@traqula/parser-sparql-1-2'
import { RequestError } from '../errors.ts'
import { rdf } from '../rdf/environment.ts'
import {
  type DatasetClause,
  isDeterministic,
  mentions,
  type Operation,
  overDataset,
  withoutReduced,
} from './algebra.ts'
import { checkSize, checkText } from './limits.ts'
import { scopeFault } from './scope.ts'

export type { DatasetClause }

export type QueryForm = 'SELECT' | 'ASK' | 'CONSTRUCT' | 'DESCRIBE'

export interface ParsedQuery {
  readonly text: string
  /** The base that the query was given, and the one that its own BASE makes of it. */
  readonly baseIri: string
  readonly ownBase: string
  readonly dataset: DatasetClause | undefined
  readonly form: QueryForm
  readonly operation: Operation
  /** Whether the same data gives the same answer: false with NOW, RAND, UUID, BNODE. */
  readonly deterministic: boolean
}

// Without full tracking a syntax error has no place.
const parser = new Parser({ lexerConfig: { positionTracking: 'full' } } as never)

/**
 * @param baseIri against which relative IRIs of the query are read, unless it has a BASE of its own
 * @param dataset the dataset that the protocol names, in the place of the query's own FROM
 * @throws RequestError `query-malformed` with line and column, `query-refused` for updates and SERVICE,
 * `payload-too-large` for what is over the limits of size, depth or patterns
 */
export function parseQuery(text: string, baseIri: string, dataset?: DatasetClause): ParsedQuery {
  checkText(text)
  if (!text.trim()) throw new RequestError('query-malformed', 'There is no query in the text.', { line: 1, column: 1 })
  const { operation: written, ownBase } = toOperation(text, baseIri)
  const form = formOf(written)
  if (!form) {
    throw new RequestError('query-refused', 'This endpoint only answers queries: updates are refused.')
  }
  if (mentions(written, 'service')) {
    throw new RequestError('query-refused', 'This endpoint reaches no other endpoint: SERVICE is refused.')
  }
  checkSize(written)
  const answered = withoutReduced(written)
  const operation = dataset ? overDataset(answered, dataset) : answered
  return { text, baseIri, ownBase, dataset, form, operation, deterministic: isDeterministic(operation) }
}

function toOperation(text: string, baseIri: string): { operation: Operation; ownBase: string } {
  try {
    const syntax = parser.parse(text, { baseIRI: baseIri } as never)
    const fault = scopeFault(syntax)
    if (fault) throw new Error(fault)
    const operation = toAlgebra(syntax, {
      quads: true,
      blankToVariable: true,
      baseIRI: baseIri,
      dataFactory: rdf,
    } as never)
    return { operation, ownBase: ownBase(syntax, baseIri) }
  } catch (error) {
    // Operators without brackets nest too: a chain of thousands is deeper than the stack.
    if (error instanceof RangeError)
      throw new RequestError('payload-too-large', 'The query is nested too deep. Ask it in parts.')
    throw malformed(text, error as Error)
  }
}

/** Each BASE is read against the one before it (SPARQL 1.1 §4.1.1.2). */
function ownBase(syntax: unknown, given: string): string {
  const { context = [] } = syntax as { context?: readonly { subType?: string; value?: { value?: string } }[] }
  const bases = context.filter(({ subType }) => subType === 'base').map(({ value }) => value?.value ?? '')
  return bases.reduce((base, iri) => URL.parse(iri, base)?.href ?? base, given)
}

const forms: Readonly<Record<string, QueryForm>> = {
  project: 'SELECT',
  distinct: 'SELECT',
  reduced: 'SELECT',
  ask: 'ASK',
  construct: 'CONSTRUCT',
  describe: 'DESCRIBE',
}

/** The form that the outermost operation of a query gives away; an update has none. */
function formOf(operation: Operation): QueryForm | undefined {
  const { type } = operation
  if (forms[type]) return forms[type]
  const wraps = type === 'slice' || type === 'orderby' || type === 'from'
  return wraps ? formOf((operation as { input: Operation }).input) : undefined
}

/** The parser tells positions only in its messages: `Parse error on line 2` over a caret, or an offset. */
function malformed(text: string, error: Error): RequestError {
  const caret = /^Parse error on line (\d+)\n.*?\n(-*)\^\n(.*)$/s.exec(error.message)
  if (caret) {
    const [, line, dashes, explanation] = caret
    return new RequestError('query-malformed', tidy(explanation!), { line: Number(line), column: dashes!.length + 1 })
  }
  const offset = /at offset: (\d+)/.exec(error.message)?.[1] ?? unknownPrefixOffset(text, error.message)
  // Where nothing else is known, the text ended too early.
  return new RequestError('query-malformed', tidy(error.message), positionOf(text, Number(offset ?? text.length)))
}

function unknownPrefixOffset(text: string, message: string): number | undefined {
  const prefix = /^Unknown prefix: (.*)$/.exec(message)?.[1]
  const offset = prefix === undefined ? -1 : text.indexOf(`${prefix}:`)
  return offset < 0 ? undefined : offset
}

/** Line and column of an offset, counted from 1. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

function tidy(message: string): string {
  return message.replace(/\s+/g, ' ').replace('expecting at least one iteration which starts with ', '').trim()
}
