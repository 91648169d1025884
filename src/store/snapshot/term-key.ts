/**
 * What a dictionary knows a term by: its kind, its qualifier and its bytes. Two terms are the same if all three are.
 *
 *     kind                     qualifier                                   bytes
 *     IRI, blank node          0                                           the IRI or the label in UTF-8
 *     literal                  the id of its datatype                      the lexical form in UTF-8
 *     language-tagged string   the id of its tag as an xsd:string          the lexical form in UTF-8
 *     triple term              0                                           the ids of subject, predicate and object
 *     default graph            0                                           none
 */
import { Buffer } from 'node:buffer'
import { type Literal, literal, type Term, xsdString } from '../../rdf/terms.ts'
import { firstIds } from './first-terms.ts'
import { type Kind, kinds } from './term-kinds.ts'

const encoder = new TextEncoder()

/** UTF-8 has at most three bytes for a UTF-16 code unit. */
const bytesPerUnit = 3

/** A key that one term after the other is set into, so that looking up makes no garbage. */
export class TermKey {
  kind: Kind = 0
  qualifier = 0
  /** Of which the first `length` count. */
  bytes = Buffer.alloc(1024)
  length = 0

  /**
   * Becomes the key of a term.
   * @param idOf gives the ids of the terms that this one is made of; it may set the same key.
   * @returns false if one of them has no id, or if the term is none that data can have: no dictionary knows it then.
   */
  set(term: Term, idOf: (part: Term) => number): boolean {
    switch (term.termType) {
      case 'NamedNode':
        return this.#setText(kinds.iri, 0, term.value)
      case 'BlankNode':
        return this.#setText(kinds.blankNode, 0, term.value)
      case 'Literal': {
        const qualifier = qualifierOf(term, idOf)
        return qualifier > 0 && this.#setText(kindOf(term), qualifier, term.value)
      }
      case 'Quad':
        return this.setTriple(idOf(term.subject), idOf(term.predicate), idOf(term.object))
      case 'DefaultGraph':
        return this.#setText(kinds.defaultGraph, 0, '')
      default:
        return false
    }
  }

  /** Becomes the key of a triple term; false if one of its terms has no id. */
  setTriple(subject: number, predicate: number, object: number): boolean {
    if (!subject || !predicate || !object) return false
    this.kind = kinds.tripleTerm
    this.qualifier = 0
    this.bytes.writeUInt32LE(subject, 0)
    this.bytes.writeUInt32LE(predicate, 4)
    this.length = this.bytes.writeUInt32LE(object, 8)
    return true
  }

  /** Makes room for so many bytes; what is in it may get lost. */
  reserve(room: number): void {
    if (room > this.bytes.length) this.bytes = Buffer.alloc(room)
  }

  /** Four bytes at a time; in the end the low bits, which a hash table takes, depend on all others. */
  hash(): number {
    const { bytes, length } = this
    let hash = mix(length, this.qualifier * 16 + this.kind)
    let at = 0
    for (; at + 4 <= length; at += 4) {
      hash = mix(hash, bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    }
    for (; at < length; at++) hash = mix(hash, bytes[at]!)
    return mix(hash, 0) >>> 0
  }

  #setText(kind: Kind, qualifier: number, text: string): true {
    this.reserve(text.length * bytesPerUnit)
    this.kind = kind
    this.qualifier = qualifier
    this.length = encoder.encodeInto(text, this.bytes).written
    return true
  }
}

function qualifierOf({ language, datatype }: Literal, idOf: (part: Term) => number): number {
  if (language) return idOf(literal(language.toLowerCase()))
  return datatype.value === xsdString.value ? firstIds.xsdString : idOf(datatype)
}

function kindOf({ language, direction }: Literal): Kind {
  if (!language) return kinds.literal
  return direction === 'ltr' ? kinds.taggedLtr : direction === 'rtl' ? kinds.taggedRtl : kinds.tagged
}

/** A step as of multiply-and-shift hashes; the factor is 2^32 divided by the golden ratio. */
function mix(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 15)
}
