/**
 * Answers that are graphs: CONSTRUCT (SPARQL 1.2 §16.2) and DESCRIBE (§16.4).
 */

import { ByteBuffer } from '../../rdf/byte-buffer.ts'
import { type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { nQuads, nTriples, rdfFormats } from '../../rdf/formats.ts'
import type { JsonLd } from '../../rdf/jsonld.ts'
import { toNQuad } from '../../rdf/nquads.ts'
import { isTriple } from '../../rdf/well-formed.ts'
import { writeQuads } from '../../rdf/write.ts'
import type { Query } from '../algebra.ts'
import { writeLine } from '../results/lines.ts'
import type { Write } from '../results/result.ts'
import type { Environment } from './execution.ts'
import { graphTriples } from './graph-triples.ts'

/** The most bytes of lines that wait to be sent together. */
const batch = 16 * 1024

/** Bytes of a triple that waits until all are there. */
const perTriple = 200

/**
 * @param mediaType one of `rdfFormats`
 * @throws RequestError as `evaluate` does
 */
export async function writeGraph(
  query: Query,
  mediaType: string,
  environment: Environment,
  jsonLd: () => Promise<JsonLd>,
  write: Write,
): Promise<void> {
  const { execution } = environment
  const { ids, meter } = execution
  const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)!
  const asLines = format === nTriples || format === nQuads
  const quads: Quad[] = []
  const out = new ByteBuffer()
  const send = () => {
    if (out.length >= batch) write(out.take())
  }
  const addTerms = (subject: Term, predicate: Term, object: Term): void => {
    const quad = rdf.quad(subject as never, predicate as never, object as never) as Quad
    // A template that gives no RDF triple gives none (§16.2).
    if (!isTriple(quad)) return
    if (asLines) {
      out.text(toNQuad(quad))
      send()
    } else {
      meter.keep(perTriple)
      quads.push(quad)
    }
  }
  graphTriples(query, environment, (subject, predicate, object) => {
    if (asLines && writeLine(ids.snapshot.stored, subject, predicate, object, out)) send()
    else addTerms(ids.termOf(subject), ids.termOf(predicate), ids.termOf(object))
  })
  if (!asLines) out.text(await writeQuads(quads, format, await jsonLd()))
  write(out.take())
}
