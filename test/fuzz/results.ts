/**
 * Answers of both sides in one shape. Terms are strings in which what has the same value and datatype looks the same:
 * systems may give any lexical form of a computed value (SPARQL 1.1 Query §17.1 leaves it to XPath, which returns values).
 */
import { Parser } from 'n3'
import type { Term } from '../../src/rdf/environment.ts'
import { rdf } from '../../src/rdf/environment.ts'
import { xsd } from './data.ts'

export type Result =
  | { readonly kind: 'rows'; readonly variables: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'graph'; readonly rows: readonly Row[] }

/** Cells by variable, or by position in a triple; blank nodes start with `_:`. */
export type Row = ReadonlyMap<string, string>

interface JsonTerm {
  readonly type: string
  readonly value: string
  readonly 'xml:lang'?: string
  readonly datatype?: string
}

/** Reads SPARQL 1.1 Query Results JSON. */
export function parseJsonResult(text: string): Result {
  const { head, boolean, results } = JSON.parse(text)
  if (typeof boolean === 'boolean') return { kind: 'boolean', value: boolean }
  const rows = (results?.bindings ?? []).map(
    (binding: Record<string, JsonTerm>) =>
      new Map(Object.entries(binding).map(([name, term]) => [name, jsonCell(term)] as const)),
  )
  return { kind: 'rows', variables: head?.vars ?? [], rows }
}

/** Reads the triples of N-Triples or Turtle, each once. */
export function parseTriples(text: string): Result {
  const triples = new Parser({ format: 'text/turtle', factory: rdf } as never).parse(text)
  const rows = triples.map(({ subject, predicate, object }) => {
    const cells = { s: subject, p: predicate, o: object }
    return new Map(Object.entries(cells).map(([name, term]) => [name, cell(term as never)] as const))
  })
  const different = new Map(rows.map((row) => [[...row.values()].join(' '), row]))
  return { kind: 'graph', rows: [...different.values()] }
}

export function isEmpty(result: Result): boolean {
  return result.kind === 'boolean' ? !result.value : result.rows.length === 0
}

function jsonCell({ type, value, datatype, ...rest }: JsonTerm): string {
  if (type === 'uri') return `<${value}>`
  if (type === 'bnode') return `_:${value}`
  return literalCell(value, rest['xml:lang'] ?? '', datatype ?? `${xsd}string`)
}

function cell(term: Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`
  if (term.termType === 'Literal') return literalCell(term.value, term.language, term.datatype.value)
  return `_:${term.value}`
}

function literalCell(value: string, language: string, datatype: string): string {
  // Language tags are compared without case (RDF 1.1 Concepts §3.3).
  if (language) return `"${value}"@${language.toLowerCase()}`
  const type = datatype.startsWith(xsd) ? datatype.slice(xsd.length) : ''
  const normal = normalizers[type]?.(value) ?? value
  return type === 'string' ? `"${normal}"` : `"${normal}"^^${type ? `xsd:${type}` : `<${datatype}>`}`
}

const integer = (text: string) => (/^[+-]?\d+$/.test(text) ? String(BigInt(text.replace('+', ''))) : text)
const floating = (digits: number) => (text: string) => {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return text.replace('+', '')
  // The order of a sum is not defined, and so not its last digits.
  return String(Number(Number(text).toPrecision(digits)) || 0)
}
/** Rounded where systems part: 18 digits are what all keep (XML Schema 1.1 Part 2 §5.4), of a float cast less. */
const decimal = (text: string) => {
  const parts = /^([+-]?)(\d*)\.?(\d*)$/.exec(text)
  if (!parts || !(parts[2] || parts[3])) return text
  const [, sign, whole, fraction] = parts
  const scaled = (BigInt(`${whole}${fraction!.slice(0, 11).padEnd(11, '0')}`) + 5n) / 10n
  const digits = String(scaled).padStart(11, '0')
  const number = `${digits.slice(0, -10)}.${digits.slice(-10)}`.replace(/\.?0+$/, '')
  return sign === '-' && number !== '0' ? `-${number}` : number
}
const instant = (text: string) =>
  text
    .replace(/(\.\d*?)0+(?=$|[Z+-])/, '$1')
    .replace(/\.(?=$|[Z+-])/, '')
    .replace(/[+-]00:00$/, 'Z')
const seconds = (text: string) => {
  const parts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text)
  if (!parts) return text
  const [, sign, days = 0, hours = 0, minutes = 0, rest = 0] = parts
  return `${sign}${Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest)} s`.replace(
    /^-0 s/,
    '0 s',
  )
}

const normalizers: Readonly<Record<string, (text: string) => string>> = {
  integer,
  byte: integer,
  unsignedByte: integer,
  decimal,
  double: floating(11),
  float: floating(5),
  boolean: (text) => (text === '1' ? 'true' : text === '0' ? 'false' : text),
  dateTime: instant,
  date: instant,
  time: instant,
  dayTimeDuration: seconds,
}
