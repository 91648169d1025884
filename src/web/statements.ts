/**
 * The statements of a graph, as rows of an answer.
 */
import type { Term } from 'n3'
import type { AnswerRow, AnswerTerm } from './answer.ts'

export const statementVariables = ['subject', 'property', 'value']

/** @param text in Turtle; what reads it is loaded when there is something to read */
export async function statementsIn(text: string, baseIri: string): Promise<readonly AnswerRow[]> {
  const { Parser } = await import('../lib/n3@2.13.12/n3.esm.min.js')
  return new Parser({ baseIRI: baseIri, format: 'text/turtle' }).parse(text).map(({ subject, predicate, object }) => ({
    subject: termOf(subject),
    property: termOf(predicate),
    value: termOf(object),
  }))
}

function termOf(term: Term): AnswerTerm {
  if (term.termType === 'NamedNode') return { type: 'uri', value: term.value }
  if (term.termType !== 'Literal') return { type: 'bnode', value: term.value }
  const { value, language, datatype } = term
  return { type: 'literal', value, ...(language ? { 'xml:lang': language } : { datatype: datatype.value }) }
}
