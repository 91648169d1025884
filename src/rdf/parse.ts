/**
 * Text in Turtle, TriG, N-Triples or N-Quads to quads, each with the line it stands on.
 */
import { Parser, type ParserOptions } from 'n3'
import { type Fault, FaultsError } from '../errors.ts'
import { type NamedNode, type Quad, rdf } from './environment.ts'

/** A quad and where it was read: `line` counts from 1 and is the line of its object. */
export interface Statement {
  readonly quad: Quad
  readonly file: string
  readonly line: number
}

export interface ParseOptions {
  /** Against which relative IRIs are read (RFC 3986 §5). */
  readonly baseIri: string
  /** Name of the file, for positions. */
  readonly file: string
  /** The graph of triples that stand outside of any graph block; without it they stay in the default graph. */
  readonly graph?: NamedNode
}

/**
 * Parses a whole document. Turtle is read as the TriG that it is (TriG §2: every Turtle document is one).
 * @throws FaultsError with file, line, column and what is wrong, at the first syntax error.
 */
export function parse(text: string, options: ParseOptions): Statement[] {
  const { baseIri, file, graph } = options
  const statements: Statement[] = []
  let token: Token | undefined
  let previous: Token | undefined
  const fault = (error: ParseError): Fault => ({ file, ...position(error, text), message: withoutLine(error.message) })
  const parser = new Parser({ baseIRI: baseIri, format: 'application/trig', factory: rdf } as unknown as ParserOptions)
  parser.parse(text, {
    onToken(next: Token) {
      previous = token
      token = next
    },
    onQuad(error: ParseError | null, quad: Quad | null) {
      if (error) throw new FaultsError([fault(error)])
      if (!quad) return
      const placed = graph && quad.graph.termType === 'DefaultGraph' ? inGraph(quad, graph) : quad
      // The token that completes a quad is the punctuation after its object.
      statements.push({ quad: placed, file, line: previous?.line ?? 1 })
    },
  } as never)
  return statements
}

function inGraph(quad: Quad, graph: NamedNode): Quad {
  return rdf.quad(quad.subject, quad.predicate, quad.object, graph) as Quad
}

/** A token of the N3 lexer: columns count from 0. */
interface Token {
  readonly line: number
  readonly start: number
  readonly end: number
}

interface ParseError extends Error {
  readonly context?: { token?: Token; line?: number; previousToken?: Token }
}

function position(error: ParseError, text: string): { line: number; column: number } {
  const { token, line = 1, previousToken } = error.context ?? {}
  if (token) return { line, column: token.start + 1 }
  // The lexer knows only the last token it could read: the fault starts at the next character after it.
  const from = previousToken?.line === line ? previousToken.end : 0
  const rest = text.split('\n')[line - 1]?.slice(from) ?? ''
  return { line, column: from + rest.search(/\S|$/) + 1 }
}

function withoutLine(message: string): string {
  return message.replace(/ on line \d+\.?$/, '')
}
