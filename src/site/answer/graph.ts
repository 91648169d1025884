/**
 * A graph, as CONSTRUCT and DESCRIBE answer, as an answer of rows: one for each statement.
 */

import type { Term } from '../../rdf/environment.ts'
import { parse } from '../../rdf/parse.ts'
import { type Answer, type AnswerTerm, most } from './answer.ts'

/** @param text in N-Triples, a statement a line; no more of them are read than a page shows */
export async function readGraph(text: string, baseIri: string): Promise<Answer> {
  const lines = text.split('\n').filter((line) => line !== '')
  const shown = await parse(lines.slice(0, most).join('\n'), { baseIri, file: 'answer.nt' })
  const rows = shown.map(({ quad: { subject, predicate, object } }) => ({
    subject: termOf(subject),
    property: termOf(predicate),
    value: termOf(object),
  }))
  return { variables: ['subject', 'property', 'value'], rows, total: lines.length }
}

function termOf(term: Term): AnswerTerm {
  if (term.termType === 'NamedNode') return { type: 'uri', value: term.value }
  if (term.termType !== 'Literal') return { type: 'bnode', value: term.value }
  const { value, language, datatype } = term
  return { type: 'literal', value, ...(language ? { 'xml:lang': language } : { datatype: datatype.value }) }
}
