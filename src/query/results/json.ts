/**
 * SPARQL 1.1 Query Results JSON Format (https://www.w3.org/TR/sparql11-results-json/).
 */

import type { ByteBuffer, Escapes } from '../../rdf/byte-buffer.ts'
import { type Term, xsdString } from '../../rdf/terms.ts'
import { firstIds } from '../../store/snapshot/first-terms.ts'
import { kinds } from '../../store/snapshot/term-kinds.ts'
import type { StoredTerms } from '../../store/snapshot/written-terms.ts'
import type { Row, RowsWriter } from './result.ts'

export const jsonResults: RowsWriter = {
  rows(variables, stored) {
    const names = variables.map((name) => JSON.stringify(name))
    const members = names.map((name) => [Buffer.from(`${name}:`), Buffer.from(`,${name}:`)] as const)
    return {
      head: `{"head":{"vars":[${names.join(',')}]},"results":{"bindings":[`,
      row: (row, first, out) => {
        out.bytes(first ? opening : further)
        let separated = 0
        for (let column = 0; column < row.length; column++) {
          const id = row.storedAt(column)
          const term = id ? undefined : row.termAt(column)
          if (!id && !term) continue
          out.bytes(members[column]![separated as 0 | 1])
          separated = 1
          if (id) writeStored(id, stored!, row, column, out)
          else out.text(toJson(term!))
        }
        out.bytes(closing)
      },
      tail: '\n]}}\n',
    }
  },
  boolean: (value) => `{"head":{},"boolean":${value}}\n`,
}

const [opening, further, closing] = ['\n{', ',\n{', '}'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer]
const [uri, bnode, literal] = ['uri', 'bnode', 'literal'].map((type) => Buffer.from(`{"type":"${type}","value":"`)) as [
  Buffer,
  Buffer,
  Buffer,
]
const [end, datatype, language] = ['"}', '","datatype":"', '","xml:lang":"'].map((text) => Buffer.from(text)) as [
  Buffer,
  Buffer,
  Buffer,
]

/** Quotation mark, reverse solidus and control characters (RFC 8259 §7). */
const escapes: Escapes = Array.from({ length: 256 }, (_, byte) => {
  const written = JSON.stringify(String.fromCharCode(byte)).slice(1, -1)
  return byte < 0x80 && written.length > 1 ? Buffer.from(written) : undefined
})

/** A term of the dictionary, from its bytes. */
function writeStored(id: number, stored: StoredTerms, row: Row, column: number, out: ByteBuffer): void {
  const { ends, text, qualifiers } = stored
  const write = (one: number) => out.escaped(text, ends[one - 1]!, ends[one]!, escapes)
  switch (stored.kinds[id]) {
    case kinds.iri:
      out.bytes(uri)
      write(id)
      break
    case kinds.blankNode:
      out.bytes(bnode)
      write(id)
      break
    case kinds.literal:
      out.bytes(literal)
      write(id)
      if (qualifiers[id] === firstIds.xsdString) break
      out.bytes(datatype)
      write(qualifiers[id]!)
      break
    case kinds.tagged:
      out.bytes(literal)
      write(id)
      out.bytes(language)
      write(qualifiers[id]!)
      break
    default:
      out.text(toJson(row.termAt(column)!))
      return
  }
  out.bytes(end)
}

/**
 * An RDF term (§3.2.2), with base directions and triple terms as SPARQL 1.2 has them: put together as text, as objects
 * take several times as long.
 */
function toJson(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `{"type":"uri","value":${JSON.stringify(term.value)}}`
    case 'BlankNode':
      return `{"type":"bnode","value":${JSON.stringify(term.value)}}`
    case 'Literal': {
      const { language, direction, datatype } = term
      const value = `{"type":"literal","value":${JSON.stringify(term.value)}`
      if (language) {
        const base = direction ? `,"its:dir":${JSON.stringify(direction)}` : ''
        return `${value},"xml:lang":${JSON.stringify(language)}${base}}`
      }
      return datatype.value === xsdString.value ? `${value}}` : `${value},"datatype":${JSON.stringify(datatype.value)}}`
    }
    case 'Quad': {
      const [subject, predicate, object] = [term.subject, term.predicate, term.object].map((part) =>
        toJson(part as Term),
      )
      return `{"type":"triple","value":{"subject":${subject},"predicate":${predicate},"object":${object}}}`
    }
    default:
      throw new TypeError(`A ${term.termType} cannot stand in a result`)
  }
}
