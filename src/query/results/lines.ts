/**
 * Triples of the dictionary as lines of N-Triples (RDF 1.2 N-Triples §3).
 */
import type { ByteBuffer } from '../../rdf/byte-buffer.ts'
import { kinds } from '../../store/snapshot/term-kinds.ts'
import { type StoredTerms, writeTerm } from '../../store/snapshot/written-terms.ts'

const space = Buffer.from(' ')
const end = Buffer.from(' .\n')

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
