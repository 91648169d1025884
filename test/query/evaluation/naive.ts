/**
 * A second evaluator that follows SPARQL 1.1 Query §18 word for word and knows nothing of order, indexes or registers:
 * every operator makes the whole multiset of its solutions, from the bottom up.
 */
import type { Aggregate, Expression, Operation, Path, TriplePattern } from '../../../src/query/algebra.ts'
import { inScope, variablesOfTerm } from '../../../src/query/evaluation/variables.ts'
import { booleanLiteral, effectiveBooleanValue } from '../../../src/query/functions/boolean.ts'
import { equal } from '../../../src/query/functions/compare.ts'
import type { FunctionContext } from '../../../src/query/functions/context.ts'
import { compareForOrder } from '../../../src/query/functions/order.ts'
import { isStringLiteral } from '../../../src/query/functions/strings.ts'
import { builtIn, namedFunction } from '../../../src/query/functions/table.ts'
import { literal, type Quad, type Term, termKey, iri as toIri } from '../../../src/rdf/terms.ts'

/** A solution mapping (§18.1.8). */
export type Solution = ReadonlyMap<string, Term>

/** An RDF dataset as the query sees it: each graph a set of triples. */
export interface NaiveDataset {
  readonly defaultGraph: readonly Quad[]
  readonly named: ReadonlyMap<string, readonly Quad[]>
}

interface Context {
  readonly dataset: NaiveDataset
  readonly graph: readonly Quad[]
  readonly functions: FunctionContext
}

type OrderBy = Extract<Operation, { type: 'orderBy' }>

const empty: Solution = new Map()

export function evaluateNaively(operation: Operation, dataset: NaiveDataset, functions: FunctionContext): Solution[] {
  return evaluate(operation, { dataset, graph: dataset.defaultGraph, functions })
}

/** Whether two solutions are in the same place of an order. */
export function isLevel(
  one: Solution,
  other: Solution,
  conditions: OrderBy['conditions'],
  dataset: NaiveDataset,
  functions: FunctionContext,
): boolean {
  return compareSolutions(one, other, conditions, { dataset, graph: dataset.defaultGraph, functions }) === 0
}

function compareSolutions(one: Solution, other: Solution, conditions: OrderBy['conditions'], context: Context): number {
  for (const { expression, descending } of conditions) {
    const difference = compareForOrder(value(expression, one, context), value(expression, other, context))
    if (difference) return descending ? -difference : difference
  }
  return 0
}

function evaluate(operation: Operation, context: Context): Solution[] {
  switch (operation.type) {
    case 'bgp':
      return operation.patterns.reduce<Solution[]>(
        (solutions, pattern) => solutions.flatMap((solution) => matchPattern(pattern, solution, context.graph)),
        [empty],
      )
    case 'path':
      return paths(operation.path, operation.subject, operation.object, context).flatMap(([from, to]) =>
        unify(operation.object, to, unify(operation.subject, from, empty)),
      )
    case 'join':
      return operation.operands.map((operand) => evaluate(operand, context)).reduce(join, [empty])
    case 'leftJoin': {
      const right = evaluate(operation.right, context)
      return evaluate(operation.left, context).flatMap((left) => {
        const merged = join([left], right).filter(
          (solution) => !operation.expression || holds(operation.expression, solution, context),
        )
        return merged.length ? merged : [left]
      })
    }
    case 'filter':
      return evaluate(operation.operand, context).filter((solution) => holds(operation.expression, solution, context))
    case 'union':
      return operation.operands.flatMap((operand) => evaluate(operand, context))
    case 'minus': {
      const right = evaluate(operation.right, context)
      return evaluate(operation.left, context).filter(
        (left) => !right.some((other) => compatible(left, other) && [...left.keys()].some((name) => other.has(name))),
      )
    }
    case 'graph': {
      const { name, operand } = operation
      if (name.termType === 'NamedNode') {
        const graph = context.dataset.named.get(name.value)
        return graph ? evaluate(operand, { ...context, graph }) : []
      }
      return [...context.dataset.named].flatMap(([graphName, graph]) =>
        evaluate(operand, { ...context, graph }).flatMap((solution) => unify(name, toIri(graphName), solution)),
      )
    }
    case 'extend':
      return evaluate(operation.operand, context).map((solution) => {
        const term = value(operation.expression, solution, context)
        return term ? new Map([...solution, [operation.variable, term]]) : solution
      })
    case 'values':
      return operation.rows.map(
        (row) =>
          new Map(operation.variables.flatMap((name, index) => (row[index] ? [[name, row[index]!] as const] : []))),
      )
    case 'group':
      return group(operation, context)
    case 'orderBy': {
      const { conditions, operand } = operation
      return evaluate(operand, context).sort((one, other) => compareSolutions(one, other, conditions, context))
    }
    case 'project':
      return evaluate(operation.operand, context).map(
        (solution) => new Map([...solution].filter(([name]) => operation.variables.includes(name))),
      )
    case 'distinct':
      return [
        ...new Map(evaluate(operation.operand, context).map((solution) => [solutionKey(solution), solution])).values(),
      ]
    case 'slice':
      return evaluate(operation.operand, context).slice(
        operation.offset,
        operation.limit === undefined ? undefined : operation.offset + operation.limit,
      )
    // Another endpoint, which has the same data.
    case 'service':
      return evaluate(operation.operand, { ...context, graph: context.dataset.defaultGraph })
  }
}

