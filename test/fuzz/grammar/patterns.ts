/** Graph patterns: rules 17, 53, 54, 56 to 69. */
import type { Term } from '../../../src/rdf/environment.ts'
import { rdf } from '../../../src/rdf/environment.ts'
import { base, canary, triplesOf } from '../data.ts'
import { type Generation, type Known, kindOf, type Rule } from './generation.ts'
import type { Production } from './productions.ts'
import { anyIri, anyTerm, literal } from './terms.ts'

type PatternRule =
  | ('WhereClause' | 'GroupGraphPattern' | 'GroupGraphPatternSub' | 'GraphPatternNotTriples' | 'OptionalGraphPattern')
  | ('GraphGraphPattern' | 'ServiceGraphPattern' | 'Bind' | 'InlineData' | 'DataBlock' | 'InlineDataOneVar')
  | ('InlineDataFull' | 'DataBlockValue' | 'MinusGraphPattern' | 'GroupOrUnionGraphPattern' | 'Filter' | 'Constraint')

export const patternRules: Readonly<Record<PatternRule, Rule>> = {
  WhereClause: (g) => `${g.random.chance(0.8) ? 'WHERE ' : ''}${g.of('GroupGraphPattern')}`,
  GroupGraphPattern: (g) => {
    const sub = g.depth < 3 && g.budget > 0 && g.random.chance(g.depth ? 0.12 : 0.04)
    return `{ ${g.of(sub ? 'SubSelect' : 'GroupGraphPatternSub')} }`
  },
  GroupGraphPatternSub: (g) => {
    g.budget--
    const parts = g.random.chance(0.93) ? [g.of('TriplesBlock')] : []
    const more = g.random.weighted([
      [4, 0],
      [4, 1],
      [2, 2],
      [1, 3],
    ])
    for (let i = 0; i < more; i++) {
      parts.push(g.of('GraphPatternNotTriples'))
      if (g.random.chance(0.1)) parts.push('.')
      if (g.budget > 0 && g.random.chance(0.2)) {
        g.budget--
        parts.push(g.of('TriplesBlock'))
      }
    }
    return parts.join(' ')
  },
  GraphPatternNotTriples: (g) => {
    const nested = g.depth < 4 && g.budget > 0 ? 1 : 0
    return g.of(
      g.random.weighted<Production>([
        [2 * nested, 'GroupOrUnionGraphPattern'],
        [3 * nested, 'OptionalGraphPattern'],
        [1.2 * nested, 'MinusGraphPattern'],
        [2.5 * nested, 'GraphGraphPattern'],
        [0.15 * nested, 'ServiceGraphPattern'],
        [4, 'Filter'],
        [2, 'Bind'],
        [1.2, 'InlineData'],
      ]),
    )
  },
  OptionalGraphPattern: (g) => `OPTIONAL ${g.nested(true, () => g.of('GroupGraphPattern'))}`,
  MinusGraphPattern: (g) => `MINUS ${g.nested(false, () => g.of('GroupGraphPattern'))}`,
  GroupOrUnionGraphPattern: (g) => {
    const branches = g.random.int(1, 2) + (g.random.chance(0.1) ? 1 : 0)
    return Array.from({ length: branches }, () => g.nested(true, () => g.of('GroupGraphPattern'))).join(' UNION ')
  },
  GraphGraphPattern: (g) => {
    const known = g.namedGraphs.length > 0 && g.random.chance(0.96)
    const graph = rdf.namedNode(known ? g.random.pick(g.namedGraphs) : `${base}g4`)
    const name = g.of('VarOrIri', { term: graph })
    const { pool } = g
    g.pool = triplesOf(graph.value)
    const text = `GRAPH ${name} ${g.nested(true, () => g.of('GroupGraphPattern'))}`
    g.pool = pool
    return text
  },
  ServiceGraphPattern: (g) => {
    const silent = g.random.chance(0.4) ? 'SILENT ' : ''
    const term = rdf.namedNode(`${canary}sparql`)
    const endpoint = g.random.chance(0.8) ? g.of('iri', { term }) : g.of('VarOrIri', { term })
    return `SERVICE ${silent}${endpoint} ${g.nested(true, () => g.of('GroupGraphPattern'))}`
  },
  Filter: (g) => `FILTER ${g.of('Constraint', { kind: 'boolean' })}`,
  Constraint: (g, { kind = 'boolean' }) =>
    g.of(
      g.random.weighted<Production>([
        [5, 'BrackettedExpression'],
        [4, 'BuiltInCall'],
        [0.6, 'FunctionCall'],
      ]),
      { kind },
    ),
  Bind: (g) => {
    const expression = g.of('Expression', { kind: 'any' })
    const name = g.freshName()
    g.bind(name, { kind: 'any' })
    return `BIND (${expression} AS ${g.of('Var', { name })})`
  },
  InlineData: (g) => `VALUES ${g.of('DataBlock')}`,
  DataBlock: (g) => g.of(g.random.chance(0.55) ? 'InlineDataOneVar' : 'InlineDataFull'),
  InlineDataOneVar: (g) => {
    const [name, known] = dataVariables(g, 1)[0] ?? fresh(g)
    const values = g.random.list(known.term ? 0 : 1, 3, () => g.of('DataBlockValue'))
    if (known.term) values.push(g.of('DataBlockValue', { term: known.term }))
    return `${g.of('Var', { name })} { ${values.join(' ')} }`
  },
  InlineDataFull: (g) => {
    if (g.random.chance(0.06)) return `${g.of('NIL')} { ${g.random.list(1, 2, () => g.of('NIL')).join(' ')} }`
    const variables = dataVariables(g, g.random.int(1, 2))
    if (!variables.length) variables.push(fresh(g))
    const row = (terms: (known: Known) => Term | undefined) =>
      `(${variables
        .map(([, known]) => {
          const term = terms(known)
          return g.of('DataBlockValue', term ? { term } : {})
        })
        .join(' ')})`
    const rows = [...g.random.list(0, 2, () => row(() => undefined)), row((known) => known.term)]
    return `(${variables.map(([name]) => g.of('Var', { name })).join(' ')}) { ${rows.join(' ')} }`
  },
  DataBlockValue: (g, { term }) => {
    const value = term ?? (g.random.chance(0.25) ? undefined : anyTerm(g))
    if (!value || value.termType === 'BlankNode') return g.random.chance(0.8) ? 'UNDEF' : g.of('NumericLiteral')
    return value.termType === 'NamedNode' ? g.of('iri', { term: value }) : literal(g, value)
  },
}

/** Variables that VALUES may give values to: with those of the witness the query still has a solution. */
function dataVariables(g: Generation, most: number): [string, Known][] {
  const candidates = [...(g.projected.size ? g.projected : g.scope.bound)].filter(
    ([, { term }]) => term && term.termType !== 'BlankNode',
  )
  const chosen = new Map<string, Known>()
  while (candidates.length && chosen.size < Math.min(most, candidates.length)) chosen.set(...g.random.pick(candidates))
  return [...chosen]
}

function fresh(g: Generation): [string, Known] {
  const term = g.random.chance(0.5) ? anyIri(g) : undefined
  const known: Known = { ...(term && { term }), kind: kindOf(term) }
  return [g.bind(g.freshName(), known), known]
}
