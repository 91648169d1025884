/**
 * What is known while a query grows: chance, the productions used, the variables in scope and one solution (the
 * witness) that the patterns so far have, so that most queries find something.
 */
import type { Quad, Term } from '../../../src/rdf/environment.ts'
import { base, graphNames, triplesOf } from '../data.ts'
import type { Random } from '../random.ts'
import type { Production } from './productions.ts'

/** What an expression should give. */
export type Kind = 'boolean' | 'number' | 'text' | 'iri' | 'date' | 'any'

/** What the caller of a production would like to get from it. */
export interface Want {
  readonly term?: Term
  readonly kind?: Kind
  /** The name of a variable. */
  readonly name?: string
}

export type Rule = (g: Generation, want: Want) => string
export type Rules = Readonly<Record<Production, Rule>>

/** What a variable is known to hold in the witness, or only the kind of it. */
export interface Known {
  readonly term?: Term
  readonly kind: Kind
}

export interface Scope {
  /** Variables in scope here (§18.2.1). */
  readonly bound: Map<string, Known>
  /** Variables of the groups around, for patterns to join with. */
  readonly around: ReadonlyMap<string, Known>
}

/** `keys` inside a grouped query: only these variables may stand outside an aggregate. */
export interface Grouping {
  readonly keys: ReadonlyMap<string, Known>
}

const letters = ['x', 'y', 'item', 'n_1', 'été', 'Ω', '0', 'a\u0301', 'who']

export class Generation {
  readonly random: Random
  readonly used = new Set<Production>()
  readonly prefixes = new Map<string, string>()
  /** Against which relative IRIs are written; the endpoint's own unless the query has a BASE. */
  readonly base: string
  readonly #rules: Rules
  scope: Scope = { bound: new Map(), around: new Map() }
  /** Patterns that may still be added. */
  budget: number
  depth = 0
  expressionDepth = 0
  grouping: Grouping | undefined
  insideAggregate = false
  /** Templates take any variable in scope instead of patterns that the data has. */
  template = false
  /** What the SELECT that is being written gives. */
  projected: ReadonlyMap<string, Known> = new Map()
  defaultGraph: readonly string[] = ['']
  namedGraphs: readonly string[] = graphNames
  /** The triples that patterns are made of at this place. */
  pool: readonly Quad[] = triplesOf('')
  /** Where the path that is being written has got to. */
  at: Term | undefined
  #names = 0
  #labels = 0

  constructor(random: Random, rules: Rules) {
    this.random = random
    this.#rules = rules
    this.budget = random.int(1, 5)
    this.base = random.weighted([
      [8, base],
      [1, 'http://fuzz.example/other/'],
      [1, 'http://elsewhere.example/x#y'],
    ])
  }

  /** Writes one production, and counts it. */
  of(name: Production, want: Want = {}): string {
    this.used.add(name)
    return this.#rules[name](this, want)
  }

  /** Counts a production that was written by hand. */
  mark(...names: Production[]): void {
    for (const name of names) this.used.add(name)
  }

  /** A variable name that nothing in the query has yet. */
  freshName(): string {
    return `${this.random.pick(letters)}${this.#names++}`
  }

  /** Labels may come again inside one template; two basic graph patterns must not share one (§5.1.1). */
  freshLabel(): string {
    if (this.template && this.#labels && this.random.chance(0.3)) return `t${this.random.int(0, 1)}`
    return `${this.random.pick(['b', '0', 'b.c', 'é-'])}${this.#labels++}`
  }

  bind(name: string, known: Known): string {
    this.scope.bound.set(name, known)
    return name
  }

  /** The variables by which an expression may be more than a constant. */
  expressionVariables(): ReadonlyMap<string, Known> {
    return this.grouping && !this.insideAggregate ? this.grouping.keys : this.scope.bound
  }

  /** Runs with a scope of its own; what it binds is visible outside only if that is asked for. */
  nested(visible: boolean, write: () => string): string {
    const outer = this.scope
    const { pool, at, grouping, insideAggregate, projected } = this
    this.scope = { bound: new Map(), around: new Map([...outer.around, ...outer.bound]) }
    this.grouping = undefined
    this.insideAggregate = false
    this.depth++
    const text = write()
    this.depth--
    if (visible) for (const [name, known] of this.scope.bound) if (!outer.bound.has(name)) outer.bound.set(name, known)
    this.scope = outer
    Object.assign(this, { pool, at, grouping, insideAggregate, projected })
    return text
  }
}

export function kindOf(term: Term | undefined): Kind {
  if (!term) return 'any'
  if (term.termType !== 'Literal') return term.termType === 'NamedNode' ? 'iri' : 'any'
  const type = term.datatype.value.replace(/^.*[#/]/, '')
  if (/^(integer|decimal|double|float|byte|unsignedByte)$/.test(type)) return 'number'
  if (/^(string|langString)$/.test(type)) return 'text'
  if (type === 'boolean') return 'boolean'
  return type === 'dateTime' || type === 'date' ? 'date' : 'any'
}
