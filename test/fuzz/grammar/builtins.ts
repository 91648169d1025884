/**
 * Built-in calls and aggregates: rules 121 to 127, one table of functions by the kind of their value.
 *
 * What differs from one evaluation to the next (RAND, NOW, UUID, the order of GROUP_CONCAT, the choice of SAMPLE) is
 * only written where the answer does not depend on it.
 */
import { rdf } from '../../../src/rdf/environment.ts'
import { xsd } from '../data.ts'
import { deeper } from './expressions.ts'
import type { Generation, Kind, Rule } from './generation.ts'

type BuiltInRule =
  | ('BuiltInCall' | 'RegexExpression' | 'SubstringExpression' | 'StrReplaceExpression' | 'ExistsFunc')
  | ('NotExistsFunc' | 'Aggregate')

export const builtInRules: Readonly<Record<BuiltInRule, Rule>> = {
  BuiltInCall: (g, { kind = 'any' }) =>
    deeper(g, () => {
      if (g.grouping && !g.insideAggregate && g.random.chance(0.6)) return aggregateCall(g, kind)
      return g.random.weighted(
        calls[kind].filter(([, , possible]) => possible?.(g) ?? true).map(([w, call]) => [w, call]),
      )(g)
    }),
  RegexExpression: (g) => {
    const flags = g.random.chance(0.3) ? ` , ${text(g, g.random.pick(['i', 's', 'm', 'x', 'q', 'im', '']))}` : ''
    return `REGEX(${expression(g, 'text')} , ${text(g, pattern(g))}${flags})`
  },
  SubstringExpression: (g) => {
    // Oxigraph takes no start below 1, which XPath Functions §5.4.3 does.
    const length = g.random.chance(0.5) ? ` , ${count(g, g.random.int(0, 4))}` : ''
    return `SUBSTR(${expression(g, 'text')} , ${count(g, g.random.int(1, 4))}${length})`
  },
  StrReplaceExpression: (g) => {
    const flags = g.random.chance(0.2) ? ` , ${text(g, g.random.pick(['i', 'q', '']))}` : ''
    const replacement = text(g, g.random.pick(['', '-', 'é']))
    return `REPLACE(${expression(g, 'text')} , ${text(g, pattern(g))} , ${replacement}${flags})`
  },
  ExistsFunc: (g) => `EXISTS ${g.nested(false, () => g.of('GroupGraphPattern'))}`,
  NotExistsFunc: (g) => `NOT EXISTS ${g.nested(false, () => g.of('GroupGraphPattern'))}`,
  Aggregate: (g, { kind = 'number' }) => {
    g.insideAggregate = true
    const distinct = g.random.chance(0.25) ? 'DISTINCT ' : ''
    const over = g.random.weighted<string>([
      [4, 'COUNT'],
      [2, 'SUM'],
      [2, 'MIN'],
      [2, 'MAX'],
      [2, 'AVG'],
      [kind === 'text' ? 8 : 0, 'GROUP_CONCAT'],
      [kind === 'any' ? 8 : 0, 'SAMPLE'],
    ])
    const numbers = over === 'COUNT' ? 'any' : 'number'
    let call = ''
    if (over === 'COUNT' && g.random.chance(0.4)) call = `COUNT(${distinct}*)`
    else if (over === 'SAMPLE') call = `SAMPLE(${distinct}${ofKeys(g)})`
    else if (over === 'GROUP_CONCAT') {
      const separator = g.random.chance(0.5) ? ` ; SEPARATOR = ${g.of('String')}` : ''
      call = `GROUP_CONCAT(${distinct}${expression(g, 'text')}${separator})`
    } else call = `${over}(${distinct}${expression(g, numbers)})`
    g.insideAggregate = false
    return call
  },
}

type Call = (g: Generation) => string
type Entry = readonly [weight: number, call: Call, possible?: (g: Generation) => boolean]

