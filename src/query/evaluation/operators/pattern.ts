/**
 * One triple pattern (SPARQL 1.2 §18.3.1): every triple of the active graph that fits.
 */
import type { TriplePattern } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import { bind, free, type Position, toPosition, valueAt } from '../positions.ts'

export function compilePattern(pattern: TriplePattern, environment: Environment, next: Step): Step {
  const { execution, graph } = environment
  const { registers } = execution
  const [subject, predicate, object] = [pattern.subject, pattern.predicate, pattern.object].map((term) =>
    toPosition(term, environment),
  ) as [Position, Position, Position]
  const name: Position | undefined = graph.nameSlot === undefined ? undefined : { type: 'slot', slot: graph.nameSlot }
  const bound: number[] = []
  const visit = (s: number, p: number, o: number, g: number): boolean => {
    const { length } = bound
    const fits =
      bind(subject, s, execution, bound) &&
      bind(predicate, p, execution, bound) &&
      bind(object, o, execution, bound) &&
      (!name || bind(name, g, execution, bound))
    const stop = fits && next()
    free(bound, length, registers)
    return stop
  }
  return () =>
    graph.view().match(valueAt(subject, registers), valueAt(predicate, registers), valueAt(object, registers), visit)
}
