/**
 * Triples of the dictionary as lines of N-Triples (RDF 1.2 N-Triples §3), in the canonical form (§4) in which
 * `rdf/nquads.ts` writes terms.
 */
import { toNTerm } from '../../rdf/nquads.ts'
import { literal } from '../../rdf/terms.ts'
import { firstIds } from '../../store/snapshot/first-terms.ts'
import { kinds } from '../../store/snapshot/term-kinds.ts'
import type { ByteBuffer, Escapes } from './byte-buffer.ts'
import type { StoredTerms } from './result.ts'

/** As a literal of that one character is written, without its quotation marks. */
const inLiterals: Escapes = Array.from({ length: 256 }, (_, byte) => {
  const written = byte < 0x80 ? toNTerm(literal(String.fromCharCode(byte))).slice(1, -1) : ''
  return written.length > 1 ? Buffer.from(written) : undefined
})
const inIris: Escapes = []

const [open, close, blank, quote, datatype, at] = ['<', '>', '_:', '"', '"^^<', '"@'].map((text) =>
  Buffer.from(text),
) as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer]
const [space, end] = [Buffer.from(' '), Buffer.from(' .\n')] as const

/** Writes a triple by its ids. @returns false, and nothing, for one that is none or that has a term of more parts */
export function writeLine(
  stored: StoredTerms,
  subject: number,
  predicate: number,
  object: number,
  out: ByteBuffer,
): boolean {
  const kindOf = (id: number) => stored.kinds[id] ?? 0
  const isNode = kindOf(subject) === kinds.iri || kindOf(subject) === kinds.blankNode
  const isWritten = kindOf(object) >= kinds.blankNode && kindOf(object) <= kinds.tagged
  if (!isNode || kindOf(predicate) !== kinds.iri || !isWritten) return false
  writeTerm(stored, subject, out)
  out.bytes(space)
  writeTerm(stored, predicate, out)
  out.bytes(space)
  writeTerm(stored, object, out)
  out.bytes(end)
  return true
}

function writeTerm({ kinds: kindsById, qualifiers, ends, text }: StoredTerms, id: number, out: ByteBuffer): void {
  const write = (one: number, escapes: Escapes) => out.escaped(text, ends[one - 1]!, ends[one]!, escapes)
  const kind = kindsById[id]
  if (kind === kinds.iri) {
    out.bytes(open)
    write(id, inIris)
    out.bytes(close)
  } else if (kind === kinds.blankNode) {
    out.bytes(blank)
    write(id, inIris)
  } else {
    out.bytes(quote)
    write(id, inLiterals)
    const qualifier = qualifiers[id]!
    if (kind === kinds.tagged) {
      out.bytes(at)
      write(qualifier, inIris)
    } else if (qualifier === firstIds.xsdString) out.bytes(quote)
    else {
      out.bytes(datatype)
      write(qualifier, inIris)
      out.bytes(close)
    }
  }
}
