/**
 * SPARQL Query Results XML Format (https://www.w3.org/TR/rdf-sparql-XMLres/).
 */
import { type Term, xsdString } from '../../rdf/terms.ts'
import { escapeXml } from '../../rdf/xml.ts'
import { type RowsWriter, termsOf } from './result.ts'

const open =
  '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#" xmlns:its="http://www.w3.org/2005/11/its">\n'

export const xmlResults: RowsWriter = {
  rows(variables) {
    const names = variables.map(escapeXml)
    const head = names.map((name) => `<variable name="${name}"/>`).join('')
    return {
      head: `${open}<head>${head}</head>\n<results>\n`,
      row: (row, _first, out) => {
        const bindings = termsOf(row).map((term, index) =>
          term ? `<binding name="${names[index]}">${toXml(term)}</binding>` : '',
        )
        out.text(`<result>${bindings.join('')}</result>\n`)
      },
      tail: '</results>\n</sparql>\n',
    }
  },
  boolean: (value) => `${open}<head/>\n<boolean>${value}</boolean>\n</sparql>\n`,
}

function toXml(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<uri>${escapeXml(term.value)}</uri>`
    case 'BlankNode':
      return `<bnode>${escapeXml(term.value)}</bnode>`
    case 'Literal': {
      const { value, language, direction, datatype } = term
      const plain = datatype.value === xsdString.value
      const towards = direction ? ` its:dir="${direction}" its:version="2.0"` : ''
      const attribute = language
        ? ` xml:lang="${language}"${towards}`
        : plain
          ? ''
          : ` datatype="${escapeXml(datatype.value)}"`
      return `<literal${attribute}>${escapeXml(value)}</literal>`
    }
    case 'Quad': {
      const { subject, predicate, object } = term
      const parts = `<subject>${toXml(subject)}</subject><predicate>${toXml(predicate)}</predicate>`
      return `<triple>${parts}<object>${toXml(object)}</object></triple>`
    }
    default:
      throw new TypeError(`A ${term.termType} cannot stand in a result`)
  }
}
