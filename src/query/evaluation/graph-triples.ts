/**
 * The triples that a CONSTRUCT or DESCRIBE gives, each once.
 */
import type { Query } from '../algebra.ts'
import { type AddTriple, constructTriples } from './construct.ts'
import { describeTriples } from './describe.ts'
import type { Environment } from './execution.ts'
import { DistinctRows } from './operators/distinct.ts'

/** @param add gets the ids of a triple's parts; what a template makes of them may be no RDF triple (§16.2) */
export function graphTriples(query: Query, environment: Environment, add: AddTriple): void {
  const { registers, newSlot } = environment.execution
  const places = [newSlot(), newSlot(), newSlot()] as const
  const seen = new DistinctRows(places, environment)
  const addNew: AddTriple = (subject, predicate, object) => {
    registers[places[0]] = subject
    registers[places[1]] = predicate
    registers[places[2]] = object
    if (seen.add(registers)) add(subject, predicate, object)
  }
  if (query.form === 'CONSTRUCT') constructTriples(query, environment, addNew)
  else describeTriples(query, environment, addNew)
}