const of = (name: string, ...kinds: Kind[]): Call => {
  return (g) => `${name}(${kinds.map((kind) => expression(g, kind)).join(' , ')})`
}
const named = (rule: 'RegexExpression' | 'SubstringExpression' | 'StrReplaceExpression'): Call => {
  return (g) => g.of(rule)
}
const fixed = (text: string): Call => {
  return (g) => text.replaceAll('NIL', () => g.of('NIL'))
}
const exists = (g: Generation) => g.depth < 3 && g.budget > 0 && !g.grouping && g.scope.bound.size > 0

const choice = (kind: Kind): Entry[] => [
  [0.6, of('IF', 'boolean', kind, kind)],
  [0.6, (g) => `COALESCE${g.of('ExpressionList', { kind })}`],
]

const calls: Readonly<Record<Kind, readonly Entry[]>> = {
  boolean: [
    [1, (g) => `LANGMATCHES(${expression(g, 'text')} , ${text(g, g.random.pick(['*', 'en', 'fr', 'EN']))})`],
    [1, (g) => `LANGMATCHES(LANG(${expression(g, 'text')}) , ${text(g, g.random.pick(['*', 'en', 'fr', 'en-GB']))})`],
    [1.5, bound, (g) => g.expressionVariables().size > 0],
    [1, of('CONTAINS', 'text', 'text')],
    [1, of('STRSTARTS', 'text', 'text')],
    [1, of('STRENDS', 'text', 'text')],
    [1, of('sameTerm', 'any', 'any')],
    [1, of('isIRI', 'any')],
    [0.7, of('isURI', 'iri')],
    [0.7, of('isBLANK', 'any')],
    [1, of('isLITERAL', 'any')],
    [1, of('isNUMERIC', 'any')],
    [2.2, named('RegexExpression')],
    [2.4, (g) => g.of('ExistsFunc'), exists],
    [2.2, (g) => g.of('NotExistsFunc'), exists],
    [0.2, fixed('isIRI(UUIDNIL)')],
    [0.2, fixed('isBLANK(BNODENIL)')],
    [0.2, (g) => `isBLANK(BNODE(${expression(g, 'text')}))`],
    ...choice('boolean'),
  ],
  number: [
    [1, of('ABS', 'number')],
    [1, of('CEIL', 'number')],
    [1, of('FLOOR', 'number')],
    [1, of('ROUND', 'number')],
    [2, of('STRLEN', 'text')],
    [1, of('YEAR', 'date')],
    [0.7, of('MONTH', 'date')],
    [0.7, of('DAY', 'date')],
    [0.7, of('HOURS', 'date')],
    [0.7, of('MINUTES', 'date')],
    [0.7, of('SECONDS', 'date')],
    [0.3, fixed('FLOOR(RANDNIL)')],
    [0.3, fixed('STRLEN(STRUUIDNIL)')],
    [0.2, fixed('STRLEN(STR(UUIDNIL))')],
    ...choice('number'),
  ],
  text: [
    [2, of('STR', 'any')],
    [1.5, of('LANG', 'text')],
    [1, (g) => `CONCAT${g.of('ExpressionList', { kind: 'text' })}`],
    [2.4, named('SubstringExpression')],
    [2.2, named('StrReplaceExpression')],
    [1, of('UCASE', 'text')],
    [1, of('LCASE', 'text')],
    [1, of('ENCODE_FOR_URI', 'text')],
    [1, of('STRBEFORE', 'text', 'text')],
    [1, of('STRAFTER', 'text', 'text')],
    [0.7, of('TZ', 'date')],
    [0.3, of('MD5', 'text')],
    [0.3, of('SHA1', 'text')],
    [0.3, of('SHA256', 'text')],
    [0.3, of('SHA384', 'text')],
    [0.3, of('SHA512', 'text')],
    [0.7, (g) => `STRLANG(${expression(g, 'text')} , ${text(g, g.random.pick(['en', 'fr', 'de']))})`],
    ...choice('text'),
  ],
  iri: [
    [1, (g) => `IRI(${text(g, g.random.pick(['http://fuzz.example/ada', 'bob', 'urn:x', '']))})`],
    [1, (g) => `URI(${text(g, g.random.pick(['http://fuzz.example/ada', 'g1', '#frag']))})`],
    [0.7, of('IRI', 'iri')],
    [1.5, of('DATATYPE', 'any')],
    [0.2, fixed('DATATYPE(NOWNIL)')],
    ...choice('iri'),
  ],
  date: [
    [1, of('TIMEZONE', 'date')],
    [1, (g) => `STRDT(${expression(g, 'text')} , ${expression(g, 'iri')})`],
    [0.5, (g) => `BNODE(${expression(g, 'text')})`],
    [0.3, fixed('BNODENIL')],
    ...choice('date'),
  ],
  any: [
    [1, of('STR', 'any')],
    [1, of('DATATYPE', 'any')],
    [0.4, (g) => `BNODE(${expression(g, 'text')})`],
    ...choice('any'),
  ],
}

