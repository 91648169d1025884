/**
 * The terms of one answer of a service: checked, and with blank nodes that are no one else's.
 */
import { randomUUID } from 'node:crypto'
import type { BlankNode, NamedNode, Quad, Term } from '../../rdf/terms.ts'
import { blankNode, iri, literal, taggedLiteral, tripleTerm } from '../../rdf/terms.ts'
import { isAbsoluteIri, isWellFormed } from '../../rdf/well-formed.ts'

/** What an answer says of a literal beside its text; `''` says nothing. */
export interface LiteralAttributes {
  readonly language?: string | undefined
  readonly direction?: string | undefined
  readonly datatype?: string | undefined
}

/** The most triple terms inside each other: terms are read by recursion later on. */
export const maxDepth = 100

/** What stands where a term should, and is none. */
export class IllFormedTerm extends Error {}

export class AnswerTerms {
  /** Labels mean something only within their answer (SPARQL 1.1 Results JSON §3.2.2), and can hold any character. */
  readonly #blankNodes = new Map<string, BlankNode>()
  readonly #scope = `service${randomUUID().replaceAll('-', '')}`

  /** @throws Error for what is no IRI, or a relative one, which has no base here; so do the others for what is no term */
  iri(value: string): NamedNode {
    if (!isAbsoluteIri(value)) throw new IllFormedTerm(`an IRI is not absolute: ${value.slice(0, 100)}`)
    return iri(value)
  }

  blankNode(label: string): BlankNode {
    let node = this.#blankNodes.get(label)
    if (!node) {
      node = blankNode(`${this.#scope}n${this.#blankNodes.size}`)
      this.#blankNodes.set(label, node)
    }
    return node
  }

  literal(value: string, { language, direction = '', datatype }: LiteralAttributes): Term {
    if (direction !== '' && direction !== 'ltr' && direction !== 'rtl') throw new Error('a direction is neither way')
    if (language) return checked(taggedLiteral(value, language, direction))
    return checked(datatype ? literal(value, this.iri(datatype)) : literal(value))
  }

  /** A triple term (RDF 1.2 Concepts §3.1): another one in it can only be its object. */
  triple(subject: Term, predicate: Term, object: Term): Quad {
    const named = predicate.termType === 'NamedNode'
    const about = subject.termType === 'NamedNode' || subject.termType === 'BlankNode'
    if (!named || !about) throw new Error('a triple term is no triple')
    if (depth(object) >= maxDepth) throw new Error('triple terms are nested too deep')
    return tripleTerm(subject, predicate, object)
  }
}

function checked<T extends Term>(term: T): T {
  if (!isWellFormed(term) || !term.value.isWellFormed())
    throw new IllFormedTerm(`a ${term.termType} is not well-formed`)
  return term
}

function depth(term: Term): number {
  let levels = 0
  for (let inner = term; inner.termType === 'Quad'; inner = inner.object) levels++
  return levels
}
