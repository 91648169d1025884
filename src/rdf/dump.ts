/**
 * A whole dataset as one document in a format, piece by piece, so that it may be larger than memory.
 */
import type { Quad } from './environment.ts'
import { nQuads, type RdfFormat, rdfXml } from './formats.ts'
import type { JsonLd } from './jsonld.ts'
import { writePieces } from './write.ts'

/** A dataset in the orders of its documents. Each walk is a new one. */
export interface DumpSource {
  /** In the order of `sortQuads`. */
  quads(): Iterable<Quad>
  /** The union of all graphs, in the order of `sortTriples`. */
  triples(): Iterable<Quad>
  canonicalNQuads(): Iterable<Uint8Array>
}

/**
 * The document. N-Quads are the canonical ones, whose SHA-256 is the version's, as anyone can see with `sha256sum`. A
 * document without graphs says so at its head; JSON-LD carries its context.
 * @throws RequestError `not-acceptable` for what the format cannot say
 */
export function dumpPieces(source: DumpSource, format: RdfFormat, context: JsonLd): AsyncIterable<string | Uint8Array> {
  if (format === nQuads) return bytesOf(source)
  const quads = { [Symbol.iterator]: () => (format.graphs ? source.quads() : source.triples())[Symbol.iterator]() }
  const pieces = writePieces(quads, format, context, true)
  return format.graphs ? pieces : withNotice(pieces, format)
}

async function* bytesOf(source: DumpSource): AsyncGenerator<Uint8Array, void> {
  yield* source.canonicalNQuads()
}

async function* withNotice(pieces: AsyncIterable<string>, format: RdfFormat): AsyncGenerator<string, void> {
  if (format !== rdfXml) {
    yield unionNotice.map((line) => `# ${line}\n`).join('')
    yield* pieces
    return
  }
  let isFirst = true
  for await (const piece of pieces) {
    // Only white space and comments stand between the declaration and the root.
    yield isFirst ? piece.replace('?>\n', `?>\n<!-- ${unionNotice.join('\n     ')} -->\n`) : piece
    isFirst = false
  }
}

const unionNotice = [
  'The union of all graphs, each triple once. Which passage states a fact is in the',
  'N-Quads, TriG and JSON-LD dumps, whose graphs are the passages.',
]
