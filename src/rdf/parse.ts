/**
 * Text in Turtle, TriG, N-Triples or N-Quads to quads, each with the line it stands on.
 */
import { Parser, type ParserOptions } from 'n3'
import { FaultsError } from '../errors.ts'
import { type NamedNode, type Quad, rdf } from './environment.ts'
import { type RdfFormat, triG } from './formats.ts'

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
  /** TriG if nothing is said, which every Turtle and N-Triples document is too (TriG §2). */
  readonly format?: RdfFormat
  /** The graph of triples that stand outside of any graph block; without it they stay in the default graph. */
  readonly graph?: NamedNode
}

/**
 * Parses a whole document.
 * @throws FaultsError with file, line, column and what is wrong, at the first syntax error.
 */
export function parse(text: string, options: ParseOptions): Promise<Statement[]> {
  const { baseIri, file, graph, format = triG } = options
  const parser = new Parser({ baseIRI: baseIri, format: format.mediaType, factory: rdf } as unknown as ParserOptions)
  const statements: Statement[] = []
  let token: Token | undefined
  let previous: Token | undefined
  return new Promise((resolve, reject) => {
    parser.parse(text, {
      onToken(next: Token) {
        previous = token
        token = next
      },
      // n3 calls back once for each quad, then with no quad at the end, or else once with an error.
      onQuad(error: ParseError | null, quad: Quad | null) {
        if (error) {
          reject(new FaultsError([{ file, ...position(error, text), message: withoutLine(error.message) }]))
        } else if (quad) {
          const placed = graph && quad.graph.termType === 'DefaultGraph' ? inGraph(quad, graph) : quad
          // The token that completes a quad is the punctuation after its object.
          statements.push({ quad: placed, file, line: previous?.line ?? 1 })
        } else resolve(statements)
      },
    } as never)
  })
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

/** n3 tells the line in words too, and names a term by a member that RDF/JS terms do not have. */
function withoutLine(message: string): string {
  return message.replace(/ on line \d+\.?$/, '').replace(' to follow "undefined"', ' here: one of . ; , or }')
}
