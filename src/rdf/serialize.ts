/**
 * Quads to the text formats that n3 writes or that stand line by line. JSON-LD is in `jsonld.ts`, RDF/XML in `rdfxml.ts`.
 */
import { Writer } from 'n3'
import { type Quad, toTriple } from './environment.ts'
import type { RdfFormat } from './formats.ts'
import { prefixes } from './namespaces.ts'
import { toNQuad } from './nquads.ts'

/** N-Triples or N-Quads: one line a quad, in the order given. A triple format leaves the graphs out. */
export function toLines(quads: readonly Quad[], format: RdfFormat): string {
  return quads.map((quad) => toNQuad(format.graphs ? quad : toTriple(quad))).join('')
}

/**
 * Turtle or TriG with the project's prefixes, in the order given: quads of one graph and subject that stand together
 * are written together. A triple format leaves the graphs out.
 */
export function toTurtle(quads: readonly Quad[], format: RdfFormat): string {
  const writer = new Writer({ format: format.mediaType, prefixes: usedPrefixes(quads) })
  // n3 types its own term classes; RDF/JS terms are all that it needs.
  for (const quad of quads) writer.addQuad((format.graphs ? quad : toTriple(quad)) as never)
  let text = ''
  writer.end((error, result) => {
    if (error) throw error
    text = result
  })
  return text
}

function usedPrefixes(quads: readonly Quad[]): Record<string, string> {
  const used = new Set<string>()
  for (const { subject, predicate, object } of quads) {
    for (const term of [subject, predicate, object]) {
      const iri = term.termType === 'Literal' ? term.datatype.value : term.value
      used.add(iri.slice(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1))
    }
  }
  return Object.fromEntries(Object.entries(prefixes).filter(([, namespace]) => used.has(namespace)))
}