export function solutionKey(solution: Solution): string {
  return JSON.stringify([...solution].map(([name, term]) => [name, termKey(term)]).sort())
}

/** μ1 and μ2 are compatible: no variable has two values (§18.3). */
function compatible(one: Solution, other: Solution): boolean {
  return [...one].every(([name, term]) => !other.has(name) || termKey(other.get(name)!) === termKey(term))
}

function join(left: readonly Solution[], right: readonly Solution[]): Solution[] {
  return left.flatMap((one) =>
    right.filter((other) => compatible(one, other)).map((other) => new Map([...one, ...other])),
  )
}

/** The solutions that extend one so that a term of a pattern stands for a term: one or none. */
function unify(pattern: Term, term: Term, solution: Solution | undefined): Solution[]
function unify(pattern: Term, term: Term, solutions: readonly Solution[]): Solution[]
function unify(pattern: Term, term: Term, given: Solution | readonly Solution[] | undefined): Solution[] {
  const solutions = Array.isArray(given) ? (given as Solution[]) : [given as Solution]
  return solutions.flatMap((solution) => {
    if (pattern.termType === 'Variable') {
      const known = solution.get(pattern.value)
      if (known) return termKey(known) === termKey(term) ? [solution] : []
      return [new Map([...solution, [pattern.value, term]])]
    }
    if (pattern.termType === 'Quad' && term.termType === 'Quad') {
      const parts = ['subject', 'predicate', 'object'] as const
      return parts.reduce<Solution[]>((found, part) => unify(pattern[part], term[part], found), [solution])
    }
    return termKey(pattern) === termKey(term) ? [solution] : []
  })
}

function matchPattern(pattern: TriplePattern, solution: Solution, graph: readonly Quad[]): Solution[] {
  return graph.flatMap((triple) =>
    unify(
      pattern.object,
      triple.object,
      unify(pattern.predicate, triple.predicate, unify(pattern.subject, triple.subject, solution)),
    ),
  )
}

/** Terms of subject and object position: the nodes of a graph (§18.4). */
function nodes(graph: readonly Quad[]): Term[] {
  return [
    ...new Map(graph.flatMap(({ subject, object }) => [subject, object]).map((term) => [termKey(term), term])).values(),
  ]
}

