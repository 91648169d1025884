/**
 * Expressions: rules 70 to 72, 110 to 120 and 128. Every level passes down the kind of value that is wanted; one in
 * some asks for another kind, because errors have their own logic (§17.2).
 */
import type { Term } from '../../../src/rdf/environment.ts'
import { rdf } from '../../../src/rdf/environment.ts'
import { base, xsd } from '../data.ts'
import type { Generation, Kind, Known, Rule } from './generation.ts'
import type { Production } from './productions.ts'
import { anyTerm, literal } from './terms.ts'

type ExpressionRule =
  | ('FunctionCall' | 'ArgList' | 'ExpressionList' | 'Expression' | 'ConditionalOrExpression')
  | ('ConditionalAndExpression' | 'ValueLogical' | 'RelationalExpression' | 'NumericExpression' | 'AdditiveExpression')
  | ('MultiplicativeExpression' | 'UnaryExpression' | 'PrimaryExpression' | 'BrackettedExpression' | 'iriOrFunction')

export const expressionRules: Readonly<Record<ExpressionRule, Rule>> = {
  Expression: (g, { kind = 'any' }) => {
    const wanted = kind === 'any' || g.random.chance(0.03) ? anyKind(g) : kind
    return g.of('ConditionalOrExpression', { kind: wanted })
  },
  ConditionalOrExpression: (g, want) =>
    repeat(g, want.kind === 'boolean', 0.1, '||', 'ConditionalAndExpression', want.kind),
  ConditionalAndExpression: (g, want) => repeat(g, want.kind === 'boolean', 0.1, '&&', 'ValueLogical', want.kind),
  ValueLogical: (g, want) => g.of('RelationalExpression', want),
  RelationalExpression: (g, { kind }) => {
    if (kind !== 'boolean' || deep(g) || !g.random.chance(0.4)) return g.of('NumericExpression', kind ? { kind } : {})
    return comparison(g)
  },
  NumericExpression: (g, want) => g.of('AdditiveExpression', want),
  AdditiveExpression: (g, { kind = 'any' }) => {
    const first = g.of('MultiplicativeExpression', { kind })
    if (kind !== 'number' || deep(g) || !g.random.chance(0.15)) return first
    const rest = g.random.list(1, 2, () => {
      if (!g.random.chance(0.3)) return `${g.random.pick(['+', '-'])} ${g.of('MultiplicativeExpression', { kind })}`
      // A sign that touches a number belongs to it: `?x -1` (rule 116).
      const signed = g.of(g.random.chance(0.5) ? 'NumericLiteralPositive' : 'NumericLiteralNegative')
      return g.random.chance(0.3)
        ? `${signed} ${g.random.pick(['*', '/'])} ${g.of('UnaryExpression', { kind })}`
        : signed
    })
    return `${first} ${rest.join(' ')}`
  },
  MultiplicativeExpression: (g, { kind = 'any' }) =>
    repeat(g, kind === 'number', 0.1, g.random.pick(['*', '/']), 'UnaryExpression', kind),
  UnaryExpression: (g, { kind = 'any' }) => {
    const primary = g.of('PrimaryExpression', { kind })
    if (kind === 'boolean' && g.random.chance(0.06)) return `! ${primary}`
    if (kind === 'number' && g.random.chance(0.06)) return `${g.random.pick(['+', '-'])} ${primary}`
    return primary
  },
  PrimaryExpression: (g, { kind = 'any' }) => {
    const variables = variablesOf(g, kind)
    const leaf = deep(g)
    return g.random.weighted<() => string>([
      [leaf ? 0 : 0.8, () => g.of('BrackettedExpression', { kind })],
      [leaf ? 0 : kind === 'boolean' ? 5 : 2, () => g.of('BuiltInCall', { kind })],
      [leaf ? 0.01 : kind === 'iri' ? 1 : 0.4, () => g.of('iriOrFunction', { kind: leaf ? 'iri' : kind })],
      [variables.length ? 4 : 0, () => g.of('Var', { name: g.random.pick(variables) })],
      [kind === 'boolean' ? 0.6 : 1, () => constant(g, kind)],
    ])()
  },
  BrackettedExpression: (g, want) => deeper(g, () => `(${g.of('Expression', want)})`),
  iriOrFunction: (g, { kind = 'any' }) => {
    if (kind === 'iri') return g.of('iri')
    const { name, argument } = functionFor(g, kind)
    return g.of('iri', { term: name }) + g.of('ArgList', { kind: argument })
  },
  FunctionCall: (g, { kind = 'any' }) => {
    const { name, argument } = functionFor(g, kind)
    return g.of('iri', { term: name }) + g.of('ArgList', { kind: argument })
  },
  ArgList: (g, { kind = 'any' }) => deeper(g, () => `(${g.of('Expression', { kind })})`),
  ExpressionList: (g, { kind = 'any' }) => {
    if (g.random.chance(0.04)) return g.of('NIL')
    return deeper(g, () => `(${g.random.list(1, 3, () => g.of('Expression', { kind })).join(' , ')})`)
  },
}

export function anyKind(g: Generation): Kind {
  return g.random.weighted<Kind>([
    [3, 'boolean'],
    [3, 'number'],
    [3, 'text'],
    [1, 'iri'],
    [1, 'date'],
  ])
}

/** Beyond this depth only leaves grow. */
export function deep(g: Generation): boolean {
  return g.expressionDepth >= 4
}

