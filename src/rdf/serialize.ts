/**
 * Quads to the text formats that n3 writes or that stand line by line. JSON-LD is in `jsonld.ts`, RDF/XML in `rdfxml.ts`.
 */
import { Writer } from 'n3'
import { type Quad, toTriple } from './environment.ts'
import type { RdfFormat } from './formats.ts'
import { prefixes } from './namespaces.ts'
import { toNQuad } from './nquads.ts'

/** N-Triples or N-Quads: one line a quad, in the order given. A triple format leaves the graphs out. */
export function* toLines(quads: Iterable<Quad>, format: RdfFormat): Generator<string, void> {
  for (const quad of quads) yield toNQuad(format.graphs ? quad : toTriple(quad))
}

/**
 * Turtle or TriG with the project's prefixes, in the order given: quads of one graph and subject that stand together
 * are written together. A triple format leaves the graphs out.
 * @param quads are walked twice: first for the prefixes
 */
export function* toTurtle(quads: Iterable<Quad>, format: RdfFormat): Generator<string, void> {
  let text = ''
  const output = {
    write: (written: string) => {
      text += written
    },
    end: () => {},
  }
  // n3 types whole streams and its own term classes; what it uses of them is this, and RDF/JS terms.
  const writer = new Writer(output as never, { format: format.mediaType, prefixes: usedPrefixes(quads) })
  for (const quad of quads) {
    writer.addQuad((format.graphs ? quad : toTriple(quad)) as never)
    yield text
    text = ''
  }
  writer.end()
  yield text
}

function usedPrefixes(quads: Iterable<Quad>): Record<string, string> {
  const used = new Set<string>()
  for (const { subject, predicate, object } of quads) {
    for (const term of [subject, predicate, object]) {
      const iri = term.termType === 'Literal' ? term.datatype.value : term.value
      used.add(iri.slice(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1))
    }
  }
  return Object.fromEntries(Object.entries(prefixes).filter(([, namespace]) => used.has(namespace)))
}
