/**
 * Whether a term that a query made up is one at all: what is not would forge statements where it is written.
 */
import type { Quad, Term } from './environment.ts'

/** The characters that no IRI has between its brackets (Turtle §6.5, IRIREF). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the production names them
const notInIri = /[\x00-\x20<>"{}|^`\\]/

/** BCP 47 as far as RDF goes (Turtle §6.5, LANGTAG). */
const languageTag = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i

/** Whether a text is an IRI with a scheme (RFC 3987 §2.2), as far as its characters go: no URL need it be. */
export function isAbsoluteIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) && !notInIri.test(text) && text.isWellFormed()
}

export function isWellFormed(term: Term): boolean {
  switch (term.termType) {
    case 'NamedNode':
      return !notInIri.test(term.value)
    case 'Literal':
      return term.language ? languageTag.test(term.language) : !notInIri.test(term.datatype.value)
    case 'Quad':
      return [term.subject, term.predicate, term.object].every(isWellFormed)
    default:
      return true
  }
}

/** Whether a statement is an RDF triple (RDF 1.1 Concepts §3.1): its subject no literal, its predicate an IRI. */
export function isTriple({ subject, predicate, object }: Quad): boolean {
  const places = ['NamedNode', 'BlankNode'].includes(subject.termType) && predicate.termType === 'NamedNode'
  return places && [subject, predicate, object].every(isWellFormed)
}
