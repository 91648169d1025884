/** Terms and terminals: rules 106 to 109 and 129 to 173. */
import type { Term } from '../../../src/rdf/environment.ts'
import { rdf } from '../../../src/rdf/environment.ts'
import { base, quads, rdfNamespace, xsd } from '../data.ts'
import { type Generation, kindOf, type Rule } from './generation.ts'
import type { Production } from './productions.ts'

type TermRule =
  | ('VarOrTerm' | 'VarOrIri' | 'Var' | 'VAR1' | 'VAR2' | 'VARNAME' | 'GraphTerm' | 'RDFLiteral' | 'NumericLiteral')
  | ('NumericLiteralUnsigned' | 'NumericLiteralPositive' | 'NumericLiteralNegative' | 'BooleanLiteral' | 'String')
  | ('iri' | 'PrefixedName' | 'BlankNode' | 'IRIREF' | 'PNAME_NS' | 'PNAME_LN' | 'BLANK_NODE_LABEL' | 'LANGTAG')
  | ('INTEGER' | 'DECIMAL' | 'DOUBLE' | 'INTEGER_POSITIVE' | 'DECIMAL_POSITIVE' | 'DOUBLE_POSITIVE')
  | ('INTEGER_NEGATIVE' | 'DECIMAL_NEGATIVE' | 'DOUBLE_NEGATIVE' | 'EXPONENT' | 'STRING_LITERAL1' | 'STRING_LITERAL2')
  | ('STRING_LITERAL_LONG1' | 'STRING_LITERAL_LONG2' | 'ECHAR' | 'NIL' | 'WS' | 'ANON' | 'PN_CHARS_BASE')
  | ('PN_CHARS_U' | 'PN_CHARS' | 'PN_PREFIX' | 'PN_LOCAL' | 'PLX' | 'PERCENT' | 'HEX' | 'PN_LOCAL_ESC')

/** Any term of the data; more often than not one that the kind asks for. */
export function anyTerm(g: Generation): Term {
  const { subject, predicate, object } = g.random.pick(quads)
  return g.random.weighted<Term>([
    [2, subject],
    [1, predicate],
    [4, object],
  ])
}

export function anyIri(g: Generation): Term {
  for (let i = 0; i < 20; i++) {
    const term = anyTerm(g)
    if (term.termType === 'NamedNode') return term
  }
  return rdf.namedNode(`${base}ada`)
}

const strings = [
  '',
  'a',
  'Ada',
  'b',
  'été 🌿',
  'x y',
  "it's",
  'say "so"',
  'C:\\tmp',
  'a\tb',
  'l1\nl2',
  '<&>',
  'rue',
  'T-1',
]

