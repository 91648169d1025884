/**
 * Rows of a pattern whose solutions only differ in what nobody looks at: a run of them is handed on once, as many
 * solutions in one. So what only has to be counted is counted without going through it, and what only has to be there
 * is not looked for again.
 */
import { gallop } from '../../../store/snapshot/lower-bound.ts'
import type { Environment, Step } from '../execution.ts'
import type { Lead, Place } from '../index-ranges.ts'
import type { Range } from '../range.ts'

/** What stands as subject, predicate and object, where that is a variable. */
export type PatternVariables = readonly ({ readonly slot: number; readonly isNeeded: boolean } | undefined)[]

export interface Runs {
  /** How rows should be sorted where nothing is given. */
  readonly lead: Lead
  /** @returns whether the next step stopped it */
  visit(range: Range): boolean
}

/** In the order in which columns follow each other in every index: after the last comes the first. */
const places: readonly Place[] = [0, 1, 2]

/** Undefined where all variables are needed. */
export function byRuns(variables: PatternVariables, { execution }: Environment, next: Step): Runs | undefined {
  if (variables.every((variable) => variable?.isNeeded ?? true)) return undefined
  const { registers, meter } = execution
  const lead = leadOf(variables)
  const leading = lead !== 'any' && variables[lead] ? { place: lead, slot: variables[lead].slot } : undefined
  const slots = variables.map((variable) => variable?.slot ?? -1)
  const orders = new Map<number, readonly Place[]>()
  const visit = (range: Range): boolean => {
    const { from, to } = range
    const present = (range.subjects ? 1 : 0) | (range.predicates ? 2 : 0) | (range.objects ? 4 : 0)
    let told = orders.get(present)
    if (!told) {
      told = toldBy(present, variables, lead)
      orders.set(present, told)
    }
    // Where nothing was given, rows have in common what they are sorted by.
    const led = leading && registers[leading.slot] === 0 && !columnOf(range, leading.place)
    if (led) registers[leading.slot] = commonOf(range, leading.place)
    const before = execution.multiplicity
    let stop = false
    for (let row = from; row < to && !stop; ) {
      meter.step()
      let end = to
      for (let at = 0; at < told.length; at++) {
        const column = columnOf(range, told[at]!)!
        registers[slots[told[at]!]!] = column[row]!
        end = gallop(column, column[row]! + 1, row, end)
      }
      // What cannot be counted exactly is not counted at once.
      if (!Number.isSafeInteger(before * (end - row))) end = row + 1
      execution.multiplicity = before * (end - row)
      stop = next()
      row = end
    }
    execution.multiplicity = before
    if (led) registers[leading.slot] = 0
    for (let at = 0; at < told.length; at++) registers[slots[told[at]!]!] = 0
    return stop
  }
  return { lead, visit }
}

function columnOf({ subjects, predicates, objects }: Range, place: Place): Uint32Array | null {
  return place === 0 ? subjects : place === 1 ? predicates : objects
}

function commonOf({ subject, predicate, object }: Range, place: Place): number {
  return place === 0 ? subject : place === 1 ? predicate : object
}

/**
 * The places that tell runs apart: rows that agree in them are one.
 * @param present for each place a bit: whether rows have a column of it
 */
function toldBy(present: number, variables: PatternVariables, lead: Lead): readonly Place[] {
  if (lead === 'any') return []
  const sorted = inOrderOfIndex(
    places.filter((place) => present & (1 << place)),
    lead,
  )
  return sorted.slice(0, sorted.findLastIndex((place) => variables[place]?.isNeeded) + 1)
}

/** What rows are to be sorted by first, so that those that agree in what is needed stand together. */
function leadOf(variables: PatternVariables): Lead {
  const needed = places.filter((place) => variables[place]?.isNeeded)
  if (!needed.length) return 'any'
  // Of two, the one that the other one follows.
  return needed.length === 2 && !needed.includes(1) ? 2 : needed[0]!
}

/** Of two, the one goes first that the other one follows in every index; of three, the one that rows are sorted by. */
function inOrderOfIndex(free: readonly Place[], lead: Place): readonly Place[] {
  if (free.length === 2) return free.includes(1) ? free : [2, 0]
  return free.length === 3 ? [...free.slice(lead), ...free.slice(0, lead)] : free
}
