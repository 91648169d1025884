/**
 * One spelling for terms that are the same value. The suites write numbers in other spellings than their own data
 * (`tsv03` expects `1.0e6` for the `1.0E6` that it is given), and processors may choose theirs: numbers of one datatype
 * are compared by value, language tags without regard to case (RDF 1.1 Concepts §3.3); all else letter by letter.
 */
import { type Literal, type Quad, rdf, type Term } from '../../../src/rdf/environment.ts'
import { prefixes } from '../../../src/rdf/namespaces.ts'

/** The quad with all of its terms in canonical spelling, those inside triple terms too. */
export function canonicalQuad(quad: Quad): Quad {
  return rdf.quad(quad.subject, quad.predicate, canonicalTerm(quad.object) as never, quad.graph) as Quad
}

export function canonicalTerm(term: Term): Term {
  if (term.termType === 'Quad') return canonicalQuad(term as Quad)
  if (term.termType !== 'Literal') return term
  const { value, language, datatype, direction } = term as Literal & { direction?: string }
  if (language)
    return rdf.literal(value, { language: language.toLowerCase(), ...(direction && { direction }) } as never)
  return rdf.literal(numbers[datatype.value.slice(prefixes.xsd!.length)]?.(value) ?? value, datatype)
}

/** By datatype, the spelling of a number; undefined for what is no number of that datatype. */
const numbers: Readonly<Record<string, (text: string) => string | undefined>> = {
  integer: decimal,
  decimal,
  float: double,
  double,
}

function decimal(text: string): string | undefined {
  const match = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text)
  if (!match || !/\d/.test(text)) return undefined
  const [, sign, whole, fraction] = match
  const digits = `${whole || '0'}${fraction ? `.${fraction}` : ''}`
  return sign === '-' && digits !== '0' ? `-${digits}` : digits
}

function double(text: string): string | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? String(Number(text)) : undefined
}
