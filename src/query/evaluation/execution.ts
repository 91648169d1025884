/**
 * One evaluation of one query: what all of its operators share.
 *
 * A query is compiled to steps that call each other, one per operator. The registers hold the solution that is being
 * built, one slot a variable, 0 for unbound. A step extends it in every way that its operator allows, calls the next
 * step for each, and leaves the registers as it found them. So a solution is never copied unless an operator has to
 * keep it, and a LIMIT ends everything before it by one returned `true`.
 */
import type { Term } from '../../rdf/terms.ts'
import type { Expression, Operation, TriplePattern } from '../algebra.ts'
import type { FunctionContext } from '../functions/context.ts'
import type { ActiveDataset } from './active-dataset.ts'
import type { GraphView } from './graph-view.ts'
import type { Meter } from './meter.ts'
import type { TermIds } from './term-ids.ts'

/** Does its operator's work for the solution in the registers. @returns true if no more solutions are wanted */
export type Step = () => boolean

/** The value of an expression for the solution in the registers; undefined is an error (§17.2). */
export type Evaluate = () => Term | undefined

/** True, false, or undefined for an error. */
export type Condition = () => boolean | undefined

export type Service = Extract<Operation, { type: 'service' }>
export type Values = Extract<Operation, { type: 'values' }>

/** A variable of a SERVICE and what it is bound to before it. */
export type Given = readonly [name: string, term: Term]

export interface Execution {
  readonly registers: Uint32Array
  readonly ids: TermIds
  readonly meter: Meter
  readonly dataset: ActiveDataset
  readonly functions: FunctionContext
  /** What an endpoint has answered to a SERVICE, of it what is compatible with what is given; undefined while it has not been asked. */
  readonly services: (operation: Service, endpoint: string, given: readonly Given[]) => Values | undefined
  /** Whether no part of the query has another value with every call: RAND, UUID, BNODE, what an endpoint says. */
  readonly deterministic: boolean
  /** Counts solutions that have been handed on: BNODE("x") is one node within each (§17.4.2.9). */
  solution: number
  /** How many equal solutions the one in the registers stands for; more than one only where `Needs` allows it. */
  multiplicity: number
  /** A slot that nothing else uses. */
  newSlot(): number
}

/** The graph that patterns are matched against: it may change from one solution to the next. */
export interface ActiveGraph {
  view(): GraphView
  /** Where the view is of many graphs apart: the slot that gets the name of the one that a triple is in. */
  readonly nameSlot?: number
  /** The slot that holds the name of the graph, where it changes. */
  readonly currentSlot?: number
}

/** What EXISTS has put in the place of variables (§18.4, substitute). */
export interface Substitution {
  readonly names: ReadonlySet<string>
  readonly clock: {
    /** Changes whenever EXISTS is asked anew, so that what was kept for the solution before is worth nothing. */
    epoch: number
    /** By slot what was put there, 0 for nothing: of those slots that something inside may have bound since. */
    readonly given: Map<number, number>
  }
}

/** A pattern whose rows an ORDER BY wants in its own order (see `ordered-scan.ts`). */
export interface OrderedScan {
  /** Known by its identity, so that no other is taken for it. */
  readonly pattern: TriplePattern
  readonly descending: boolean
  /** Whether the rows that are gone through just now do ascend or descend in their values. */
  isInOrder: boolean
}

/**
 * Where only some variables of an operation's solutions are looked at: others may be left unbound, and solutions that
 * are equal then may be one with their multiplicity.
 */
export interface Needs {
  /** Known by its identity: what is compiled inside of it is asked for all. */
  readonly of: Operation
  readonly variables: ReadonlySet<string>
  /** Whether what is in the registers for these variables, once they are settled, leads to nothing new. */
  readonly isKnown?: (() => boolean) | undefined
}

/** What an operator has to know of its surroundings to be compiled. */
export interface Environment {
  readonly execution: Execution
  /** The slots of the variables of this SELECT: sub-queries have their own. */
  readonly slots: Slots
  readonly graph: ActiveGraph
  /** Variables that may have been bound by what is joined with this before it. */
  readonly bound: ReadonlySet<string>
  readonly substitution: Substitution
  /** What an ORDER BY around this would have gone through in its order. */
  readonly scan?: OrderedScan | undefined
  readonly needs?: Needs | undefined
  readonly compile: (operation: Operation, environment: Environment, next: Step) => Step
  /** @param scope the variables that the expression may see: others are unbound */
  readonly expression: (expression: Expression, environment: Environment, scope: ReadonlySet<string>) => Evaluate
}

/** Slots by the name of the variable. */
export class Slots {
  readonly #byName = new Map<string, number>()
  readonly #newSlot: () => number

  constructor(newSlot: () => number, outer?: { readonly slots: Slots; readonly names: readonly string[] }) {
    this.#newSlot = newSlot
    for (const name of outer?.names ?? []) this.#byName.set(name, outer!.slots.of(name))
  }

  of(name: string): number {
    const known = this.#byName.get(name)
    if (known !== undefined) return known
    const slot = this.#newSlot()
    this.#byName.set(name, slot)
    return slot
  }
}

/** That only some variables of an operation are looked at; nothing where each solution gets values of its own. */
export function needing(
  of: Operation,
  variables: ReadonlySet<string>,
  environment: Environment,
  isKnown?: () => boolean,
): Environment {
  return { ...environment, needs: environment.execution.deterministic ? { of, variables, isKnown } : undefined }
}

/** Which of an operation's variables are looked at; undefined for all, each solution by itself. */
export function neededOf(operation: Operation, { needs }: Environment): ReadonlySet<string> | undefined {
  return needs?.of === operation ? needs.variables : undefined
}

/** The same for what hands its solutions on as it gets them. */
export function passNeeds(operation: Operation, operand: Operation, environment: Environment): Environment {
  const variables = neededOf(operation, environment)
  return variables ? needing(operand, variables, environment, environment.needs?.isKnown) : environment
}
