/**
 * SPARQL 1.1 Query Results JSON Format (https://www.w3.org/TR/sparql11-results-json/), with the triple terms and base
 * directions of 1.2 (https://www.w3.org/TR/sparql12-results-json/).
 */
import type { Term } from '../../rdf/terms.ts'
import type { Solutions } from './solutions.ts'
import { type AnswerTerms, IllFormedTerm, type LiteralAttributes } from './terms.ts'

/** @throws Error for what is no such document of a SELECT */
export function readJsonSolutions(text: string, terms: AnswerTerms): Solutions {
  const { head, results } = object(JSON.parse(text))
  const variables = array(object(head).vars).map(string)
  const known = new Set(variables)
  const rows = array(object(results).bindings).map((binding) => readBinding(binding, known, terms))
  return { variables, rows }
}

/** §3.2.1, one row. @throws Error for a variable that the head does not have, and IllFormedTerm */
function readBinding(binding: unknown, known: ReadonlySet<string>, terms: AnswerTerms): Row {
  return rowOf(binding, known, (value) => readTerm(value, terms))
}

/**
 * §3.2.1, one row. A query may have made up what is no term: that is as good as unbound.
 * @throws Error for a variable that the head does not have
 */
export function readMadeUp(binding: unknown, known: ReadonlySet<string>, terms: AnswerTerms): Row {
  return rowOf(binding, known, (value) => {
    try {
      return readTerm(value, terms)
    } catch (error) {
      if (error instanceof IllFormedTerm) return undefined
      throw error
    }
  })
}

type Row = ReadonlyMap<string, Term>

/** @param read gives undefined for what leaves the variable unbound */
function rowOf(binding: unknown, known: ReadonlySet<string>, read: (value: unknown) => Term | undefined): Row {
  const row = new Map<string, Term>()
  for (const [name, value] of Object.entries(object(binding))) {
    if (!known.has(name)) throw new Error('a row has a variable that the head does not have')
    const term = read(value)
    if (term) row.set(name, term)
  }
  return row
}

/** §3.2.2, Encoding RDF Terms. */
function readTerm(given: unknown, terms: AnswerTerms): Term {
  const { type, value, ...attributes } = object(given)
  switch (type) {
    case 'uri':
      return terms.iri(string(value))
    case 'bnode':
      return terms.blankNode(string(value))
    case 'literal':
    // As drafts of the format had it, and Virtuoso has it still.
    case 'typed-literal':
      return terms.literal(string(value), literalAttributes(attributes))
    case 'triple': {
      const { subject, predicate, object: last } = object(value)
      return terms.triple(readTerm(subject, terms), readTerm(predicate, terms), readTerm(last, terms))
    }
    default:
      throw new Error('a value has no type that is known')
  }
}

function literalAttributes(attributes: Readonly<Record<string, unknown>>): LiteralAttributes {
  const text = (name: string) => (attributes[name] === undefined ? undefined : string(attributes[name]))
  return { language: text('xml:lang'), direction: text('its:dir'), datatype: text('datatype') }
}

export function object(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  throw new Error('a member is missing or no object')
}

export function array(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Error('a member is missing or no array')
}

export function string(value: unknown): string {
  if (typeof value === 'string') return value
  throw new Error('a member is missing or no string')
}
