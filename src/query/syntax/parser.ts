/**
 * What is known while a query is read: its tokens, the prologue so far, the variables in scope, and what the limits
 * count.
 */
import type { NamedNode, Variable } from '../../rdf/terms.ts'
import type { Aggregate, Expression, Operation } from '../algebra.ts'
import type { ExistsPlace, GraphPlace, Span, StarPlace } from './places.ts'
import { Reader } from './reader.ts'
import { Scope } from './scope.ts'

/** A group graph pattern; its filters apart, as OPTIONAL makes them a condition of its own (§18.2.2.6). */
export interface Group {
  readonly operation: Operation
  readonly filters: readonly Expression[]
}

/** A variable outside an aggregate. What it stands for is settled when it is known by what the query groups. */
export interface Mention {
  readonly expression: { readonly type: 'variable'; name: string }
  readonly offset: number
}

/** What the expressions of SELECT, HAVING or ORDER BY have in them. */
export interface Gathering {
  readonly aggregates: { readonly variable: string; readonly aggregate: Aggregate }[]
  readonly mentions: Mention[]
}

/** The rules that others come back to from inside of themselves; given here, so that no two files import each other. */
export interface Rules {
  readonly expression: (parser: Parser) => Expression
  readonly group: (parser: Parser) => Group
  readonly subSelect: (parser: Parser) => Operation
}

export interface ParserOptions {
  /** Against which relative IRIs are read until there is a BASE. */
  readonly baseIri: string
  /** Whether there is a function of this name. */
  readonly isFunction: (iri: string) => boolean
}

export class Parser extends Reader {
  readonly rules: Rules
  readonly isFunction: (iri: string) => boolean
  baseIri: string
  readonly prefixes = new Map<string, string>()
  readonly scope = new Scope()
  /** Undefined where no aggregate may stand. */
  gathering: Gathering | undefined
  insideAggregate = false
  /** What stands behind the GRAPH that is being read. */
  graph: NamedNode | Variable | undefined
  /** Inside SERVICE, whose functions are not ours to know. */
  remote = false
  /** Triple patterns and paths, and branches of unions. */
  patterns = 0
  branches = 0
  /** False as soon as something is called that gives another answer the next time. */
  deterministic = true
  /** The same of what is called here: what is sent elsewhere with SERVICE does not count. */
  repeatable = true
  /** Whether there is a SERVICE, and the endpoints that are named there. */
  reachesOut = false
  readonly endpoints = new Set<string>()
  asksVariable = false
  /** Where the dataset is spoken of (`Places`). */
  head: Span = { from: 0, to: 0 }
  from: Span | undefined
  where: Span | undefined
  readonly graphs: GraphPlace[] = []
  readonly exists: ExistsPlace[] = []
  readonly stars: StarPlace[] = []
  /** The basic graph pattern that is being read; it says which labels of blank nodes may come again (§19.6). */
  basicGraphPattern = 0
  readonly #labels = new Map<string, number>()
  #begun = 0
  #names = 0

  constructor(text: string, { baseIri, isFunction }: ParserOptions, rules: Rules) {
    super(text)
    this.baseIri = baseIri
    this.isFunction = isFunction
    this.rules = rules
  }

  /** A name for a variable that no query can write. */
  freshName(): string {
    return `_:#${this.#names++}`
  }

  endBasicGraphPattern(): void {
    this.basicGraphPattern = ++this.#begun
  }

  /** The variable that the blank node with the label at `offset` is. */
  labelled(label: string, offset: number): string {
    const first = this.#labels.get(label) ?? this.basicGraphPattern
    if (first !== this.basicGraphPattern) {
      this.fail(`_:${label} stands in another basic graph pattern already.`, offset)
    }
    this.#labels.set(label, first)
    return `_:${label}`
  }

  /** Reads with another gathering, or none. */
  gathered<T>(gathering: Gathering | undefined, read: () => T): T {
    const outer = this.gathering
    this.gathering = gathering
    const result = read()
    this.gathering = outer
    return result
  }
}
