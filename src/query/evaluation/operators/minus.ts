/**
 * Minus (SPARQL 1.2 §18.5): solutions of the left side that no solution of the right side is compatible with, where the
 * two share a variable that both bind.
 */
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import { givable } from '../givable.ts'
import { hiding } from '../hide.ts'
import { Materialized } from '../materialized.ts'
import { certain, inScope, intersection, union } from '../variables.ts'

type Minus = Extract<Operation, { type: 'minus' }>

export function compileMinus({ left, right }: Minus, environment: Environment, next: Step): Step {
  const shared = intersection(inScope(left), inScope(right))
  if (!shared.size) return environment.compile(left, environment, next)
  const bound = union([environment.bound, inScope(left)])
  const inside = { ...environment, bound }
  const always = intersection(shared, intersection(certain(left), certain(right)))
  const given = intersection(shared, intersection(certain(left), givable(right)))
  const foreign = intersection(inScope(right), environment.bound).difference(inScope(left))
  const removed =
    always.size && given.size === shared.size
      ? environment.compile(right, inside, () => true)
      : compileLookup(right, shared, always, inside)
  const alone = hiding(foreign, environment, removed)
  return environment.compile(left, environment, () => !alone() && next())
}

function compileLookup(
  right: Extract<Operation, { type: 'minus' }>['right'],
  shared: ReadonlySet<string>,
  keys: ReadonlySet<string>,
  environment: Environment,
): Step {
  const { execution, slots } = environment
  const materialized = new Materialized(right, keys, environment)
  const common = Array.from(shared, (name) => slots.of(name))
  const columns = common.map((slot) => materialized.slots.indexOf(slot))
  return () =>
    materialized.compatible((table, row) =>
      common.some((slot, index) => execution.registers[slot] && table.at(row, columns[index]!)),
    )
}
