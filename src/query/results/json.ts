/**
 * SPARQL 1.1 Query Results JSON Format (https://www.w3.org/TR/sparql11-results-json/).
 */
import { type Term, xsdString } from '../../rdf/terms.ts'
import type { RowsWriter } from './result.ts'

export const jsonResults: RowsWriter = {
  rows(variables) {
    const names = variables.map((name) => JSON.stringify(name))
    return {
      head: `{"head":{"vars":[${names.join(',')}]},"results":{"bindings":[`,
      row: (row, first) => {
        const bindings: string[] = []
        for (const [index, term] of row.entries()) {
          if (term) bindings.push(`${names[index]}:${JSON.stringify(toJson(term))}`)
        }
        return `${first ? '' : ','}\n{${bindings.join(',')}}`
      },
      tail: '\n]}}\n',
    }
  },
  boolean: (value) => `{"head":{},"boolean":${value}}\n`,
}

function toJson(term: Term): unknown {
  switch (term.termType) {
    case 'NamedNode':
      return { type: 'uri', value: term.value }
    case 'BlankNode':
      return { type: 'bnode', value: term.value }
    case 'Literal': {
      const { value, language, direction, datatype } = term
      if (language) return { type: 'literal', value, 'xml:lang': language, ...(direction && { 'its:dir': direction }) }
      return datatype.value === xsdString.value
        ? { type: 'literal', value }
        : { type: 'literal', value, datatype: datatype.value }
    }
    case 'Quad': {
      const { subject, predicate, object } = term
      const value = { subject: toJson(subject), predicate: toJson(predicate), object: toJson(object) }
      return { type: 'triple', value }
    }
    default:
      throw new TypeError(`A ${term.termType} cannot stand in a result`)
  }
}
