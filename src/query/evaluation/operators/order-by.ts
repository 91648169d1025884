/**
 * OrderBy (SPARQL 1.2 §15.1, §18.5): solutions as a sequence; those that compare as equal stay as they came.
 */
import type { Operation } from '../../algebra.ts'
import { compareKeys, type OrderKey, orderKey } from '../../functions/order.ts'
import type { Environment, Step } from '../execution.ts'
import { Table } from '../table.ts'
import { inScope } from '../variables.ts'

type OrderBy = Extract<Operation, { type: 'orderBy' }>

/** Bytes of a row's place in the sequence, and of each of its keys. */
const perRow = 64
const perKey = 120

export function compileOrderBy({ operand, conditions }: OrderBy, environment: Environment, next: Step): Step {
  const { execution, slots } = environment
  const { registers, meter } = execution
  const scope = inScope(operand)
  const columns = Array.from(scope, (name) => slots.of(name))
  const keys = conditions.map(({ expression }) => environment.expression(expression, environment, scope))
  const signs = conditions.map(({ descending }) => (descending ? -1 : 1))
  const bytes = perRow + perKey * keys.length
  const table = new Table(columns.length, meter)
  let sortKeys: OrderKey[][] = []
  const gather = environment.compile(operand, environment, () => {
    meter.keep(bytes)
    table.push(registers, columns)
    sortKeys.push(keys.map((key) => orderKey(key())))
    return false
  })
  const compare = (one: number, other: number): number => {
    meter.step()
    for (const [index, sign] of signs.entries()) {
      const difference = compareKeys(sortKeys[one]![index]!, sortKeys[other]![index]!)
      if (difference) return sign * difference
    }
    return one - other
  }
  return () => {
    // What the surroundings have bound stays bound.
    const given = columns.map((slot) => registers[slot]!)
    gather()
    const rows = sortKeys.map((_, row) => row).sort(compare)
    const stop = rows.some((row) => {
      meter.step()
      table.load(row, registers, columns)
      return next()
    })
    for (const [index, slot] of columns.entries()) registers[slot] = given[index]!
    meter.release(bytes * rows.length)
    table.clear()
    sortKeys = []
    return stop
  }
}
