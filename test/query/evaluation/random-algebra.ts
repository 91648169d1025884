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

/** Numbers from 0 (inclusive) to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const nodes = ['a', 'b', 'c', 'd'].map((name) => iri(`http://x/${name}`))
const predicates = ['p', 'q', 'r'].map((name) => iri(`http://x/${name}`))
const graphs = ['g', 'h'].map((name) => iri(`http://x/${name}`))
const literals: Term[] = [
  literal('1', iri(`${xsd}integer`)),
  literal('2', iri(`${xsd}integer`)),
  literal('1.0', iri(`${xsd}decimal`)),
  literal('x'),
  taggedLiteral('x', 'en'),
  literal('true', iri(`${xsd}boolean`)),
  tripleTerm(nodes[0]!, predicates[0]!, nodes[1]!),
]
const names = ['x', 'y', 'z', 'w']

export class Generator {
  readonly #random: () => number

  constructor(seed: number) {
    this.#random = randomOf(seed)
  }

  quads(): Quad[] {
    return this.#many(2, 14, () =>
      rdf.quad(
        this.#one(nodes) as never,
        this.#one(predicates) as never,
        (this.#chance(0.6) ? this.#one(nodes) : this.#one(literals)) as never,
        this.#one([defaultGraph, ...graphs]) as never,
      ),
    ) as unknown as Quad[]
  }

  operation(depth: number): Operation {
    const kinds = depth > 0 ? inner : leaves
    return this[this.#one(kinds)](depth - 1)
  }

  bgp(): Operation {
    return { type: 'bgp', patterns: this.#many(0, 3, () => this.#pattern()) }
  }

  path(): Operation {
    const { subject, object } = this.#pattern()
    return { type: 'path', subject, path: this.#path(2, true), object }
  }

  values(): Operation {
    const variables = [...new Set(this.#many(1, 2, () => this.#one(names)))]
    const cell = () => (this.#chance(0.2) ? undefined : this.#term())
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
    return { type: 'leftJoin', left, right, expression: this.#chance(0.3) ? this.#expression(depth) : undefined }
  }

  minus(depth: number): Operation {
    return { type: 'minus', left: this.operation(depth), right: this.operation(depth) }
  }

  filter(depth: number): Operation {
    return { type: 'filter', expression: this.#expression(depth), operand: this.operation(depth) }
  }

  graph(depth: number): Operation {
    const name = this.#chance(0.3) ? this.#one([...graphs, nodes[0]!]) : variable(this.#one([...names, 'g']))
    return { type: 'graph', name, operand: this.operation(depth) }
  }

  extend(depth: number): Operation {
    const operand = this.operation(depth)
    const free = names.filter((name) => !inScope(operand).has(name))
    if (!free.length) return operand
    return { type: 'extend', operand, variable: this.#one(free), expression: this.#expression(depth) }
  }

  distinct(depth: number): Operation {
    return { type: 'distinct', operand: this.operation(depth) }
  }

  project(depth: number): Operation {
    const operand = this.operation(depth)
    return { type: 'project', operand, variables: [...new Set(this.#many(1, 3, () => this.#one(names)))] }
  }

  orderBy(depth: number): Operation {
    const conditions = this.#many(1, 2, () => ({ expression: this.#expression(0), descending: this.#chance(0.5) }))
    return { type: 'orderBy', operand: this.operation(depth), conditions }
  }

  group(depth: number): Operation {
    const keys = [...new Set(this.#many(0, 2, () => this.#one(names)))].map((name) => ({
      variable: name,
      expression: { type: 'variable', name } as const,
    }))
    const free = names.filter((name) => keys.every(({ variable: key }) => key !== name))
    const aggregates = [...new Set(this.#many(0, 2, () => this.#one(free)))].map((name) => ({
      variable: name,
      aggregate: this.#aggregate(),
    }))
    // In a query a group always is inside of a SELECT, which keeps the variables of its pattern to itself.
    const variables = [...keys, ...aggregates].map(({ variable: name }) => name)
    return { type: 'project', variables, operand: { type: 'group', operand: this.operation(depth), keys, aggregates } }
  }

  #aggregate(): Aggregate {
    const name = this.#one(['count', 'sum', 'min', 'max', 'avg'] as const)
    const argument = name === 'count' && this.#chance(0.4) ? undefined : this.#expression(0)
    return { name, distinct: this.#chance(0.3), argument, separator: ' ' }
  }

  #pattern(): TriplePattern {
    const place = (terms: readonly Term[]) => (this.#chance(0.7) ? variable(this.#one(names)) : this.#one(terms))
    const object = this.#chance(0.05)
      ? tripleTerm(this.#variableOr(nodes), this.#one(predicates), this.#variableOr(nodes))
      : place([...nodes, ...literals])
    return {
      subject: place(nodes),
      predicate: this.#chance(0.2) ? variable(this.#one(names)) : this.#one(predicates),
      object,
    }
  }

  #variableOr(terms: readonly Term[]): Term {
    return this.#chance(0.5) ? variable(this.#one(names)) : this.#one(terms)
  }

  #term(): Term {
    return this.#one([...nodes, ...literals, iri('http://x/nowhere')])
  }

  #path(depth: number, outermost = false): Path {
    const link = (): Path => ({ type: 'link', iri: this.#one(predicates) as NamedNode })
    if (depth === 0) return link()
    const part = () => this.#path(depth - 1)
    const forms: (() => Path)[] = [
      () => ({ type: 'zeroOrMore', path: part() }),
      () => ({ type: 'oneOrMore', path: part() }),
      () => ({ type: 'zeroOrOne', path: part() }),
      () => ({ type: 'alternative', paths: [part(), part()] }),
      () => {
        const forward = this.#many(0, 2, () => this.#one(predicates))
        const inverse = this.#many(0, 2, () => this.#one(predicates))
        return { type: 'negated', forward, inverse, goesForward: forward.length > 0 || !inverse.length }
      },
    ]
    const nested: (() => Path)[] = [
      link,
      () => ({ type: 'inverse', path: part() }),
      () => ({ type: 'sequence', paths: [part(), part()] }),
    ]
    return this.#one(outermost ? forms : [...forms, ...nested])()
  }

  #expression(depth: number): Expression {
    const of = (name: string): Expression => ({ type: 'variable', name })
    const call = (name: string, ...args: Expression[]): Expression => ({ type: 'call', name, args })
    const atom = () => (this.#chance(0.7) ? of(this.#one(names)) : { type: 'term' as const, term: this.#term() })
    const forms: (() => Expression)[] = [
      () => call(this.#one(['=', '!=', '<', 'sameterm']), atom(), atom()),
      () => call('bound', of(this.#one(names))),
      () => call('+', atom(), atom()),
      () => call('coalesce', atom(), atom()),
      () => call('isiri', atom()),
      () => call('if', call('bound', of(this.#one(names))), atom(), atom()),
      () => call('in', atom(), atom(), atom()),
      atom,
    ]
    if (depth > 0) {
      forms.push(
        () => call(this.#one(['&&', '||']), this.#expression(depth - 1), this.#expression(depth - 1)),
        () => call('!', this.#expression(depth - 1)),
        () => ({ type: 'exists', negated: this.#chance(0.5), operand: this.operation(depth - 1) }),
      )
    }
    return this.#one(forms)()
  }

  #chance(probability: number): boolean {
    return this.#random() < probability
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#random() * list.length)]!
  }

  #many<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: least + Math.floor(this.#random() * (most - least + 1)) }, make)
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
  'extend',
  'distinct',
  'project',
  'orderBy',
  'group',
] as const
