/**
 * RDF terms as queries make and read them by the million: plain members, no look-ups. They are RDF/JS terms
 * (https://rdf.js.org/data-model-spec/) with base directions and triple terms (RDF 1.2 Concepts §3.3, §3.4).
 */
import type { BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term, Variable } from '@rdfjs/types'

export type { BlankNode, DefaultGraph, Literal, NamedNode, Quad, Term, Variable }

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const rdfNs = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

class Iri {
  readonly termType = 'NamedNode'
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
  equals(other?: Term | null): boolean {
    return other?.termType === 'NamedNode' && other.value === this.value
  }
}

class Blank {
  readonly termType = 'BlankNode'
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
  equals(other?: Term | null): boolean {
    return other?.termType === 'BlankNode' && other.value === this.value
  }
}

class Name {
  readonly termType = 'Variable'
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
  equals(other?: Term | null): boolean {
    return other?.termType === 'Variable' && other.value === this.value
  }
}

class Text {
  readonly termType = 'Literal'
  readonly value: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl' | ''
  readonly datatype: NamedNode
  constructor(value: string, language: string, direction: 'ltr' | 'rtl' | '', datatype: NamedNode) {
    this.value = value
    this.language = language
    this.direction = direction
    this.datatype = datatype
  }
  equals(other?: Term | null): boolean {
    return (
      other?.termType === 'Literal' &&
      other.value === this.value &&
      other.language === this.language &&
      (other.direction || '') === this.direction &&
      other.datatype.value === this.datatype.value
    )
  }
}

class Default {
  readonly termType = 'DefaultGraph'
  readonly value = ''
  equals(other?: Term | null): boolean {
    return other?.termType === 'DefaultGraph'
  }
}

class Triple {
  readonly termType = 'Quad'
  readonly value = ''
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
  readonly graph: Term = defaultGraph
  constructor(subject: Term, predicate: Term, object: Term) {
    this.subject = subject
    this.predicate = predicate
    this.object = object
  }
  equals(other?: Term | null): boolean {
    return (
      other?.termType === 'Quad' &&
      this.subject.equals(other.subject) &&
      this.predicate.equals(other.predicate) &&
      this.object.equals(other.object)
    )
  }
}

export const defaultGraph: DefaultGraph = new Default()

export function iri(value: string): NamedNode {
  return new Iri(value)
}

export function blankNode(label: string): BlankNode {
  return new Blank(label)
}

export function variable(name: string): Variable {
  return new Name(name)
}

export const xsdString = iri(`${xsd}string`)
export const langString = iri(`${rdfNs}langString`)
export const dirLangString = iri(`${rdfNs}dirLangString`)

/** A literal with a datatype, xsd:string if nothing is said. */
export function literal(value: string, datatype: NamedNode = xsdString): Literal {
  return new Text(value, '', '', datatype)
}

/** A language-tagged string; its tag is written in lower case, as two that differ in case are one (RDF 1.2 §3.4). */
export function taggedLiteral(value: string, language: string, direction: 'ltr' | 'rtl' | '' = ''): Literal {
  return new Text(value, language.toLowerCase(), direction, direction ? dirLangString : langString)
}

/** A triple term, or a pattern of one with variables in it. */
export function tripleTerm(subject: Term, predicate: Term, object: Term): Quad {
  return new Triple(subject, predicate, object) as unknown as Quad
}

/** Text that two terms share exactly if they are the same term (sameTerm, SPARQL 1.2 §17.4.2.9). */
export function termKey(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return term.value
    case 'BlankNode':
      return `_:${term.value}`
    case 'Literal':
      if (term.language) return `"${term.value}"@${term.language}${term.direction ? `--${term.direction}` : ''}`
      return term.datatype.value === xsdString.value ? `"${term.value}"` : `"${term.value}"^^${term.datatype.value}`
    case 'Quad': {
      // Lengths keep the parts apart, whatever is in them.
      const keys = [term.subject, term.predicate, term.object].map(termKey)
      return `<<(${keys.map((key) => `${key.length}:${key}`).join('')}`
    }
    default:
      return ` ${term.termType} ${term.value}`
  }
}
