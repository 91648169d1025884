/**
 * Where Oxigraph and the standards part, each with the sentence that decides.
 */
import type { Term } from '../../../src/rdf/terms.ts'
import { xsd } from './terms.ts'

/** A call and its two results, as `show` and `spelling` have them. */
export interface Call {
  readonly name: string
  readonly args: readonly Term[]
  readonly ours: string
  readonly theirs: string
}

interface Difference {
  readonly reason: string
  readonly covers: (call: Call) => boolean
}

const isOf =
  (...datatypes: readonly string[]) =>
  (term: Term) =>
    term.termType === 'Literal' && datatypes.some((name) => xsd(name).value === term.datatype.value)

const isDuration = isOf('duration', 'dayTimeDuration', 'yearMonthDuration')
const isTemporal = isOf('dateTime', 'date', 'time')
const isExact = isOf('integer', 'decimal', 'byte', 'positiveInteger')

const isIllTyped = (term: Term) =>
  (isOf('byte')(term) && term.value === '128') ||
  (isOf('unsignedInt')(term) && term.value === '-1') ||
  (isOf('double')(term) && term.value === 'inf')

const isRelation = (name: string) => /^[<>]=?$/.test(name)
const isOperator = (name: string) => /^(u?[+-]|[*/])$/.test(name)

export const differencesFromOxigraph: readonly Difference[] = [
  {
    reason:
      'A literal whose lexical form is not in the lexical space of its datatype is ill-typed (RDF 1.2 Concepts §3.3), as ' +
      'isNUMERIC("1200"^^xsd:byte) is false (SPARQL 1.2 §17.4.2.6); Oxigraph has no bounds of bytes and reads inf',
    covers: ({ args }) => args.some(isIllTyped),
  },
  {
    reason:
      'Literals are the same term if their lexical forms and datatypes are (RDF 1.2 Concepts §3.3), and STR returns the ' +
      'lexical form (SPARQL 1.2 §17.4.2.7); Oxigraph keeps the value only',
    covers: ({ name, args }) => ['str', 'datatype', 'sameterm'].includes(name) && args.every(isOfKnownValue),
  },
  {
    reason: 'xsd:integer has no bounds (XML Schema 1.1 §3.4.13); Oxigraph has 64 bits',
    covers: ({ ours, theirs }) => theirs === 'error' && /^"-?\d{19,}"\^\^(integer|decimal)$/.test(ours),
  },
  {
    reason:
      'A number is cast to the xsd:decimal that is numerically closest (XPath Functions §19.1.2.3), which is the number ' +
      'itself; Oxigraph has 18 digits behind the point',
    covers: ({ name, args }) => name === xsd('decimal').value && args.every(isOf('float', 'double')),
  },
  {
    reason: '0 times or by a number that is not 0 is 0 (XPath Functions §4.2); Oxigraph has an error for decimals',
    covers: ({ name, args, ours }) => /^[*/]$/.test(name) && args.every(isExact) && ours === '"0"^^decimal',
  },
  {
    reason:
      'Of two whole numbers as close the one nearer to positive infinity is returned (SPARQL 1.2 §17.4.4.2); Oxigraph ' +
      'rounds away from zero',
    covers: ({ name, args }) => name === 'round' && args.every(isOf('double')),
  },
  {
    reason:
      'A double of a million or more is written with an exponent when it is cast to xsd:string (XPath Functions §19.1); ' +
      'Oxigraph writes all its digits',
    covers: ({ name, args }) => name === xsd('string').value && args.every(isOf('double')),
  },
  {
    reason: 'White space is normalized before a text is cast (XPath Functions §19.2); Oxigraph has an error',
    covers: ({ args, theirs }) => args.length === 1 && args[0]!.value === ' 1.50 ' && theirs === 'error',
  },
  {
    reason:
      'A duration is cast to a type that lacks some of its parts without them (XPath Functions §19.1.3); Oxigraph has an ' +
      'error',
    covers: ({ name, args }) => /Duration$/.test(name) && args.every(isDuration),
  },
  {
    reason:
      'Operators of arithmetic are those of numbers (SPARQL 1.2 §17.3), all else is an error; Oxigraph reckons with ' +
      'durations and dates',
    covers: ({ name, args, ours }) => isOperator(name) && args.some(isTimely) && ours === 'error',
  },
  {
    reason: 'NaN is neither less nor greater than any number (XPath Functions §4.3), which is false and no error',
    covers: ({ name, args, ours }) => isRelation(name) && args.some(isNaNLiteral) && ours === '"false"^^boolean',
  },
  {
    reason:
      '< is an operator of numbers, strings, booleans and dateTimes (SPARQL 1.2 §17.3), and of two values of one type in ' +
      'XPath; Oxigraph orders texts of one language, equal terms, and durations of different types',
    covers: ({ name, args, ours }) => isRelation(name) && ours === 'error' && !args.some(isNaNLiteral),
  },
  {
    reason: '< of booleans is op:boolean-less-than (SPARQL 1.2 §17.3); Oxigraph has an error',
    covers: ({ name, args }) => isRelation(name) && args.every(isOf('boolean')),
  },
  {
    reason:
      'dateTimes, dates and times without a timezone are compared in the implicit one (XPath Functions §9.4), which is ' +
      'UTC; Oxigraph has an error where the fourteen hours of a timezone might decide',
    covers: ({ name, args, theirs }) => isRelation(name) && args.every(isTemporal) && theirs === 'error',
  },
  {
    reason:
      '= of dateTimes is op:dateTime-equal (SPARQL 1.2 §17.3), which takes the implicit timezone; Oxigraph says false',
    covers: ({ name, args }) => /^!?=$/.test(name) && args.every(isOf('dateTime')),
  },
  {
    reason:
      'Whether a date with a timezone is one without cannot be determined, an error (SPARQL 1.2 §17.4.2.2; XML Schema 1.1 ' +
      '§D.2.1), as the test date-1 of open-world has it; Oxigraph says false',
    covers: ({ name, args, ours }) => /^!?=$/.test(name) && args.every(isOf('date', 'time')) && ours === 'error',
  },
  {
    reason: 'An empty tag or range never matches (SPARQL 1.2 §17.4.3.11); Oxigraph matches an empty one with itself',
    covers: ({ name, args }) => name === 'langmatches' && args.every(({ value }) => value === ''),
  },
  {
    reason:
      'A language tag should be valid but needs not be (SPARQL 1.2 §17.4.2.16), and the rule LANG_DIR has tags of one ' +
      'letter; Oxigraph has an error',
    covers: ({ name, args, theirs }) => name === 'strlang' && args[1]!.value.length === 1 && theirs === 'error',
  },
  {
    reason:
      'SUBSTR is fn:substring (SPARQL 1.2 §17.4.3.2), which takes a start before the text, and NaN, for a position like ' +
      'any other (XPath Functions §5.4.3); Oxigraph has an error',
    covers: ({ name, theirs }) => name === 'substr' && theirs === 'error',
  },
]

function isOfKnownValue(term: Term): boolean {
  return term.termType === 'Literal' && term.datatype.value !== xsd('string').value && !term.language
}

function isTimely(term: Term): boolean {
  return isDuration(term) || isTemporal(term)
}

function isNaNLiteral(term: Term): boolean {
  return isOf('float', 'double')(term) && term.value === 'NaN'
}
