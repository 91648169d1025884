/**
 * The terms of a dictionary as N-Triples writes them (RDF 1.2 N-Triples §3), in the canonical form (§4) that
 * `rdf/nquads.ts` gives: from bytes to bytes, without a string on the way.
 */
import type { ByteBuffer, Escapes } from '../../rdf/byte-buffer.ts'
import { toNTerm } from '../../rdf/nquads.ts'
import { literal } from '../../rdf/terms.ts'
import { firstIds } from './first-terms.ts'
import type { Snapshot } from './snapshot.ts'
import { kinds } from './term-kinds.ts'

/** The terms that have ids, as bytes. */
export type StoredTerms = Snapshot['stored']

/** As a literal of that one character is written, without its quotation marks. */
export const literalEscapes: Escapes = Array.from({ length: 256 }, (_, byte) => {
  const written = byte < 0x80 ? toNTerm(literal(String.fromCharCode(byte))).slice(1, -1) : ''
  return written.length > 1 ? Buffer.from(written) : undefined
})
const noEscapes: Escapes = Array.from({ length: 256 }, () => undefined)

const open = Buffer.from('<')
const close = Buffer.from('>')
const blank = Buffer.from('_:')
const quote = Buffer.from('"')
const datatype = Buffer.from('"^^<')
const language = Buffer.from('"@')
const leftToRight = Buffer.from('--ltr')
const rightToLeft = Buffer.from('--rtl')
const openTriple = Buffer.from('<<( ')
const closeTriple = Buffer.from(' )>>')
const space = Buffer.from(' ')

/** Writes the term of an id; the default graph's is the empty text. */
export function writeTerm(stored: StoredTerms, id: number, out: ByteBuffer): void {
  switch (stored.kinds[id]) {
    case kinds.defaultGraph:
      return
    case kinds.iri:
      out.bytes(open)
      writeText(stored, id, noEscapes, out)
      out.bytes(close)
      return
    case kinds.blankNode:
      out.bytes(blank)
      writeText(stored, id, noEscapes, out)
      return
    case kinds.tripleTerm:
      writeTripleTerm(stored, id, out)
      return
    default:
      out.bytes(quote)
      writeText(stored, id, literalEscapes, out)
      writeLiteralEnd(stored, id, out)
  }
}

/** What comes behind the text of a literal: the quotation mark, and its language or datatype. */
export function writeLiteralEnd(stored: StoredTerms, id: number, out: ByteBuffer): void {
  const kind = stored.kinds[id]
  const qualifier = stored.qualifiers[id]!
  if (kind !== kinds.literal) {
    out.bytes(language)
    writeText(stored, qualifier, noEscapes, out)
    if (kind !== kinds.tagged) out.bytes(kind === kinds.taggedLtr ? leftToRight : rightToLeft)
  } else if (qualifier === firstIds.xsdString) out.bytes(quote)
  else {
    out.bytes(datatype)
    writeText(stored, qualifier, noEscapes, out)
    out.bytes(close)
  }
}

function writeTripleTerm(stored: StoredTerms, id: number, out: ByteBuffer): void {
  const { buffer, byteOffset } = stored.text
  const parts = new DataView(buffer, byteOffset + stored.ends[id - 1]!)
  out.bytes(openTriple)
  writeTerm(stored, parts.getUint32(0, true), out)
  out.bytes(space)
  writeTerm(stored, parts.getUint32(4, true), out)
  out.bytes(space)
  writeTerm(stored, parts.getUint32(8, true), out)
  out.bytes(closeTriple)
}

function writeText({ ends, text }: StoredTerms, id: number, escapes: Escapes, out: ByteBuffer): void {
  out.escaped(text, ends[id - 1]!, ends[id]!, escapes)
}
