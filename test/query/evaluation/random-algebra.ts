/**
 * Random datasets and random operations over them, small enough for the naive evaluator, mean enough for ours: few
 * terms, so that most patterns match; few variables, so that most operands share some.
 */
import type { Aggregate, Expression, Operation, Path, TriplePattern } from '../../../src/query/algebra.ts'
import { inScope } from '../../../src/query/evaluation/variables.ts'
import { rdf } from '../../../src/rdf/environment.ts'
import {
  defaultGraph,
  iri,
  literal,
  type NamedNode,
  type Quad,
  type Term,
  taggedLiteral,
  tripleTerm,
  variable,
} from '../../../src/rdf/terms.ts'
import { Random } from '../../fuzz/random.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const nodes = ['a', 'b', 'c', 'd'].map((name) => iri(`http://x/${name}`))
const predicates = ['p', 'q', 'r'].map((name) => iri(`http://x/${name}`))
const graphs = ['g', 'h'].map((name) => iri(`http://x/${name}`))
const literals: Term[] = [
  literal('1', iri(`${xsd}integer`)),
  literal('2', iri(`${xsd}integer`)),
  literal('1.0', iri(`${xsd}decimal`)),
  literal('-3', iri(`${xsd}int`)),
  literal('9007199254740991', iri(`${xsd}integer`)),
  literal('900000000000000', iri(`${xsd}integer`)),
  // Sums of these are exact, so that they do not depend on the order.
  literal('0.5', iri(`${xsd}float`)),
  literal('2.5E0', iri(`${xsd}double`)),
  literal('2024-01-01', iri(`${xsd}date`)),
  literal('2024-01-01Z', iri(`${xsd}date`)),
  literal('2024-01-01T00:00:00Z', iri(`${xsd}dateTime`)),
  literal('x'),
  literal('Xé'),
  taggedLiteral('x', 'en'),
  literal('true', iri(`${xsd}boolean`)),
  tripleTerm(nodes[0]!, predicates[0]!, nodes[1]!),
]
const counting = iri('http://x/n')
/** Sums of these are exact too. */
const numbers = [
  literal('3', iri(`${xsd}integer`)),
  literal('5', iri(`${xsd}integer`)),
  literal('-7', iri(`${xsd}long`)),
  literal('0.25', iri(`${xsd}decimal`)),
  literal('1.5E0', iri(`${xsd}double`)),
]
const names = ['x', 'y', 'z', 'w']
const elsewhere = iri('http://y/sparql') as NamedNode

export class Generator {
  readonly #random: Random

  constructor(seed: number, index: number) {
    this.#random = new Random(seed, index)
  }

