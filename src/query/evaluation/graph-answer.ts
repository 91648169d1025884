/**
 * Answers that are graphs: CONSTRUCT (SPARQL 1.2 §16.2) and DESCRIBE (§16.4).
 */
import { type Quad, rdf } from '../../rdf/environment.ts'
import { nQuads, nTriples, rdfFormats } from '../../rdf/formats.ts'
import type { JsonLd } from '../../rdf/jsonld.ts'
import { toNQuad } from '../../rdf/nquads.ts'
import { isTriple } from '../../rdf/well-formed.ts'
import { writeQuads } from '../../rdf/write.ts'
import type { Query } from '../algebra.ts'
import { ByteBuffer } from '../results/byte-buffer.ts'
import type { Write } from '../results/result.ts'
import { constructTriples } from './construct.ts'
import { describeTriples } from './describe.ts'
import type { Environment } from './execution.ts'
import { DistinctRows } from './operators/distinct.ts'

/** The most bytes of lines that wait to be sent together. */
const batch = 16 * 1024

/** Bytes of a triple that waits until all are there. */
const perTriple = 200

export async function writeGraph(
  query: Query,
  mediaType: string,
  environment: Environment,
  jsonLd: () => Promise<JsonLd>,
  write: Write,
): Promise<void> {
  const { execution } = environment
  const { ids, meter, registers } = execution
  const format = rdfFormats.find((candidate) => candidate.mediaType === mediaType)!
  const asLines = format === nTriples || format === nQuads
  const quads: Quad[] = []
  const out = new ByteBuffer()
  const places = [execution.newSlot(), execution.newSlot(), execution.newSlot()]
  const seen = new DistinctRows(places, environment)
  const add = (subject: number, predicate: number, object: number): void => {
    for (const [index, id] of [subject, predicate, object].entries()) registers[places[index]!] = id
    if (!seen.add(registers)) return
    const quad = rdf.quad(
      ids.termOf(subject) as never,
      ids.termOf(predicate) as never,
      ids.termOf(object) as never,
    ) as Quad
    // A template that gives no RDF triple gives none (§16.2).
    if (!isTriple(quad)) return
    if (asLines) {
      out.text(toNQuad(quad))
      if (out.length >= batch) write(out.take())
    } else {
      meter.keep(perTriple)
      quads.push(quad)
    }
  }
  if (query.form === 'CONSTRUCT') constructTriples(query, environment, add)
  else describeTriples(query, environment, add)
  if (!asLines) out.text(await writeQuads(quads, format, await jsonLd()))
  write(out.take())
}
