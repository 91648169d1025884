/** The query forms (§16): SELECT, CONSTRUCT, DESCRIBE and ASK. */
import { RequestError } from '../../errors.ts'
import { type NamedNode, type Variable, variable } from '../../rdf/terms.ts'
import type { DatasetClause, Operation, Query, QueryForm, TriplePattern } from '../algebra.ts'
import { solutionModifier } from './modifiers.ts'
import { emptyGroup } from './operations.ts'
import type { Gathering, Parser } from './parser.ts'
import { absolutePrologue, prologue } from './prologue.ts'
import { type Selection, selectClause } from './selection.ts'
import { solutions } from './solutions.ts'
import { valuesClause, whereClause } from './sub-select.ts'
import { asPattern, constructTemplate, variablesOf } from './template.ts'
import { iri, isIri, variableName } from './terms.ts'
import { updates } from './tokens.ts'

/** Between the words of a form and its solution modifiers. */
interface Body {
  readonly dataset: DatasetClause | undefined
  readonly pattern: Operation
  /** The variables in scope in the pattern. */
  readonly visible: readonly string[]
}

/** Query, to the end of the text. */
export function query(p: Parser): Query {
  prologue(p)
  const aggregates: Gathering['aggregates'] = []
  const { offset } = p
  p.head = { from: offset, to: offset }
  switch (p.kind) {
    case 'SELECT': {
      const selection = selectClause(p, aggregates)
      const query = finish(p, 'SELECT', body(p), { selection, aggregates })
      if (selection.star !== undefined) p.stars.push({ offset: selection.star, variables: query.variables })
      return query
    }
    case 'CONSTRUCT':
      p.advance()
      return construct(p)
    case 'DESCRIBE':
      p.advance()
      return describe(p)
    case 'ASK':
      p.advance()
      return finish(p, 'ASK', body(p))
    default:
      if (updates.has(p.kind)) {
        throw new RequestError('query-refused', {
          en: 'This endpoint only answers queries: updates are refused.',
          fr: 'Ce point d’accès ne fait que répondre\u00a0: les mises à jour sont refusées.',
        })
      }
      return p.unexpected('“SELECT”', '“ASK”', '“CONSTRUCT”', '“DESCRIBE”')
  }
}

interface Rest {
  readonly selection?: Selection
  readonly aggregates?: Gathering['aggregates']
  readonly template?: readonly TriplePattern[]
  readonly described?: readonly (NamedNode | Variable)[]
}

/** The solution modifiers, and the query as a whole. */
function finish(p: Parser, form: QueryForm, { dataset, pattern, visible }: Body, rest: Rest = {}): Query {
  const { selection, aggregates = [], template = [], described = [] } = rest
  const modifiers = solutionModifier(p, aggregates)
  const values = valuesClause(p)
  if (p.kind !== 'END') p.unexpected('the end of the query')
  const { operation, variables } = solutions(p, { selection, pattern, visible, modifiers, aggregates, values })
  const { baseIri } = p
  return { form, operation, variables, template, described, dataset, baseIri, prologue: absolutePrologue(p) }
}

function body(p: Parser): Body {
  p.head = { ...p.head, to: p.taken }
  return { dataset: datasetClauses(p), ...outermost(p, () => whereClause(p)) }
}

/** Reads the outermost group, and keeps where it is. */
function outermost<T>(p: Parser, read: () => T): T {
  const from = p.kind === 'WHERE' ? p.next : p.offset
  const group = read()
  p.where = { from, to: p.taken }
  return group
}

/** DatasetClause* (§13.2) */
function datasetClauses(p: Parser): DatasetClause | undefined {
  if (p.kind !== 'FROM') return undefined
  const defaultGraphs: string[] = []
  const namedGraphs: string[] = []
  const from = p.offset
  while (p.accept('FROM')) {
    if (p.accept('NAMED')) namedGraphs.push(iri(p).value)
    else defaultGraphs.push(iri(p).value)
  }
  p.from = { from, to: p.taken }
  return { defaultGraphs, namedGraphs }
}

function construct(p: Parser): Query {
  if (p.kind === '{') {
    const template = constructTemplate(p)
    return finish(p, 'CONSTRUCT', body(p), { template })
  }
  if (p.kind !== 'FROM' && p.kind !== 'WHERE') p.unexpected('“{”', '“WHERE”', '“FROM”')
  p.head = { ...p.head, to: p.taken }
  const dataset = datasetClauses(p)
  p.expect('WHERE')
  const template = outermost(p, () => constructTemplate(p))
  p.patterns += template.length
  const pattern: Operation = { type: 'bgp', patterns: asPattern(template) }
  return finish(p, 'CONSTRUCT', { dataset, pattern, visible: variablesOf(template) }, { template })
}

function describe(p: Parser): Query {
  const described: (NamedNode | Variable)[] = []
  const all = p.accept('*')
  while (!all && (p.kind === 'VAR' || isIri(p.kind))) {
    described.push(p.kind === 'VAR' ? variable(variableName(p)) : iri(p))
  }
  if (!all && !described.length) p.unexpected('a variable', 'an IRI', '“*”')
  p.head = { ...p.head, to: p.taken }
  const dataset = datasetClauses(p)
  const hasWhere = p.kind === 'WHERE' || p.kind === '{'
  const where = hasWhere ? outermost(p, () => whereClause(p)) : { pattern: emptyGroup, visible: [] }
  const query = finish(p, 'DESCRIBE', { dataset, ...where }, { described })
  return all ? { ...query, described: query.variables.map(variable) } : query
}
