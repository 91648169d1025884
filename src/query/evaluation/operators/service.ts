/**
 * Service (SPARQL 1.1 Federated Query §3): solutions that another endpoint has answered with. They are fetched between
 * evaluations, which never wait for anything.
 */
import { RequestError } from '../../../errors.ts'
import type { Environment, Given, Service, Step, Values } from '../execution.ts'
import { variablesOf } from '../services.ts'
import { compileValues } from './values.ts'

export function compileService(operation: Service, environment: Environment, next: Step): Step {
  const { execution, slots } = environment
  const { registers, ids, services } = execution
  const columns = variablesOf(operation).map((name) => [name, slots.of(name)] as const)
  const endpointOf = compileName(operation, environment)
  const steps = new Map<Values, Step>()
  return () => {
    const given: Given[] = []
    for (const [name, slot] of columns) if (registers[slot]) given.push([name, ids.termOf(registers[slot])])
    const answer = services(operation, endpointOf(), given)
    if (!answer) return false
    const step = steps.get(answer) ?? compileValues(answer, environment, next)
    steps.set(answer, step)
    return step()
  }
}

/** The address of the endpoint. Throws where a variable should name it and does not. */
function compileName({ name }: Service, { execution, slots }: Environment): () => string {
  if (name.termType === 'NamedNode') return () => name.value
  const slot = slots.of(name.value)
  return () => {
    const id = execution.registers[slot]!
    const term = id ? execution.ids.termOf(id) : undefined
    if (term?.termType === 'NamedNode') return term.value
    throw new RequestError('query-refused', {
      en: `SERVICE ?${name.value}: nothing gives the endpoint's IRI.`,
      fr: `SERVICE ?${name.value}\u00a0: rien ne donne l’IRI du point d’accès.`,
    })
  }
}
