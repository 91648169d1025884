/**
 * Service (SPARQL 1.1 Federated Query §4): solutions that another endpoint has answered with. They are fetched before
 * the evaluation, which never waits for anything.
 */
import { RequestError } from '../../../errors.ts'
import type { Operation } from '../../algebra.ts'
import type { Environment, Step } from '../execution.ts'
import { compileValues } from './values.ts'

type Service = Extract<Operation, { type: 'service' }>

export function compileService(operation: Service, environment: Environment, next: Step): Step {
  const { name } = operation
  const { execution, slots } = environment
  const answered = (endpoint: string) => compileValues(execution.services(operation, endpoint), environment, next)
  if (name.termType === 'NamedNode') return answered(name.value)
  const slot = slots.of(name.value)
  const steps = new Map<number, Step>()
  return () => {
    const id = execution.registers[slot]!
    const term = id ? execution.ids.termOf(id) : undefined
    if (term?.termType !== 'NamedNode') {
      throw new RequestError('query-refused', `SERVICE ?${name.value}: nothing gives the endpoint's IRI.`)
    }
    const step = steps.get(id) ?? answered(term.value)
    steps.set(id, step)
    return step()
  }
}