export function deeper(g: Generation, write: () => string): string {
  g.expressionDepth++
  const text = write()
  g.expressionDepth--
  return text
}

/** Names of variables of a kind; now and then of any. */
export function variablesOf(g: Generation, kind: Kind): string[] {
  const all = [...g.expressionVariables()]
  const loose = kind === 'any' || g.random.chance(0.06)
  return all.filter(([, known]) => loose || known.kind === kind).map(([name]) => name)
}

/** A constant of a kind, more often than not one that the data has. */
export function constant(g: Generation, kind: Kind, term?: Term): string {
  if (term?.termType === 'Literal') return literal(g, term)
  if (term?.termType === 'NamedNode') return g.of('iriOrFunction', { kind: 'iri' })
  switch (kind) {
    case 'boolean':
      return g.of('BooleanLiteral')
    case 'number':
      return g.of('NumericLiteral')
    case 'text':
      return g.of('RDFLiteral')
    case 'iri':
      return g.of('iriOrFunction', { kind: 'iri' })
    case 'date': {
      const [value, type] = g.random.pick([
        ['2016-05-26T10:30:00Z', 'dateTime'],
        ['2016-05-26T12:30:00+02:00', 'dateTime'],
        ['2000-01-01T00:00:00', 'dateTime'],
        ['1985-12-10', 'date'],
      ])
      return g.of('RDFLiteral', { term: rdf.literal(value!, rdf.namedNode(xsd + type)) })
    }
    default: {
      const other = anyTerm(g)
      return other.termType === 'Literal' ? literal(g, other) : g.of('NumericLiteral')
    }
  }
}

function repeat(
  g: Generation,
  may: boolean,
  chance: number,
  sign: string,
  one: Production,
  kind: Kind = 'any',
): string {
  const first = g.of(one, { kind })
  if (!may || deep(g) || !g.random.chance(chance)) return first
  return deeper(g, () => [first, ...g.random.list(1, 2, () => g.of(one, { kind }))].join(` ${sign} `))
}

/** A comparison; with a variable of the witness more often than not one that holds. */
function comparison(g: Generation): string {
  const known = [...g.expressionVariables()].filter(([, { kind }]) => kind !== 'any')
  const kind = anyKind(g)
  if (known.length && g.random.chance(0.7)) return deeper(g, () => likely(g, g.random.pick(known)))
  return deeper(g, () => {
    const left = g.of('NumericExpression', { kind })
    const sign = g.random.pick(ordered(kind) ? ['=', '!=', '<', '>', '<=', '>=', 'IN', 'NOT IN'] : ['=', '!=', 'IN'])
    if (sign.endsWith('IN')) return `${left} ${sign} ${g.of('ExpressionList', { kind })}`
    return `${left} ${sign} ${g.of('NumericExpression', { kind })}`
  })
}

/** Whether there is an order of these values (§17.3), as far as Oxigraph has it too. */
function ordered(kind: Kind): boolean {
  return kind === 'number' || kind === 'text' || kind === 'date'
}

function likely(g: Generation, [name, { kind, term }]: [string, Known]): string {
  const left = leaf(g, () => g.of('Var', { name }))
  const same = () => leaf(g, () => constantOf(g, kind, term))
  return g.random.weighted<() => string>([
    [2, () => `${left} ${g.random.pick(ordered(kind) ? ['=', '<=', '>='] : ['='])} ${same()}`],
    [1, () => `${left} != ${leaf(g, () => constant(g, kind))}`],
    [
      1,
      () =>
        `${left} IN (${[...g.random.list(0, 2, () => expression(g, kind)), expression(g, kind, term)].join(' , ')})`,
    ],
    [0.5, () => `${left} NOT IN ${g.of('ExpressionList', { kind })}`],
    [ordered(kind) ? 1 : 0, () => `${left} ${g.random.pick(['<', '>'])} ${g.of('NumericExpression', { kind })}`],
  ])()

  function expression(g: Generation, kind: Kind, term?: Term): string {
    g.mark('ExpressionList', 'Expression', 'ConditionalOrExpression', 'ConditionalAndExpression', 'ValueLogical')
    g.mark('RelationalExpression')
    return leaf(g, () => constantOf(g, kind, term))
  }
}

function constantOf(g: Generation, kind: Kind, term: Term | undefined): string {
  if (term?.termType !== 'NamedNode') return constant(g, kind, term)
  g.mark('iriOrFunction')
  return g.of('iri', { term })
}

/** An operand that is written without passing through the levels in between, which are there all the same. */
function leaf(g: Generation, write: () => string): string {
  g.mark('NumericExpression', 'AdditiveExpression', 'MultiplicativeExpression', 'UnaryExpression', 'PrimaryExpression')
  return write()
}

/** Constructor functions (§17.5), and rarely one that nobody knows. */
function functionFor(g: Generation, kind: Kind): { name: Term; argument: Kind } {
  if (g.random.chance(0.01)) return { name: rdf.namedNode(`${base}unknown`), argument: 'any' }
  const names: Readonly<Record<Kind, readonly string[]>> = {
    boolean: ['boolean'],
    number: ['integer', 'decimal', 'double', 'float'],
    text: ['string'],
    iri: ['string'],
    date: ['dateTime'],
    any: ['string', 'integer', 'boolean'],
  }
  return { name: rdf.namedNode(xsd + g.random.pick(names[kind])), argument: g.random.chance(0.6) ? kind : 'text' }
}
