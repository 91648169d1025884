/**
 * DESCRIBE (SPARQL 1.2 §16.4): what the default graph says of each resource, and of the blank nodes that it names there
 * (a concise bounded description, https://www.w3.org/submissions/CBD/).
 */
import { kinds } from '../../store/snapshot/term-kinds.ts'
import type { Query } from '../algebra.ts'
import { compile } from './compile.ts'
import type { AddTriple } from './construct.ts'
import type { Environment } from './execution.ts'
import { Visited } from './visited.ts'

/** @param add gets the ids of a triple's parts, of the same triple perhaps more than once */
export function describeTriples({ described, operation }: Query, environment: Environment, add: AddTriple): void {
  const { execution, slots } = environment
  const { registers, ids, dataset, meter } = execution
  const visited = new Visited(meter)
  const describe = (resource: number): void => {
    const waiting = [resource]
    while (waiting.length) {
      const subject = waiting.pop()!
      if (!visited.add(subject)) continue
      dataset.defaultGraph.match(subject, 0, 0, (_subject, predicate, object) => {
        add(subject, predicate, object)
        if (ids.snapshot.kindOf(object) === kinds.blankNode) waiting.push(object)
        return false
      })
    }
  }
  for (const term of described) if (term.termType === 'NamedNode') describe(ids.idOf(term))
  const variables = described.filter(({ termType }) => termType === 'Variable')
  if (!variables.length) return
  const columns = variables.map(({ value }) => slots.of(value))
  const run = compile(operation, environment, () => {
    for (const slot of columns) if (registers[slot]) describe(registers[slot])
    return false
  })
  run()
}
