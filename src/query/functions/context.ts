/**
 * What a function may know beside its arguments, and what it may use up.
 */
import type { Literal, Term } from '../../rdf/terms.ts'

export interface FunctionContext {
  /** NOW() of the query: one xsd:dateTime, however often it is asked (SPARQL 1.2 §17.4.5.1). */
  readonly now: Literal
  /** Against which IRI() resolves. */
  readonly baseIri: string
  /** A fresh blank node; with a label the same one within one solution (§17.4.2.14). */
  blankNode(label?: string): Term
  /** Told the UTF-16 units about to be made. @throws RequestError when the query has used too much */
  charge?(units: number): void
}

/** A function of the SPARQL language on evaluated arguments; `undefined` is an error of the expression (§17.2). */
export type StrictFunction = (args: readonly Term[], context: FunctionContext) => Term | undefined
