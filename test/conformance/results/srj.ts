/**
 * SPARQL 1.1 Query Results JSON Format (https://www.w3.org/TR/sparql11-results-json/), with the triple terms and
 * directions of 1.2 (https://www.w3.org/TR/sparql12-results-json/).
 */
import { type Quad, rdf, type Term } from '../../../src/rdf/environment.ts'
import type { Answer } from './answer.ts'
import { literal } from './terms.ts'

interface Document {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] }
}

interface JsonTerm {
  readonly type: string
  readonly value: string | { readonly subject: JsonTerm; readonly predicate: JsonTerm; readonly object: JsonTerm }
  readonly 'xml:lang'?: string
  readonly 'its:dir'?: string
  readonly datatype?: string
}

/** @throws Error for what is no JSON or no such document */
export function readSrj(text: string): Answer {
  const { head, boolean, results }: Document = JSON.parse(text)
  if (!head) throw new Error('there is no head')
  if (typeof boolean === 'boolean') return { kind: 'boolean', value: boolean }
  if (!results || !head.vars) throw new Error('there are neither results nor a boolean')
  const rows = results.bindings.map(
    (binding) => new Map(Object.entries(binding).map(([name, term]) => [name, readTerm(term)])),
  )
  return { kind: 'rows', variables: head.vars, rows }
}

function readTerm({ type, value, 'xml:lang': language, 'its:dir': direction, datatype }: JsonTerm): Term {
  if (type === 'triple' && typeof value === 'object') {
    const [subject, predicate, object] = [value.subject, value.predicate, value.object].map(readTerm)
    return rdf.quad(subject as never, predicate as never, object as never) as Quad
  }
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is no text`)
  switch (type) {
    case 'uri':
      return rdf.namedNode(value)
    case 'bnode':
      return rdf.blankNode(value)
    case 'literal':
    case 'typed-literal':
      return literal(value, { language, direction, datatype })
    default:
      throw new Error(`${type} is no type of term`)
  }
}
