/**
 * Patterns that have nothing free but one and the same variable, as one: what it may be is what stands in the sorted rows
 * of each, found by leapfrogging (Veldhuizen, Leapfrog Triejoin, ICDT 2014, §3.1): what only some of them have is passed
 * over, however much of it there is.
 */
import { gallop } from '../../../store/snapshot/lower-bound.ts'
import type { Operation, TriplePattern } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import { type Position, toPosition, valueAt } from '../positions.ts'
import type { Range } from '../range.ts'
import { certain, union } from '../variables.ts'

/** Operands in their order, those together that are to be intersected: with the variable that they have in common. */
export function stagesOf(operands: readonly Operation[], { graph }: Environment): readonly Stage[] {
  const stages: { from: number; to: number; variable: string | undefined }[] = []
  let bound: ReadonlySet<string> = new Set()
  for (const [index, operand] of operands.entries()) {
    const last = stages.at(-1)
    const variable = graph.nameSlot === undefined ? onlyFree(operand, bound) : undefined
    if (last && variable !== undefined && last.variable === variable) {
      last.to++
      continue
    }
    // What the operands of the stage before bind is bound only behind it.
    for (let at = last?.from ?? index; at < index; at++) bound = union([bound, certain(operands[at]!)])
    const free = graph.nameSlot === undefined ? onlyFree(operand, bound) : undefined
    stages.push({ from: index, to: index + 1, variable: free })
  }
  return stages
}

export interface Stage {
  /** The indexes of its operands: from the first to the one before `to`. */
  readonly from: number
  readonly to: number
  readonly variable: string | undefined
}

/** The one free variable of a pattern in which no other place has it too; undefined for any other operand. */
function onlyFree(operand: Operation, bound: ReadonlySet<string>): string | undefined {
  if (operand.type !== 'bgp' || operand.patterns.length !== 1) return undefined
  const [pattern] = operand.patterns
  const terms = [pattern!.subject, pattern!.predicate, pattern!.object]
  if (terms.some(({ termType }) => termType === 'Quad')) return undefined
  const free = terms.filter(({ termType, value }) => termType === 'Variable' && !bound.has(value))
  return free.length === 1 ? free[0]!.value : undefined
}

/**
 * @param patterns with only this variable free
 * @param nested evaluates the same one pattern in the other, where the graph has no single range of rows
 */
export function compileIntersection(
  patterns: readonly TriplePattern[],
  name: string,
  environment: Environment,
  next: Step,
  nested: Step,
): Step {
  const { execution, graph, slots } = environment
  const { registers, meter, ids } = execution
  const slot = slots.of(name)
  const { termCount } = ids.snapshot
  const positions = patterns.map(({ subject, predicate, object }) =>
    [subject, predicate, object].map((term) => toPosition(term, environment)),
  ) as [Position, Position, Position][]
  const ranges: Range[] = []
  /** Of each range the first row that has not been passed. */
  const rows: number[] = []

  const leapfrog = (): boolean => {
    let least = 0
    for (let index = 0; index < ranges.length; index++) {
      const range = ranges[index]!
      rows[index] = range.from
      least = Math.max(least, columnOf(range)[range.from]!)
    }
    let agreed = 0
    let stop = false
    for (let index = 0; !stop; index = index + 1 === ranges.length ? 0 : index + 1) {
      meter.step()
      const range = ranges[index]!
      const column = columnOf(range)
      const row = gallop(column, least, rows[index]!, range.to)
      if (row === range.to) break
      rows[index] = row
      agreed = column[row] === least ? agreed + 1 : 1
      least = column[row]!
      if (agreed < ranges.length) continue
      registers[slot] = least
      stop = next()
      least++
      agreed = 0
    }
    registers[slot] = 0
    return stop
  }

  return () => {
    const view = graph.view()
    // Iterators and arrays would be made anew for every solution.
    for (let index = 0; index < positions.length; index++) {
      const places = positions[index]!
      const s = valueAt(places[0], registers)
      const p = valueAt(places[1], registers)
      const o = valueAt(places[2], registers)
      if (s > termCount || p > termCount || o > termCount) return false
      const range = view.rangeOf(s, p, o)
      if (!range) return nested()
      if (range.from === range.to) return false
      ranges[index] = range
    }
    if (registers[slot]) return next()
    return leapfrog()
  }
}

/** The only column of rows that have all else in common: it ascends. */
function columnOf({ subjects, predicates, objects }: Range): Uint32Array {
  return (subjects ?? predicates ?? objects)!
}
