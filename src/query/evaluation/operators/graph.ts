/**
 * Graph (SPARQL 1.2 §18.6): a pattern against one named graph, or against each of them in turn.
 */
import type { Operation } from '../../algebra.ts'
import { type ActiveGraph, type Environment, passNeeds, type Step } from '../execution.ts'
import type { GraphView } from '../graph-view.ts'
import { withSlot } from '../positions.ts'
import { inScope } from '../variables.ts'

type Graph = Extract<Operation, { type: 'graph' }>

export function compileGraph(operation: Graph, environment: Environment, next: Step): Step {
  const { name, operand } = operation
  if (name.termType === 'NamedNode') return compileNamed(operation, environment, next)
  const plain = !inScope(operand).has(name.value) && isPlain(operand)
  return plain ? compileAcross(operation, environment, next) : compileEach(operation, environment, next)
}

function compileNamed(operation: Graph, environment: Environment, next: Step): Step {
  const { name, operand } = operation
  const { ids, dataset } = environment.execution
  const id = ids.idOf(name)
  // A graph that is not there gives nothing, not even the solution of an empty pattern.
  if (!dataset.names.has(id)) return () => false
  const view = dataset.namedGraph(id)
  const inside = { ...passNeeds(operation, operand, environment), graph: { view: () => view } }
  return environment.compile(operand, inside, next)
}

/** Triple patterns alone: the first finds the graphs that it matches in, the others stay in the same one. */
function compileAcross({ name, operand }: Graph, environment: Environment, next: Step): Step {
  const { execution, slots } = environment
  const { registers, dataset } = execution
  const nameSlot = slots.of(name.value)
  const view = graphIn(nameSlot, environment)
  const graph: ActiveGraph = { nameSlot, view: () => (registers[nameSlot] ? view() : dataset.namedGraphs) }
  return environment.compile(operand, { ...environment, graph }, next)
}

/** Anything else is evaluated in one graph after the other. */
function compileEach({ name, operand }: Graph, environment: Environment, next: Step): Step {
  const { execution, slots } = environment
  const { registers, dataset, meter } = execution
  const nameSlot = slots.of(name.value)
  // Not the variable itself, which the pattern may mention, and must not see bound by the graph that it is in.
  const currentSlot = execution.newSlot()
  const graph: ActiveGraph = { currentSlot, view: graphIn(currentSlot, environment) }
  const inGraph = environment.compile(operand, { ...environment, graph }, () =>
    withSlot(nameSlot, registers[currentSlot]!, registers, next),
  )
  const run = (id: number): boolean => {
    meter.step()
    registers[currentSlot] = id
    const stop = inGraph()
    registers[currentSlot] = 0
    return stop
  }
  return () => {
    const given = registers[nameSlot]!
    if (given) return dataset.names.has(given) && run(given)
    for (const id of dataset.names) if (run(id)) return true
    return false
  }
}

/** The named graph whose name is in a slot. */
function graphIn(slot: number, { execution }: Environment): () => GraphView {
  const { registers, dataset } = execution
  let view: GraphView | undefined
  let name = 0
  return () => {
    if (!view || name !== registers[slot]) {
      name = registers[slot]!
      view = dataset.namedGraph(name)
    }
    return view
  }
}

function isPlain(operation: Operation): boolean {
  return operation.type === 'bgp' && operation.patterns.length > 0
}
