/**
 * One triple pattern (SPARQL 1.2 §18.3.1): every triple of the active graph that fits.
 */
import { lowerBound } from '../../../store/snapshot/lower-bound.ts'
import type { IdRange, Snapshot } from '../../../store/snapshot/snapshot.ts'
import type { TriplePattern } from '../../algebra.ts'
import type { Environment, OrderedScan, Step } from '../execution.ts'
import type { GraphView } from '../graph-view.ts'
import { bind, free, type Position, toPosition, valueAt } from '../positions.ts'
import type { Range } from '../range.ts'
import { ReadAhead } from './read-ahead.ts'
import { byRuns, type PatternVariables } from './runs.ts'

export interface PatternOptions {
  /** Where objects that have values may be: others need not be found. */
  readonly objects?: IdRange | undefined
  /** The variables that are looked at, if that is not all of them. */
  readonly needed?: ReadonlySet<string> | undefined
  /** Whether what comes next looks up what the subjects have. */
  readonly looksUpSubjects?: boolean
}

export function compilePattern(
  pattern: TriplePattern,
  environment: Environment,
  next: Step,
  { objects, needed, looksUpSubjects = false }: PatternOptions = {},
): Step {
  const { execution, graph, scan } = environment
  const { registers, ids } = execution
  const positions = toPositions(pattern, environment)
  const [subject, predicate, object] = positions
  const name: Position | undefined = graph.nameSlot === undefined ? undefined : { type: 'slot', slot: graph.nameSlot }
  const isPlain = !name && isSimple(positions)
  const each = isPlain
    ? writing(positions, environment, next, { looksUpSubjects, scan: scan?.pattern === pattern ? scan : undefined })
    : binding(positions, name, environment, next)
  const runs = isPlain && needed ? byRuns(variablesOf(pattern, needed, environment), environment, next) : undefined
  // Copies of a triple in several graphs are no run.
  const visitAll: VisitRows = runs ? (range, view) => (view.keeps ? each(range, view) : runs.visit(range)) : each
  const { termCount, firstWithValue } = ids.snapshot
  const visitRows = objects ? within(objects, firstWithValue, visitAll) : visitAll
  let view = graph.view()
  const visit = (range: Range): boolean => visitRows(range, view)
  return () => {
    const s = valueAt(subject, registers)
    const p = valueAt(predicate, registers)
    const o = valueAt(object, registers)
    // What the query brought along stands in no triple.
    if (s > termCount || p > termCount || o > termCount) return false
    view = graph.view()
    return view.ranges(s, p, o, visit, view.keeps ? undefined : runs?.lead)
  }
}

function variablesOf(pattern: TriplePattern, needed: ReadonlySet<string>, { slots }: Environment): PatternVariables {
  return [pattern.subject, pattern.predicate, pattern.object].map((term) =>
    term.termType === 'Variable' ? { slot: slots.of(term.value), isNeeded: needed.has(term.value) } : undefined,
  )
}

type Positions = readonly [Position, Position, Position]
type VisitRows = (range: Range, view: GraphView) => boolean

function toPositions({ subject, predicate, object }: TriplePattern, environment: Environment): Positions {
  return [toPosition(subject, environment), toPosition(predicate, environment), toPosition(object, environment)]
}

/** Whether no variable stands twice and none is inside of a triple term: whatever stands in a free place fits. */
function isSimple(positions: Positions): boolean {
  const slots = positions.flatMap((position) => (position.type === 'slot' ? [position.slot] : []))
  return new Set(slots).size === slots.length && positions.every(({ type }) => type !== 'triple')
}

/** Visits no rows of objects that have a value outside of a range, where rows are in the order of their objects. */
function within(ids: IdRange, firstWithValue: number, visitRows: VisitRows): VisitRows {
  return (range, view) => {
    const { from, to, objects, predicates } = range
    if (!objects || predicates) return visitRows(range, view)
    const valued = lowerBound(objects, firstWithValue, from, to)
    range.to = valued
    if (from < valued && visitRows(range, view)) return true
    range.from = lowerBound(objects, ids.from, valued, to)
    range.to = lowerBound(objects, ids.to, range.from, to)
    return visitRows(range, view)
  }
}

/** Writes what a range has columns of into the slots of the variables, which are free. */
function writing(
  positions: Positions,
  { execution }: Environment,
  next: Step,
  { looksUpSubjects, scan }: { readonly looksUpSubjects: boolean; readonly scan: OrderedScan | undefined },
): VisitRows {
  const { registers, meter, ids } = execution
  const readAhead = looksUpSubjects && !scan ? new ReadAhead(ids.snapshot.union.spo) : undefined
  const slotOf = (position: Position) => (position.type === 'slot' ? position.slot : -1)
  const [subject, predicate, object] = positions.map(slotOf) as [number, number, number]
  return (range, view) => {
    const { from, to, subjects, predicates, objects } = range
    const { keeps } = view
    const givenSubject = subject < 0 || registers[subject] !== 0
    if (!givenSubject && !subjects) registers[subject] = range.subject
    if (scan) scan.isInOrder = isInOrder(range, ids.snapshot)
    const step = scan?.descending ? -1 : 1
    const end = step > 0 ? to : from - 1
    // In the order of their objects, subjects are anywhere.
    const ahead = subjects && objects ? readAhead : undefined
    let stop = false
    for (let row = step > 0 ? from : to - 1; row !== end && !stop; row += step) {
      meter.step()
      ahead?.at(row, from, to, subjects!)
      if (keeps && !keeps(range, row)) continue
      if (subjects) registers[subject] = subjects[row]!
      if (predicates) registers[predicate] = predicates[row]!
      if (objects) registers[object] = objects[row]!
      stop = next()
    }
    if (!givenSubject) registers[subject] = 0
    if (predicates) registers[predicate] = 0
    if (objects) registers[object] = 0
    return stop
  }
}

/** Whether the values of a range's objects follow their order: those of one space do. */
function isInOrder({ from, to, objects, predicates }: Range, { firstWithValue, spaceOf }: Snapshot): boolean {
  if (!objects || predicates || from === to || objects[from]! < firstWithValue) return false
  return spaceOf(objects[from]!) === spaceOf(objects[to - 1]!)
}

/** Binds every position, as any may have been bound by another one. */
function binding(
  [subject, predicate, object]: Positions,
  name: Position | undefined,
  { execution }: Environment,
  next: Step,
): VisitRows {
  const { registers, meter } = execution
  const bound: number[] = []
  return (range, view) => {
    for (let row = range.from; row < range.to; row++) {
      meter.step()
      if (view.keeps && !view.keeps(range, row)) continue
      const { length } = bound
      const fits =
        bind(subject, range.subjectAt(row), execution, bound) &&
        bind(predicate, range.predicateAt(row), execution, bound) &&
        bind(object, range.objectAt(row), execution, bound) &&
        (!name || bind(name, range.graphAt(row), execution, bound))
      const stop = fits && next()
      free(bound, length, registers)
      if (stop) return true
    }
    return false
  }
}