/** Pairs that a path joins, as often as it does (§18.4); the ends are needed for paths of no steps. */
function paths(path: Path, subject: Term, object: Term, context: Context): [Term, Term][] {
  const { graph } = context
  const ends = [subject, object].filter((term) => !variablesOfTerm(term).length)
  const zero = (): [Term, Term][] => [
    ...new Map([...nodes(graph), ...ends].map((term) => [termKey(term), [term, term] as [Term, Term]])).values(),
  ]
  switch (path.type) {
    case 'link':
      return graph.filter(({ predicate }) => predicate.value === path.iri.value).map((t) => [t.subject, t.object])
    case 'inverse':
      return paths(path.path, object, subject, context).map(([from, to]) => [to, from])
    case 'sequence':
      return path.paths
        .map((part) => paths(part, subject, object, context))
        .reduce((before, after) =>
          before.flatMap(([from, middle]) =>
            after.filter(([start]) => termKey(start) === termKey(middle)).map(([, to]): [Term, Term] => [from, to]),
          ),
        )
    case 'alternative':
      return path.paths.flatMap((part) => paths(part, subject, object, context))
    case 'negated': {
      const outside = (set: readonly Term[], { predicate }: Quad) =>
        !set.some(({ value: iri }) => iri === predicate.value)
      const forward = path.goesForward
        ? graph.filter((t) => outside(path.forward, t)).map((t): [Term, Term] => [t.subject, t.object])
        : []
      const inverse = path.inverse.length
        ? graph.filter((t) => outside(path.inverse, t)).map((t): [Term, Term] => [t.object, t.subject])
        : []
      return [...forward, ...inverse]
    }
    case 'zeroOrOne':
      return distinctPairs([...zero(), ...paths(path.path, subject, object, context)])
    case 'zeroOrMore':
      return distinctPairs([...zero(), ...closure(paths(path.path, subject, object, context))])
    case 'oneOrMore':
      return closure(paths(path.path, subject, object, context))
  }
}

function distinctPairs(pairs: readonly [Term, Term][]): [Term, Term][] {
  return [...new Map(pairs.map((pair) => [JSON.stringify(pair.map(termKey)), pair])).values()]
}

function closure(steps: readonly [Term, Term][]): [Term, Term][] {
  let all = distinctPairs(steps)
  while (true) {
    const longer = all.flatMap(([from, middle]) =>
      steps.filter(([start]) => termKey(start) === termKey(middle)).map(([, to]): [Term, Term] => [from, to]),
    )
    const more = distinctPairs([...all, ...longer])
    if (more.length === all.length) return all
    all = more
  }
}

function holds(expression: Expression, solution: Solution, context: Context): boolean {
  const term = value(expression, solution, context)
  return term !== undefined && effectiveBooleanValue(term) === true
}

/** §17: undefined is an error. */
function value(expression: Expression, solution: Solution, context: Context): Term | undefined {
  const of = (part: Expression) => value(part, solution, context)
  const truth = (part: Expression) => {
    const term = of(part)
    return term && effectiveBooleanValue(term)
  }
  const toTerm = (holding: boolean | undefined) => (holding === undefined ? undefined : booleanLiteral(holding))
  switch (expression.type) {
    case 'term':
      return expression.term
    case 'variable':
      return solution.get(expression.name)
    case 'exists': {
      const found = evaluate(substitute(expression.operand, solution), context).length > 0
      return booleanLiteral(found !== expression.negated)
    }
    case 'function': {
      const terms = expression.args.map(of)
      return terms.includes(undefined) ? undefined : namedFunction(expression.iri)!(terms as Term[], context.functions)
    }
    case 'call': {
      const { name, args } = expression
      const values = () => args.map(truth)
      switch (name) {
        case '&&':
          return toTerm(values().includes(false) ? false : values().includes(undefined) ? undefined : true)
        case '||':
          return toTerm(values().includes(true) ? true : values().includes(undefined) ? undefined : false)
        case '!': {
          const [only] = values()
          return toTerm(only === undefined ? undefined : !only)
        }
        case 'if': {
          const condition = truth(args[0]!)
          return condition === undefined ? undefined : of(args[condition ? 1 : 2]!)
        }
        case 'coalesce':
          return args.map(of).find((term) => term !== undefined)
        case 'bound':
          return booleanLiteral(of(args[0]!) !== undefined)
        case 'in':
        case 'notin': {
          const needle = of(args[0]!)
          if (!needle) return undefined
          const same = args.slice(1).map((argument) => {
            const other = of(argument)
            return other && equal(needle, other)
          })
          const found = same.includes(true) ? true : same.includes(undefined) ? undefined : false
          return toTerm(found === undefined ? undefined : found === (name === 'in'))
        }
        default: {
          const terms = args.map(of)
          return terms.includes(undefined) ? undefined : builtIn(name)!(terms as Term[], context.functions)
        }
      }
    }
  }
}