const counted = (g: Generation) => g.of('Aggregate')
const aggregates: Readonly<Record<Kind, readonly (readonly [number, Call])[]>> = {
  boolean: [
    [2, (g) => `isNUMERIC(${g.of('Aggregate')})`],
    [1, (g) => `isNUMERIC(${g.of('Aggregate', { kind: 'any' })})`],
  ],
  number: [
    [5, counted],
    [1, (g) => `STRLEN(${g.of('Aggregate', { kind: 'text' })})`],
  ],
  text: [[1, (g) => `STR(${g.of('Aggregate')})`]],
  iri: [[1, (g) => `DATATYPE(${g.of('Aggregate')})`]],
  date: [[1, counted]],
  any: [[1, counted]],
}

function aggregateCall(g: Generation, kind: Kind): string {
  return g.random.weighted(aggregates[kind])(g)
}

const patterns = [
  '^a',
  'e$',
  'o',
  '[0-9]+',
  'é',
  '.',
  'a|b',
  '^$',
  'A',
  '(d)(a)',
  'x y',
  '\\d',
  '\\.',
  '[^a-z]',
  'a{1,2}',
]
const malformed = ['(', '[', '*', 'a{2,1}', '\\']

function pattern(g: Generation): string {
  return g.random.chance(0.03) ? g.random.pick(malformed) : g.random.pick(patterns)
}

function bound(g: Generation): string {
  return `BOUND(${g.of('Var', { name: g.random.pick([...g.expressionVariables().keys()]) })})`
}

/** A whole number as an expression of its own. */
function count(g: Generation, value: number): string {
  return operand(g, () => g.of('NumericLiteral', { term: rdf.literal(String(value), rdf.namedNode(`${xsd}integer`)) }))
}

/** A string literal as an expression of its own. */
function text(g: Generation, value: string): string {
  g.mark('RDFLiteral')
  return operand(g, () => g.of('String', { term: rdf.literal(value) }))
}

/** What is an expression by all its levels, and written as the last of them. */
function operand(g: Generation, write: () => string): string {
  g.mark('Expression', 'ConditionalOrExpression', 'ConditionalAndExpression', 'ValueLogical', 'RelationalExpression')
  g.mark('NumericExpression', 'AdditiveExpression', 'MultiplicativeExpression', 'UnaryExpression', 'PrimaryExpression')
  return write()
}

function expression(g: Generation, kind: Kind): string {
  return g.of('Expression', { kind })
}

/** An expression that has one value in a group. */
function ofKeys(g: Generation): string {
  g.insideAggregate = false
  const { grouping } = g
  g.grouping = undefined
  const { scope } = g
  g.scope = { ...scope, bound: new Map(grouping?.keys) }
  const text = expression(g, 'number')
  Object.assign(g, { grouping, scope })
  return text
}
