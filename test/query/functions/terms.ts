/**
 * Terms and calls as the tests of functions write them.
 */

import type { FunctionContext } from '../../../src/query/functions/context.ts'
import { builtIn, namedFunction } from '../../../src/query/functions/table.ts'
import { blankNode, iri, type Literal, literal, type Term, taggedLiteral, tripleTerm } from '../../../src/rdf/terms.ts'

export const xsd = (name: string) => iri(`http://www.w3.org/2001/XMLSchema#${name}`)
export const rdf = (name: string) => iri(`http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}`)

/** A literal of a datatype of XML Schema. */
export const typed = (lexical: string, datatype: string): Literal => literal(lexical, xsd(datatype))

/** An xsd:integer, whatever its size. */
export const int = (value: number | bigint | string): Literal => typed(String(value), 'integer')

export const context: FunctionContext = {
  now: typed('2024-02-29T12:00:00Z', 'dateTime'),
  baseIri: 'http://example.org/a/b?c#d',
  blankNode: (label = 'fresh') => blankNode(label),
}

/** Calls a built-in by its name, or a function by its IRI. */
export function call(name: string, ...args: readonly Term[]): Term | undefined {
  const found = builtIn(name) ?? namedFunction(name)
  if (!found) throw new Error(`there is no ${name}`)
  return found(args, context)
}

/** A term as SPARQL has it, and `error` for none, so that a table of results can be read. */
export function show(term: Term | undefined): string {
  switch (term?.termType) {
    case undefined:
      return 'error'
    case 'NamedNode':
      return `<${term.value}>`
    case 'BlankNode':
      return `_:${term.value}`
    case 'Literal':
      return showLiteral(term)
    case 'Quad':
      return `<<( ${show(term.subject)} ${show(term.predicate)} ${show(term.object)} )>>`
    default:
      throw new Error(`${term?.termType} is no RDF term`)
  }
}

function showLiteral({ value, language, direction, datatype }: Literal): string {
  const text = JSON.stringify(value)
  if (language) return `${text}@${language}${direction ? `--${direction}` : ''}`
  if (datatype.value === xsd('string').value) return text
  return `${text}^^<${datatype.value}>`.replace(/\^\^<http:\/\/www\.w3\.org\/2001\/XMLSchema#(\w+)>/, '^^$1')
}

/** A term in the text of a query. */
export function written(term: Term): string {
  return show(term).replace(/\^\^(\w+)/g, (_, name) => `^^<${xsd(name).value}>`)
}

/** As `show`, but numbers of one datatype are told apart by value only. */
export function spelling(term: Term | undefined): string {
  if (term?.termType !== 'Literal') return show(term)
  switch (term.datatype.value) {
    case xsd('double').value:
    case xsd('float').value:
      return show(literal(String(Number(term.value.replace('INF', 'Infinity'))), term.datatype))
    case xsd('decimal').value:
      return show(literal(term.value.replace(/^(-?)0*(?=\d)|(\.\d*?)0+$/g, '$1$2').replace(/\.$/, ''), term.datatype))
    default:
      return show(term)
  }
}

/** Terms of all kinds: values at the edges of their types, ill-typed literals, languages, directions. */
export const variety: readonly Term[] = [
  iri('http://example.org/x'),
  iri('http://example.org/ÿ'),
  blankNode('b'),
  tripleTerm(iri('http://example.org/s'), iri('http://example.org/p'), int(1)),
  tripleTerm(iri('http://example.org/s'), iri('http://example.org/p'), typed('1.0', 'decimal')),
  tripleTerm(blankNode('b'), iri('http://example.org/p'), typed('x', 'integer')),
  literal(''),
  literal('a'),
  literal('Ab'),
  literal('b'),
  literal('1'),
  literal(' 1.50 '),
  literal('true'),
  literal('\u{1f600}'),
  literal('\uffee'),
  literal('straße'),
  taggedLiteral('a', 'en'),
  taggedLiteral('a', 'en-GB'),
  taggedLiteral('b', 'en'),
  taggedLiteral('a', 'en', 'ltr'),
  taggedLiteral('a', 'en', 'rtl'),
  literal('a', iri('http://example.org/type')),
  literal('b', iri('http://example.org/type')),
  int(0),
  int(1),
  int(-1),
  typed('+01', 'integer'),
  int(7),
  int('9007199254740993'),
  int('9223372036854775807'),
  int('-9223372036854775808'),
  typed('x', 'integer'),
  typed('1', 'byte'),
  typed('128', 'byte'),
  typed('-1', 'unsignedInt'),
  typed('5', 'positiveInteger'),
  typed('0.0', 'decimal'),
  typed('1.0', 'decimal'),
  typed('-1.5', 'decimal'),
  typed('2.5', 'decimal'),
  typed('.001', 'decimal'),
  typed('1e0', 'decimal'),
  typed('1', 'float'),
  typed('0.1', 'float'),
  typed('-0', 'float'),
  typed('NaN', 'float'),
  typed('1.0E0', 'double'),
  typed('0.1', 'double'),
  typed('-2.5e0', 'double'),
  typed('1e300', 'double'),
  typed('9007199254740992', 'double'),
  typed('-0.0', 'double'),
  typed('INF', 'double'),
  typed('-INF', 'double'),
  typed('NaN', 'double'),
  typed('inf', 'double'),
  typed('true', 'boolean'),
  typed('1', 'boolean'),
  typed('false', 'boolean'),
  typed('TRUE', 'boolean'),
  typed('2024-02-29T12:30:15.250Z', 'dateTime'),
  typed('2024-02-29T12:30:15.25', 'dateTime'),
  typed('2024-02-29T13:30:15.25+01:00', 'dateTime'),
  typed('2024-12-31T24:00:00Z', 'dateTime'),
  typed('-0044-03-15T00:00:00Z', 'dateTime'),
  typed('12024-01-01T00:00:00-05:30', 'dateTime'),
  typed('2023-02-29T00:00:00Z', 'dateTime'),
  typed('2024-02-29', 'date'),
  typed('2024-02-29Z', 'date'),
  typed('2024-03-01+14:00', 'date'),
  typed('12:30:15', 'time'),
  typed('12:30:15Z', 'time'),
  typed('P1DT2H', 'dayTimeDuration'),
  typed('PT26H', 'dayTimeDuration'),
  typed('P1Y', 'yearMonthDuration'),
  typed('-P14M', 'yearMonthDuration'),
  typed('P12M', 'duration'),
  typed('P1YT1S', 'duration'),
]