function group({ operand, keys, aggregates }: Extract<Operation, { type: 'group' }>, context: Context): Solution[] {
  const solutions = evaluate(operand, context)
  const withKeys = solutions.map((solution) => {
    const terms = keys.map(({ variable, expression }) => [variable, value(expression, solution, context)] as const)
    return { solution, key: new Map(terms.flatMap(([name, term]) => (term ? [[name, term] as const] : []))) }
  })
  const groups = Map.groupBy(withKeys, ({ key }) => solutionKey(key))
  if (!keys.length && !groups.size) groups.set('', [])
  return [...groups.values()].map((members) => {
    const found = aggregates.flatMap(({ variable, aggregate }) => {
      const term = aggregated(
        aggregate,
        members.map(({ solution }) => solution),
        context,
      )
      return term ? [[variable, term] as const] : []
    })
    return new Map([...(members[0]?.key ?? empty), ...found])
  })
}

function aggregated(
  { name, distinct, argument, separator }: Aggregate,
  solutions: readonly Solution[],
  context: Context,
): Term | undefined {
  const seen = new Set<string>()
  const terms = solutions.flatMap((solution) => {
    const term = argument ? value(argument, solution, context) : booleanLiteral(true)
    const key = argument ? term && termKey(term) : solutionKey(solution)
    if (!distinct || key === undefined) return [term]
    if (seen.has(key)) return []
    seen.add(key)
    return [term]
  })
  const known = terms.filter((term) => term !== undefined)
  const call = (operator: string, ...args: readonly (Term | undefined)[]) =>
    args.includes(undefined) ? undefined : builtIn(operator)!(args as Term[], context.functions)
  const sum = () => terms.reduce((total, term) => call('+', total, term), whole(0))
  const least = (sign: 1 | -1) =>
    terms.includes(undefined) ? undefined : known.sort((one, other) => sign * compareForOrder(one, other))[0]
  switch (name) {
    case 'count':
      return whole(known.length)
    case 'sum':
      return sum()
    case 'avg':
      return terms.length ? call('/', sum(), whole(terms.length)) : whole(0)
    case 'min':
      return least(1)
    case 'max':
      return least(-1)
    case 'sample':
      return known[0]
    case 'group_concat':
      return terms.every((term) => isStringLiteral(term))
        ? literal(known.map(({ value: text }) => text).join(separator))
        : undefined
  }
}

function whole(number: number): Term {
  return literal(String(number), toIri('http://www.w3.org/2001/XMLSchema#integer'))
}

/** substitute(pattern, μ) of §18.6: a value in the place of each variable that the solution binds. */
function substitute(operation: Operation, solution: Solution): Operation {
  const place = (term: Term): Term => {
    if (term.termType === 'Variable') return solution.get(term.value) ?? term
    if (term.termType !== 'Quad') return term
    return {
      ...term,
      subject: place(term.subject),
      predicate: place(term.predicate),
      object: place(term.object),
    } as Quad
  }
  const withValues = (part: Operation): Operation => {
    const own = [...solution].filter(([name]) => inScope(part).has(name))
    const given = { type: 'values', variables: own.map(([name]) => name), rows: [own.map(([, term]) => term)] } as const
    return { type: 'join', operands: [part, given] }
  }
  const members = (part: object) =>
    Object.fromEntries(Object.entries(part).map(([name, member]) => [name, walk(member)]))
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    if ('termType' in part) return place(part as Term)
    const { type, name, variables, operand } = part as Part
    if (type === 'variable' && name) return solution.has(name) ? { type: 'term', term: solution.get(name) } : part
    // The specification does not say what substitution makes of VALUES, BIND and aggregates, which have no place for a
    // value; a path of no steps joins a variable to the nodes of the graph only; what is sent elsewhere is text. All are
    // joined with the solution.
    if (type === 'values' || type === 'path' || type === 'service') return withValues(part as Operation)
    if (type === 'extend' || type === 'group') return withValues({ ...part, ...members(part) } as Operation)
    if (type === 'project' && variables && operand) {
      // What a sub-query does not project is another variable of the same name.
      const seen = new Map([...solution].filter(([known]) => variables.includes(known)))
      return { ...part, operand: substitute(operand, seen) }
    }
    return members(part)
  }
  return walk(operation) as Operation
}

/** Any part of an algebra: an operation, an expression, a list. */
interface Part {
  readonly type?: string
  readonly name?: string
  readonly variables?: readonly string[]
  readonly operand?: Operation
}
