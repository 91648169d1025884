/** Query forms and what stands around them: rules 1, 2 and 4 to 16. */
import { rdf } from '../../../src/rdf/environment.ts'
import { base, canary, graphNames, triplesOf } from '../data.ts'
import type { Generation, Known, Rule } from './generation.ts'
import type { Production } from './productions.ts'

type FormRule =
  | ('QueryUnit' | 'Query' | 'Prologue' | 'BaseDecl' | 'PrefixDecl' | 'SelectQuery' | 'SubSelect' | 'SelectClause')
  | ('ConstructQuery' | 'DescribeQuery' | 'AskQuery' | 'DatasetClause' | 'DefaultGraphClause' | 'NamedGraphClause')
  | 'SourceSelector'

export const formRules: Readonly<Record<FormRule, Rule>> = {
  QueryUnit: (g) => g.of('Query'),
  Query: (g) => {
    g.mark('WS')
    const form = g.of(
      g.random.weighted<Production>([
        [6, 'SelectQuery'],
        [1.5, 'ConstructQuery'],
        [0.8, 'AskQuery'],
        [0.5, 'DescribeQuery'],
      ]),
    )
    const values = g.random.chance(0.06) ? ` ${g.of('ValuesClause')}` : ''
    return `${g.of('Prologue')} ${form}${values}`.trim()
  },
  // Written last: it declares the prefixes that the query has used by then.
  Prologue: (g) => {
    const declarations = [...g.prefixes].map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>`)
    if (declarations.length) g.mark('PrefixDecl', 'PNAME_NS', 'IRIREF')
    else if (g.random.chance(0.1)) declarations.push(g.of('PrefixDecl'))
    if (g.base !== base || g.random.chance(0.1)) declarations.unshift(g.of('BaseDecl'))
    return declarations.join('\n')
  },
  BaseDecl: (g) => {
    g.mark('IRIREF')
    return `BASE <${g.base}>`
  },
  PrefixDecl: (g) => {
    g.mark('PNAME_NS', 'IRIREF')
    return `PREFIX : <${g.random.pick([base, 'urn:unused:'])}>`
  },
  SelectQuery: (g) => select(g, datasetClauses(g)),
  SubSelect: (g) => {
    const { grouping } = g
    const text = select(g, '')
    g.grouping = grouping
    const values = g.random.chance(0.06) ? ` ${g.of('ValuesClause')}` : ''
    g.scope = { ...g.scope, bound: new Map(g.projected) }
    return text + values
  },
  SelectClause: (g) => {
    const modifier = g.random.weighted([
      [8, ''],
      [1.5, 'DISTINCT '],
      [0.3, 'REDUCED '],
    ])
    const visible = g.grouping ? g.grouping.keys : g.scope.bound
    const projected = new Map<string, Known>()
    g.projected = projected
    if (!g.grouping && visible.size && g.random.chance(0.25)) {
      for (const [name, known] of visible) projected.set(name, known)
      return `SELECT ${modifier}*`
    }
    const items: string[] = []
    for (const [name, known] of visible) {
      if (!g.random.chance(0.7)) continue
      projected.set(name, known)
      items.push(g.of('Var', { name }))
    }
    while (!items.length || g.random.chance(0.2)) {
      const expression = g.of('Expression', { kind: 'any' })
      const name = g.freshName()
      projected.set(name, { kind: 'any' })
      items.push(`(${expression} AS ${g.of('Var', { name })})`)
    }
    return `SELECT ${modifier}${items.join(' ')}`
  },
  ConstructQuery: (g) => {
    const dataset = datasetClauses(g)
    if (g.random.chance(0.25)) {
      g.mark('TriplesTemplate')
      const pattern = g.random.chance(0.96) ? g.of('TriplesTemplate') : ''
      return join('CONSTRUCT', dataset, 'WHERE', `{ ${pattern} }`, g.of('SolutionModifier'))
    }
    const where = g.of('WhereClause')
    const modifier = g.of('SolutionModifier')
    return join('CONSTRUCT', g.of('ConstructTemplate'), dataset, where, modifier)
  },
  DescribeQuery: (g) => {
    const dataset = datasetClauses(g)
    const where = g.random.chance(0.7) ? g.of('WhereClause') : ''
    const names = [...g.scope.bound.keys()]
    const modifier = where ? g.of('SolutionModifier') : ''
    if (names.length && g.random.chance(0.3)) return join('DESCRIBE *', dataset, where, modifier)
    g.mark('VarOrIri')
    // Oxigraph takes no variable twice, which the grammar allows.
    const chosenNames = new Set(names.length ? g.random.list(0, 2, () => g.random.pick(names)) : [])
    const targets = [...chosenNames].map((name) => g.of('Var', { name }))
    if (!targets.length || g.random.chance(0.2)) targets.push(g.of('iri'))
    return join('DESCRIBE', targets.join(' '), dataset, where, modifier)
  },
  AskQuery: (g) => join('ASK', datasetClauses(g), g.of('WhereClause'), g.of('SolutionModifier')),
  DatasetClause: (g) => `FROM ${g.of(g.random.chance(0.6) ? 'DefaultGraphClause' : 'NamedGraphClause')}`,
  DefaultGraphClause: (g) => {
    const source = g.of('SourceSelector', { term: rdf.namedNode(chooseGraph(g)) })
    return source
  },
  NamedGraphClause: (g) => `NAMED ${g.of('SourceSelector', { term: rdf.namedNode(chooseGraph(g)) })}`,
  SourceSelector: (g, want) => g.of('iri', want),
}

let chosen = ''

/** A graph of the data; rarely one that is not there, which must not be looked for anywhere else. */
function chooseGraph(g: Generation): string {
  chosen = g.random.chance(0.95) ? g.random.pick(graphNames) : g.random.pick([`${base}g4`, `${canary}graph.ttl`])
  return chosen
}

/** Writes the dataset of a query and lets patterns be made of its triples (§13.2). */
function datasetClauses(g: Generation): string {
  if (!g.random.chance(0.12)) return ''
  const defaults: string[] = []
  const named: string[] = []
  const clauses = g.random.list(1, 3, () => {
    const clause = g.of('DatasetClause')
    ;(clause.startsWith('FROM NAMED') ? named : defaults).push(chosen)
    return clause
  })
  g.defaultGraph = defaults
  g.namedGraphs = named.filter((name) => graphNames.includes(name))
  g.pool = defaults.flatMap(triplesOf)
  return clauses.join(' ')
}

function select(g: Generation, dataset: string): string {
  const where = g.of('WhereClause')
  let group = ''
  if (g.random.chance(0.13)) group = g.of('GroupClause')
  // Aggregates without GROUP BY make one group of everything (§11.2).
  else if (g.random.chance(0.06)) g.grouping = { keys: new Map() }
  const modifier = g.of('SolutionModifier')
  const clause = g.of('SelectClause')
  return join(implicit(g, group, clause, modifier), dataset, where, group, modifier)
}

/** One group of everything needs an aggregate that says so. */
function implicit(g: Generation, group: string, clause: string, modifier: string): string {
  const aggregate = /\b(COUNT|SUM|MIN|MAX|AVG|SAMPLE|GROUP_CONCAT)\(/
  if (!g.grouping || group || aggregate.test(clause) || aggregate.test(modifier)) return clause
  const name = g.freshName()
  const call = g.of('Aggregate')
  return `${clause} (${call} AS ${g.of('Var', { name })})`
}

function join(...parts: string[]): string {
  return parts.filter(Boolean).join(' ')
}
