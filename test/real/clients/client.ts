/**
 * What every client of a SPARQL endpoint can do, whatever it is written in.
 */
import type * as RDF from '@rdfjs/types'
import { type Quad, rdf } from '../../../src/rdf/environment.ts'
import { parse } from '../../../src/rdf/parse.ts'
import { baseIri } from '../../support/dataset.ts'

/** A term in the SPARQL 1.1 Query Results JSON Format (§3.2.2). */
export interface JsonTerm {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly 'xml:lang'?: string
  readonly datatype?: string
}

export type Solution = Readonly<Record<string, JsonTerm>>

export interface Client {
  /** The solutions of a SELECT, in order. */
  select(query: string): Promise<readonly Solution[]>
  ask(query: string): Promise<boolean>
  /** The triples of a CONSTRUCT or DESCRIBE, in the default graph. */
  graph(query: string): Promise<readonly Quad[]>
}

/** The term of a JavaScript client as the results format writes it. */
export function toJsonTerm(term: RDF.Term): JsonTerm {
  if (term.termType === 'NamedNode') return { type: 'uri', value: term.value }
  if (term.termType === 'BlankNode') return { type: 'bnode', value: term.value }
  if (term.termType !== 'Literal') throw new TypeError(`A ${term.termType} is no term of a solution`)
  const { value, language, datatype } = term
  if (language) return { type: 'literal', value, 'xml:lang': language }
  return plain({ type: 'literal', value, datatype: datatype.value })
}

/** The term without what means the same when it is left out: that a string is a string. */
export function plain({ type, value, 'xml:lang': language, datatype }: JsonTerm): JsonTerm {
  const isString = datatype === 'http://www.w3.org/2001/XMLSchema#string'
  return {
    type,
    value,
    ...(language && { 'xml:lang': language }),
    ...(!language && datatype && !isString && { datatype }),
  }
}

/** The triples of a client that gives RDF/JS quads. */
export function toTriples(quads: readonly RDF.Quad[]): Quad[] {
  return quads.map(({ subject, predicate, object }) => rdf.quad(subject, predicate, object) as Quad)
}

/** The triples of a client that prints them. */
export async function readTriples(nTriples: string): Promise<Quad[]> {
  return (await parse(nTriples, { baseIri, file: 'answer.nt' })).map(({ quad }) => quad)
}
