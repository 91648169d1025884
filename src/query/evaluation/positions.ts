/**
 * The places of a triple pattern: a term that stands there, or the slot of the variable that does.
 */
import type { Quad, Term } from '../../rdf/terms.ts'
import type { Environment, Execution, Step } from './execution.ts'
import { variablesOfTerm } from './variables.ts'

export type Position =
  | { readonly type: 'term'; readonly id: number }
  | { readonly type: 'slot'; readonly slot: number }
  /** A triple term with variables in it: found by its own slot, then taken apart. */
  | { readonly type: 'triple'; readonly slot: number; readonly parts: readonly Position[] }

export function toPosition(term: Term, { execution, slots }: Pick<Environment, 'execution' | 'slots'>): Position {
  if (term.termType === 'Variable') return { type: 'slot', slot: slots.of(term.value) }
  if (term.termType !== 'Quad' || !variablesOfTerm(term).length) {
    return { type: 'term', id: execution.ids.idOf(term) }
  }
  const parts = [term.subject, term.predicate, term.object].map((part) => toPosition(part, { execution, slots }))
  return { type: 'triple', slot: execution.newSlot(), parts }
}

/** What must stand there for the solution in the registers; 0 for anything. */
export function valueAt(position: Position, registers: Uint32Array): number {
  return position.type === 'term' ? position.id : registers[position.slot]!
}

/** Binds a free slot to an id, and notes it; one that is bound has to have that id already. */
export function bindSlot(slot: number, id: number, registers: Uint32Array, bound: number[]): boolean {
  if (registers[slot]) return registers[slot] === id
  registers[slot] = id
  bound.push(slot)
  return true
}

/** Runs a step with a slot bound to an id, unless it is bound to another one. */
export function withSlot(slot: number, id: number, registers: Uint32Array, step: Step): boolean {
  if (registers[slot]) return registers[slot] === id && step()
  registers[slot] = id
  const stop = step()
  registers[slot] = 0
  return stop
}

/**
 * Binds a position to an id if it is free or has that id already.
 * @param bound gets the slots that were bound by it, to be freed again by `free`
 * @returns whether it fits
 */
export function bind(position: Position, id: number, execution: Execution, bound: number[]): boolean {
  const { registers } = execution
  if (position.type === 'term') return position.id === id
  if (!bindSlot(position.slot, id, registers, bound)) return false
  if (position.type === 'slot') return true
  const term = execution.ids.termOf(id)
  if (term.termType !== 'Quad') return false
  const { subject, predicate, object } = term as Quad
  const [first, second, third] = position.parts
  const { ids } = execution
  return (
    bind(first!, ids.idOf(subject), execution, bound) &&
    bind(second!, ids.idOf(predicate), execution, bound) &&
    bind(third!, ids.idOf(object), execution, bound)
  )
}

/** Frees slots, down to a length of the list of those that were bound. */
export function free(bound: number[], length: number, registers: Uint32Array): void {
  while (bound.length > length) registers[bound.pop()!] = 0
}
