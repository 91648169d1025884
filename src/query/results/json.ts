/**
 * SPARQL 1.1 Query Results JSON Format (https://www.w3.org/TR/sparql11-results-json/).
 */
import { type Term, xsdString } from '../../rdf/terms.ts'
import type { RowsWriter } from './result.ts'

export const jsonResults: RowsWriter = {
  rows(variables) {
    const members = variables.map((name) => `${JSON.stringify(name)}:`)
    return {
      head: `{"head":{"vars":[${variables.map((name) => JSON.stringify(name)).join(',')}]},"results":{"bindings":[`,
      row: (row, first) => {
        let text = first ? '\n{' : ',\n{'
        let isFirst = true
        for (let index = 0; index < row.length; index++) {
          const term = row[index]
          if (!term) continue
          text += isFirst ? members[index]! : `,${members[index]}`
          text += toJson(term)
          isFirst = false
        }
        return `${text}}`
      },
      tail: '\n]}}\n',
    }
  },
  boolean: (value) => `{"head":{},"boolean":${value}}\n`,
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
