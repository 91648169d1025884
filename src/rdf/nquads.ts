/**
 * One quad as one line, in the canonical form of RDFC-1.0 (RDF Dataset Canonicalization §5, "Canonical N-Quads"):
 * fast, and the text whose sorted lines are hashed to the dataset's version.
 */
import type { Quad, Term } from './environment.ts'
import { xsdString } from './terms.ts'

const escapes: Record<string, string> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/** The term in N-Triples syntax; the default graph is the empty string. */
export function toNTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${term.value}>`
    case 'BlankNode':
      return `_:${term.value}`
    case 'Literal': {
      const text = `"${escapeText(term.value)}"`
      if (term.language) return `${text}@${term.language}${term.direction ? `--${term.direction}` : ''}`
      return term.datatype.value === xsdString.value ? text : `${text}^^<${term.datatype.value}>`
    }
    case 'DefaultGraph':
      return ''
    case 'Quad':
      return `<<( ${toNTerm(term.subject)} ${toNTerm(term.predicate)} ${toNTerm(term.object)} )>>`
    default:
      throw new TypeError(`A ${term.termType} cannot stand in N-Quads`)
  }
}

/** The line of a quad in N-Quads, with its newline; a quad of the default graph gives a line of N-Triples. */
export function toNQuad({ subject, predicate, object, graph }: Quad): string {
  const name = toNTerm(graph)
  return `${toNTerm(subject)} ${toNTerm(predicate)} ${toNTerm(object)}${name && ` ${name}`} .\n`
}

function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that the canonical form escapes
  return text.replace(/[\x00-\x1f"\\\x7f]/g, (character) => escapes[character] ?? unicodeEscape(character))
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
}
