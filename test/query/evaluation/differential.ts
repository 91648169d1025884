/**
 * The same random operation by both evaluators.
 */
import type { Operation } from '../../../src/query/algebra.ts'
import { compile } from '../../../src/query/evaluation/compile.ts'
import { start } from '../../../src/query/evaluation/start.ts'
import { inScope } from '../../../src/query/evaluation/variables.ts'
import type { Quad, Term } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { evaluateNaively, type NaiveDataset, type Solution, solutionKey } from './naive.ts'
import { Generator } from './random-algebra.ts'

export interface Difference {
  readonly seed: number
  readonly index: number
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  readonly operation: Operation
  readonly quads: readonly Quad[]
}

/** @returns undefined if both have the same multiset of solutions */
export function differenceOf(seed: number, index: number): Difference | undefined {
  const generator = new Generator(seed, index)
  const quads = generator.quads()
  // One operator in another shows most faults; three in each other show the rest.
  const operation = generator.operation(1 + (index % 3))
  const { ours, functions } = evaluateOurs(operation, quads)
  const theirs = evaluateNaively(operation, toDataset(quads), functions)
  const [mine, others] = [ours, theirs].map((solutions) => solutions.map(solutionKey).sort())
  if (mine!.join('\n') === others!.join('\n')) return undefined
  return { seed, index, ours: mine!, theirs: others!, operation, quads }
}

function nobody(): never {
  throw new Error('nobody is asked here')
}

function evaluateOurs(operation: Operation, quads: readonly Quad[]) {
  const query = {
    form: 'SELECT',
    operation,
    variables: [],
    template: [],
    described: [],
    dataset: undefined,
    baseIri: 'http://x/',
    prologue: '',
  } as const
  const parsed = {
    text: ' '.repeat(4000),
    baseIri: 'http://x/',
    dataset: undefined,
    form: 'SELECT',
    deterministic: true,
    reachesOut: false,
  } as const
  const environment = start(
    { ...parsed, query },
    {
      snapshot: buildSnapshot(quads as never),
      defaultGraph: 'own',
      services: nobody,
      limits: { clock: () => performance.now(), deadline: performance.now() + 20_000, memoryBytes: 1e9 },
    },
  )
  const { registers, ids, functions } = environment.execution
  const slots = Array.from(inScope(operation), (name) => [name, environment.slots.of(name)] as const)
  const ours: Solution[] = []
  const run = compile(operation, environment, () => {
    const bound = slots
      .filter(([, slot]) => registers[slot])
      .map(([name, slot]): [string, Term] => [name, ids.termOf(registers[slot]!)])
    ours.push(new Map(bound))
    return false
  })
  run()
  if (slots.some(([, slot]) => registers[slot])) throw new Error('registers are left bound')
  return { ours, functions }
}

function toDataset(quads: readonly Quad[]): NaiveDataset {
  const distinct = [...new Map(quads.map((quad) => [JSON.stringify(quad), quad])).values()]
  const byGraph = Map.groupBy(distinct, ({ graph }) => graph.value)
  const { '': own = [] } = Object.fromEntries(byGraph)
  byGraph.delete('')
  return { defaultGraph: own, named: byGraph }
}