export const termRules: Readonly<Record<TermRule, Rule>> = {
  VarOrTerm: (g, { term = anyTerm(g) }) => {
    const variable = term.termType !== 'Literal' && term.termType !== 'BlankNode' ? 0.6 : 0.7
    return g.random.chance(variable) ? g.of('Var', { term }) : g.of('GraphTerm', { term })
  },
  VarOrIri: (g, { term = anyIri(g) }) => (g.random.chance(0.5) ? g.of('Var', { term }) : g.of('iri', { term })),
  Var: (g, want) => g.of(g.random.chance(0.85) ? 'VAR1' : 'VAR2', want),
  VAR1: (g, want) => `?${g.of('VARNAME', want)}`,
  VAR2: (g, want) => `$${g.of('VARNAME', want)}`,
  VARNAME: (g, { term, name: given }) => {
    g.mark('PN_CHARS_U', 'PN_CHARS_BASE')
    if (given !== undefined) return given
    if (g.template) {
      const names = [...g.scope.bound.keys()]
      return names.length && g.random.chance(0.95) ? g.random.pick(names) : g.freshName()
    }
    const known = [...g.scope.bound, ...g.scope.around].filter(([, value]) => term && value.term?.equals(term))
    const name = known.length && g.random.chance(0.95) ? g.random.pick(known)[0] : g.freshName()
    return g.bind(name, g.scope.bound.get(name) ?? { ...(term && { term }), kind: kindOf(term) })
  },
  GraphTerm: (g, { term = anyTerm(g) }) => {
    if (term.value === `${rdfNamespace}nil` && g.random.chance(0.6)) return g.of('NIL')
    if (term.termType === 'NamedNode') return g.of('iri', { term })
    if (term.termType === 'BlankNode') return g.of('BlankNode')
    return literal(g, term)
  },
  RDFLiteral: (g, { term }) => {
    if (term?.termType !== 'Literal') {
      const text = g.of('String')
      return g.random.chance(0.15) ? text + g.of('LANGTAG') : text
    }
    const text = g.of('String', { term })
    if (term.language) return text + g.of('LANGTAG', { term })
    if (term.datatype.value === `${xsd}string` && g.random.chance(0.9)) return text
    return `${text}^^${g.of('iri', { term: term.datatype })}`
  },
  NumericLiteral: (g, { term }) => {
    if (term) {
      const sign = term.value.startsWith('-') ? 'NumericLiteralNegative' : 'NumericLiteralUnsigned'
      return g.of(sign, { term })
    }
    return g.of(
      g.random.weighted<Production>([
        [6, 'NumericLiteralUnsigned'],
        [1, 'NumericLiteralPositive'],
        [1, 'NumericLiteralNegative'],
      ]),
    )
  },
  NumericLiteralUnsigned: (g, { term }) => number(g, term, ['INTEGER', 'DECIMAL', 'DOUBLE']),
  NumericLiteralPositive: (g, { term }) => number(g, term, ['INTEGER_POSITIVE', 'DECIMAL_POSITIVE', 'DOUBLE_POSITIVE']),
  NumericLiteralNegative: (g, { term }) => number(g, term, ['INTEGER_NEGATIVE', 'DECIMAL_NEGATIVE', 'DOUBLE_NEGATIVE']),
  INTEGER: (g, { term }) => term?.value.replace('-', '') ?? String(g.random.pick([0, 1, 2, 3, 7, 10, 42, 230000])),
  DECIMAL: (g, { term }) => term?.value.replace('-', '') ?? g.random.pick(['0.5', '1.5', '2.5', '.25', '10.75']),
  DOUBLE: (g) => g.random.pick(['1', '2.5', '.5', '10']) + g.of('EXPONENT'),
  EXPONENT: (g) => g.random.pick(['e0', 'E1', 'e+2', 'E-1']),
  INTEGER_POSITIVE: (g) => `+${g.of('INTEGER')}`,
  DECIMAL_POSITIVE: (g) => `+${g.of('DECIMAL')}`,
  DOUBLE_POSITIVE: (g) => `+${g.of('DOUBLE')}`,
  INTEGER_NEGATIVE: (g, want) => `-${g.of('INTEGER', want)}`,
  DECIMAL_NEGATIVE: (g, want) => `-${g.of('DECIMAL', want)}`,
  DOUBLE_NEGATIVE: (g) => `-${g.of('DOUBLE')}`,
  BooleanLiteral: (g, { term }) => term?.value ?? g.random.pick(['true', 'false']),
  String: (g, { term }) =>
    g.of(
      g.random.weighted<Production>([
        [3, 'STRING_LITERAL1'],
        [6, 'STRING_LITERAL2'],
        [1, 'STRING_LITERAL_LONG1'],
        [1, 'STRING_LITERAL_LONG2'],
      ]),
      { term: term ?? rdf.literal(g.random.pick(strings)) },
    ),
  STRING_LITERAL1: (g, { term }) => quoted(g, term!.value, "'", /['\\\n\r]/u),
  STRING_LITERAL2: (g, { term }) => quoted(g, term!.value, '"', /["\\\n\r]/u),
  STRING_LITERAL_LONG1: (g, { term }) => quoted(g, term!.value, "'''", /['\\]/u),
  STRING_LITERAL_LONG2: (g, { term }) => quoted(g, term!.value, '"""', /["\\]/u),
  ECHAR: (_g, { term }) => `\\${echars.get(term!.value)}`,
  LANGTAG: (g, { term }) =>
    `@${term?.termType === 'Literal' ? term.language : g.random.pick(['en', 'fr', 'en-gb', 'tr', 'de-1996'])}`,
  iri: (g, { term = anyIri(g) }) =>
    namespaceOf(term.value) && g.random.chance(0.75) ? g.of('PrefixedName', { term }) : g.of('IRIREF', { term }),
  IRIREF: (g, { term = anyIri(g) }) => {
    const relative = g.base.endsWith('/') && term.value.startsWith(g.base) && g.random.chance(0.5)
    const reference = relative ? term.value.slice(g.base.length) : term.value
    // A first segment with a colon would be read as a scheme.
    return `<${/^[^/]*:/.test(reference) && relative ? term.value : reference}>`
  },
  PrefixedName: (g, want) => (g.random.chance(0.93) ? g.of('PNAME_LN', want) : g.of('PNAME_NS', want)),
  PNAME_NS: (g, { term }) => declared(g, term!.value),
  PNAME_LN: (g, { term }) => {
    const namespace = namespaceOf(term!.value)!
    // A prefixed name begins with the production of its prefix.
    g.mark('PNAME_NS')
    return declared(g, namespace) + g.of('PN_LOCAL', { term: rdf.literal(term!.value.slice(namespace.length)) })
  },
  PN_PREFIX: (g) => {
    g.mark('PN_CHARS_BASE', 'PN_CHARS', 'PN_CHARS_U')
    return g.random.pick(['ex', 'e.x', 'é-1', 'A_b'])
  },
  PN_LOCAL: (g, { term }) => {
    const characters = term!.value.match(/%[0-9A-Fa-f]{2}|./gsu) ?? []
    return characters
      .map((character, index) => {
        const plain = /^[\p{L}\p{N}]$/u.test(character)
        const bare = plain || (index > 0 && index < characters.length - 1 && /^[.\-:_]$/.test(character))
        if (!bare || (/^[.\-_]$/.test(character) && g.random.chance(0.5)))
          return g.of('PLX', { term: rdf.literal(character) })
        g.mark('PN_CHARS', 'PN_CHARS_U', 'PN_CHARS_BASE')
        return character
      })
      .join('')
  },
  PLX: (g, want) => (want.term!.value.length === 3 ? g.of('PERCENT', want) : g.of('PN_LOCAL_ESC', want)),
  PERCENT: (g, { term }) =>
    `%${[...term!.value.slice(1)].map((hex) => g.of('HEX', { term: rdf.literal(hex) })).join('')}`,
  HEX: (_g, { term }) => term!.value,
  PN_LOCAL_ESC: (_g, { term }) => `\\${term!.value}`,
  PN_CHARS_BASE: () => 'a',
  PN_CHARS_U: () => '_',
  PN_CHARS: () => '-',
  BlankNode: (g) => (g.random.chance(0.5) ? g.of('BLANK_NODE_LABEL') : g.of('ANON')),
  BLANK_NODE_LABEL: (g) => {
    g.mark('PN_CHARS_U', 'PN_CHARS')
    return `_:${g.freshLabel()}`
  },
  NIL: (g) => `(${g.random.chance(0.2) ? g.of('WS') : ''})`,
  ANON: (g) => `[${g.random.chance(0.2) ? g.of('WS') : ''}]`,
  WS: (g) => g.random.pick([' ', '\t', '\n', '\r']),
}

/** A literal of the data in the shortest form that keeps its lexical form, or the long one. */
export function literal(g: Generation, term: Term): string {
  if (term.termType !== 'Literal') throw new TypeError(`A ${term.termType} is no literal`)
  const type = term.datatype.value
  const short = g.random.chance(0.8)
  if (short && type === `${xsd}boolean`) return g.of('BooleanLiteral', { term })
  if (short && type === `${xsd}integer` && /^-?\d+$/.test(term.value)) return g.of('NumericLiteral', { term })
  if (short && type === `${xsd}decimal` && /^-?\d*\.\d+$/.test(term.value)) return g.of('NumericLiteral', { term })
  return g.of('RDFLiteral', { term })
}

function number(g: Generation, term: Term | undefined, [integer, decimal, double]: readonly Production[]): string {
  if (term) return g.of(term.value.includes('.') ? decimal! : integer!, { term })
  return g.of(
    g.random.weighted([
      [3, integer!],
      [2, decimal!],
      [1, double!],
    ]),
  )
}

const echars = new Map([
  ['\t', 't'],
  ['\b', 'b'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\f', 'f'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
])

function quoted(g: Generation, text: string, quote: string, mustEscape: RegExp): string {
  const body = [...text].map((character) => {
    const optional = echars.has(character) && g.random.chance(0.5)
    return mustEscape.test(character) || optional ? g.of('ECHAR', { term: rdf.literal(character) }) : character
  })
  return quote + body.join('') + quote
}

const namespaces = [base, xsd, rdfNamespace]

function namespaceOf(iri: string): string | undefined {
  return namespaces.find((namespace) => iri.startsWith(namespace) && iri.length > namespace.length)
}

/** The prefix of a namespace with its colon; the prologue declares it. */
function declared(g: Generation, namespace: string): string {
  const known = [...g.prefixes].find(([, iri]) => iri === namespace)?.[0]
  if (known !== undefined) {
    if (known) g.mark('PN_PREFIX')
    return `${known}:`
  }
  const free = namespace === base && !g.prefixes.has('') && g.random.chance(0.5)
  const prefix = free ? '' : `${g.of('PN_PREFIX')}${g.prefixes.size}`
  g.prefixes.set(prefix, namespace)
  return `${prefix}:`
}