  /** Of one predicate all objects are numbers, so that there is something to add up. */
  quads(): Quad[] {
    return this.#many(2, this.#random.chance(0.2) ? 40 : 14, () => {
      const predicate = this.#random.pick([...predicates, counting])
      const object = this.#random.chance(0.6) ? this.#random.pick(nodes) : this.#random.pick(literals)
      return rdf.quad(
        this.#random.pick(nodes) as never,
        predicate as never,
        (predicate === counting ? this.#random.pick(numbers) : object) as never,
        this.#random.pick([defaultGraph, ...graphs]) as never,
      )
    }) as unknown as Quad[]
  }

  /** As queries end: perhaps in an order, perhaps cut. */
  query(depth: number): Operation {
    const operand = this.#random.chance(0.2) ? this.orderBy(depth) : this.operation(depth)
    if (!this.#random.chance(0.2)) return operand
    return { type: 'slice', operand, offset: this.#random.int(0, 3), limit: this.#random.int(0, 5) }
  }

  operation(depth: number): Operation {
    return this[this.#random.pick(depth > 0 ? inner : leaves)](depth - 1)
  }

  bgp(): Operation {
    return { type: 'bgp', patterns: this.#many(0, 3, () => this.#pattern()) }
  }

  path(): Operation {
    const { subject, object } = this.#pattern()
    return { type: 'path', subject, path: this.#path(2, true), object }
  }

  values(): Operation {
    const variables = [...new Set(this.#many(1, 2, () => this.#random.pick(names)))]
    const cell = () => (this.#random.chance(0.2) ? undefined : this.#term())
    return { type: 'values', variables, rows: this.#many(0, 3, () => variables.map(cell)) }
  }

  join(depth: number): Operation {
    return { type: 'join', operands: this.#many(2, 3, () => this.operation(depth)) }
  }

  union(depth: number): Operation {
    return { type: 'union', operands: this.#many(2, 3, () => this.operation(depth)) }
  }

  leftJoin(depth: number): Operation {
    const [left, right] = [this.operation(depth), this.operation(depth)]
    return { type: 'leftJoin', left, right, expression: this.#random.chance(0.3) ? this.#expression(depth) : undefined }
  }

  minus(depth: number): Operation {
    return { type: 'minus', left: this.operation(depth), right: this.operation(depth) }
  }

  filter(depth: number): Operation {
    return { type: 'filter', expression: this.#expression(depth), operand: this.operation(depth) }
  }

  graph(depth: number): Operation {
    const name = this.#random.chance(0.3)
      ? this.#random.pick([...graphs, nodes[0]!])
      : variable(this.#random.pick([...names, 'g']))
    return { type: 'graph', name, operand: this.operation(depth) }
  }

  service(depth: number): Operation {
    return { type: 'service', name: elsewhere, silent: false, operand: this.operation(depth), text: '' }
  }

  extend(depth: number): Operation {
    const operand = this.operation(depth)
    const free = names.filter((name) => !inScope(operand).has(name))
    if (!free.length) return operand
    return { type: 'extend', operand, variable: this.#random.pick(free), expression: this.#expression(depth) }
  }

  distinct(depth: number): Operation {
    return { type: 'distinct', operand: this.operation(depth) }
  }

  /** Cut so that it does not matter in which order solutions come: to nothing, or to more than there are. */
  slice(depth: number): Operation {
    const limit = this.#random.chance(0.1) ? 0 : 1_000_000
    return { type: 'slice', operand: this.operation(depth), offset: 0, limit }
  }

  project(depth: number): Operation {
    return this.#projected(this.operation(depth))
  }

  orderBy(depth: number): Operation {
    const conditions = this.#many(1, 2, () => ({
      expression: this.#expression(0),
      descending: this.#random.chance(0.5),
    }))
    return { type: 'orderBy', operand: this.operation(depth), conditions }
  }

  group(depth: number): Operation {
    // What hides variables hands equal solutions on, which have to be counted.
    const operand = this.#random.chance(0.4) ? this.#projected(this.operation(depth - 1)) : this.operation(depth)
    const keys = [...new Set(this.#many(0, 2, () => this.#random.pick(names)))].map((name) => ({
      variable: name,
      expression: { type: 'variable', name } as const,
    }))
    const free = names.filter((name) => keys.every(({ variable: key }) => key !== name))
    const aggregates = [...new Set(this.#many(0, 2, () => this.#random.pick(free)))].map((name) => ({
      variable: name,
      aggregate: this.#aggregate(operand),
    }))
    // In a query a group always is inside of a SELECT, which keeps the variables of its pattern to itself.
    const variables = [...keys, ...aggregates].map(({ variable: name }) => name)
    return { type: 'project', variables, operand: { type: 'group', operand, keys, aggregates } }
  }

  /** Numbers added up that a sub-query hands on without saying whose they are: equal ones have to be counted. */
  tally(depth: number): Operation {
    const [subject, object, key] = this.#shuffled(names)
    const pattern = { subject: variable(subject!), predicate: counting, object: variable(object!) }
    const patterns = [pattern, ...this.#many(0, 1, () => this.#pattern())]
    const hidden = this.#random.pick([object!, key!])
    const part: Operation = {
      type: 'project',
      operand: { type: 'bgp', patterns },
      variables: [...new Set([object!, hidden])],
    }
    const around: (() => Operation)[] = [
      () => part,
      () => ({ type: 'union', operands: [part, this.operation(depth)] }),
      () => ({ type: 'graph', name: this.#random.pick([...graphs, variable(key!)]), operand: part }),
      () => ({ type: 'join', operands: [part, this.operation(depth)] }),
    ]
    const aggregate = {
      name: this.#random.pick(['sum', 'avg', 'count'] as const),
      distinct: false,
      argument: { type: 'variable', name: object! },
      separator: '',
    } as const
    const keys = this.#random.chance(0.5)
      ? []
      : [{ variable: key!, expression: { type: 'variable', name: this.#random.pick([object!, key!]) } as const }]
    const aggregates = [{ variable: subject!, aggregate }]
    const operation: Operation = { type: 'group', operand: this.#random.pick(around)(), keys, aggregates }
    return { type: 'project', variables: [subject!, key!], operand: operation }
  }

  #projected(operand: Operation): Operation {
    const variables = [...new Set(this.#many(1, 2, () => this.#nameIn(operand)))]
    return { type: 'project', operand, variables }
  }

  /** Mostly one that the operation binds. */
  #nameIn(operation: Operation): string {
    const bound = [...inScope(operation)]
    return this.#random.pick(bound.length && this.#random.chance(0.8) ? bound : names)
  }

  #aggregate(operand: Operation): Aggregate {
    const name = this.#random.pick(['count', 'sum', 'min', 'max', 'avg'] as const)
    const of = (): Expression =>
      this.#random.chance(0.7) ? { type: 'variable', name: this.#nameIn(operand) } : this.#expression(0)
    const argument = name === 'count' && this.#random.chance(0.4) ? undefined : of()
    return { name, distinct: this.#random.chance(0.3), argument, separator: ' ' }
  }

  #pattern(): TriplePattern {
    const place = (terms: readonly Term[]) =>
      this.#random.chance(0.7) ? variable(this.#random.pick(names)) : this.#random.pick(terms)
    const object = this.#random.chance(0.05)
      ? tripleTerm(this.#variableOr(nodes), this.#random.pick(predicates), this.#variableOr(nodes))
      : place([...nodes, ...literals])
    return {
      subject: place(nodes),
      predicate: this.#random.chance(0.2)
        ? variable(this.#random.pick(names))
        : this.#random.pick([...predicates, counting]),
      object,
    }
  }

  #variableOr(terms: readonly Term[]): Term {
    return this.#random.chance(0.5) ? variable(this.#random.pick(names)) : this.#random.pick(terms)
  }

  #term(): Term {
    return this.#random.pick([...nodes, ...literals, iri('http://x/nowhere')])
  }

  #path(depth: number, outermost = false): Path {
    const link = (): Path => ({ type: 'link', iri: this.#random.pick(predicates) as NamedNode })
    if (depth === 0) return link()
    const part = () => this.#path(depth - 1)
    const forms: (() => Path)[] = [
      () => ({ type: 'zeroOrMore', path: part() }),
      () => ({ type: 'oneOrMore', path: part() }),
      () => ({ type: 'zeroOrOne', path: part() }),
      () => ({ type: 'alternative', paths: [part(), part()] }),
      () => {
        const forward = this.#many(0, 2, () => this.#random.pick(predicates))
        const inverse = this.#many(0, 2, () => this.#random.pick(predicates))
        return { type: 'negated', forward, inverse, goesForward: forward.length > 0 || !inverse.length }
      },
    ]
    const nested: (() => Path)[] = [
      link,
      () => ({ type: 'inverse', path: part() }),
      () => ({ type: 'sequence', paths: [part(), part()] }),
    ]
    return this.#random.pick(outermost ? forms : [...forms, ...nested])()
  }

  #expression(depth: number): Expression {
    const of = (name: string): Expression => ({ type: 'variable', name })
    const call = (name: string, ...args: Expression[]): Expression => ({ type: 'call', name, args })
    const atom = () =>
      this.#random.chance(0.7) ? of(this.#random.pick(names)) : { type: 'term' as const, term: this.#term() }
    const forms: (() => Expression)[] = [
      () => call(this.#random.pick(['=', '!=', '<', '>', '<=', '>=', 'sameterm']), atom(), atom()),
      () => call('bound', of(this.#random.pick(names))),
      () => {
        const text = of(this.#random.pick(names))
        const within = this.#random.chance(0.5) ? text : call(this.#random.pick(['lcase', 'ucase']), text)
        return call(this.#random.pick(['contains', 'strstarts', 'strends']), within, this.#text())
      },
      () => call('+', atom(), atom()),
      () => call('coalesce', atom(), atom()),
      () => call('isiri', atom()),
      () => call('if', call('bound', of(this.#random.pick(names))), atom(), atom()),
      () => call('in', atom(), atom(), atom()),
      atom,
    ]
    if (depth > 0) {
      forms.push(
        () => call(this.#random.pick(['&&', '||']), this.#expression(depth - 1), this.#expression(depth - 1)),
        () => call('!', this.#expression(depth - 1)),
        () => ({ type: 'exists', negated: this.#random.chance(0.5), operand: this.operation(depth - 1) }),
      )
    }
    return this.#random.pick(forms)()
  }

  #text(): Expression {
    return {
      type: 'term',
      term: this.#random.pick([literal('x'), literal('É'), literal(''), literal('xx'), taggedLiteral('x', 'en')]),
    }
  }

  #shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items]
    return items.map(() => rest.splice(this.#random.int(0, rest.length - 1), 1)[0]!)
  }

  #many<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: this.#random.int(least, most) }, make)
  }
}

const leaves = ['bgp', 'bgp', 'path', 'values'] as const
const inner = [
  'bgp',
  'path',
  'values',
  'join',
  'join',
  'union',
  'leftJoin',
  'leftJoin',
  'minus',
  'filter',
  'filter',
  'graph',
  'service',
  'extend',
  'distinct',
  'slice',
  'project',
  'project',
  'orderBy',
  'group',
  'tally',
] as const
