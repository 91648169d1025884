/**
 * The same random operation by both evaluators.
 */
import type { Operation } from '../../../src/query/algebra.ts'
import type { DefaultGraph } from '../../../src/query/evaluation/active-dataset.ts'
import { compile } from '../../../src/query/evaluation/compile.ts'
import type { Execution, Service } from '../../../src/query/evaluation/execution.ts'
import { start } from '../../../src/query/evaluation/start.ts'
import { inScope } from '../../../src/query/evaluation/variables.ts'
import type { FunctionContext } from '../../../src/query/functions/context.ts'
import { rdf } from '../../../src/rdf/environment.ts'
import { literal, type Quad, type Term, termKey } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { evaluateNaively, isLevel, type NaiveDataset, type Solution, solutionKey } from './naive.ts'
import { Generator } from './random-algebra.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'

export interface Difference {
  readonly seed: number
  readonly index: number
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  readonly operation: Operation
  readonly quads: readonly Quad[]
}

/** @returns undefined if both have the same multiset of solutions, in the same order where there is one */
export function differenceOf(seed: number, index: number): Difference | undefined {
  const generator = new Generator(seed, index)
  const quads = generator.quads()
  // One operator in another shows most faults; three in each other show the rest.
  const operation = generator.query(1 + (index % 3))
  const defaultGraph = index % 2 ? 'own' : 'union'
  const { ours, functions } = evaluateOurs(operation, quads, defaultGraph)
  const dataset = toDataset(quads, defaultGraph)
  const whole = operation.type === 'slice' ? operation.operand : operation
  const all = evaluateNaively(whole, dataset, functions)
  const isSame = (mine: Solution, other: Solution) =>
    whole.type !== 'orderBy' || isLevel(mine, other, whole.conditions, dataset, functions)
  const theirs = operation.type === 'slice' ? cut(all, operation) : all
  const same =
    ours.length === theirs.length &&
    areOf(ours, all) &&
    ours.every((solution, index) => isSame(solution, theirs[index]!))
  if (same) return undefined
  return { seed, index, ours: ours.map(solutionKey), theirs: theirs.map(solutionKey), operation, quads }
}

/** Whether some solutions are among others, each no more often than there. */
function areOf(some: readonly Solution[], all: readonly Solution[]): boolean {
  const left = new Map<string, number>()
  for (const key of all.map(rounded)) left.set(key, (left.get(key) ?? 0) + 1)
  return some.map(rounded).every((key) => {
    const count = left.get(key) ?? 0
    left.set(key, count - 1)
    return count > 0
  })
}

/** What a solution is known by. The last digits of a double depend on the order in which numbers were added up. */
function rounded(solution: Solution): string {
  return solutionKey(new Map([...solution].map(([name, term]) => [name, withoutLastDigits(term)])))
}

function withoutLastDigits(term: Term): Term {
  if (term.termType !== 'Literal' || !Number.isFinite(Number(term.value))) return term
  const digits = { [`${xsd}double`]: 12, [`${xsd}float`]: 6 }[term.datatype.value]
  return digits ? literal(Number(term.value).toPrecision(digits), term.datatype) : term
}

function cut(solutions: readonly Solution[], { offset, limit }: Extract<Operation, { type: 'slice' }>) {
  return solutions.slice(offset, limit === undefined ? undefined : offset + limit)
}

/** An endpoint over the same data, which answers what is compatible with what is handed on to it. */
function endpoint(dataset: NaiveDataset, functions: () => FunctionContext): Execution['services'] {
  const known = new Map<Service, Solution[]>()
  return (operation, _, given) => {
    const all = known.get(operation) ?? evaluateNaively(operation.operand, dataset, functions())
    known.set(operation, all)
    const variables = [...inScope(operation.operand)]
    const found = all.flatMap((solution) => {
      if (given.some(([name, term]) => solution.has(name) && termKey(solution.get(name)!) !== termKey(term))) return []
      return [new Map([...solution, ...given])]
    })
    return { type: 'values', variables, rows: found.map((row) => variables.map((name) => row.get(name))) }
  }
}

function evaluateOurs(operation: Operation, quads: readonly Quad[], defaultGraph: DefaultGraph) {
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
      defaultGraph,
      services: endpoint(toDataset(quads, defaultGraph), () => functions),
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

function toDataset(quads: readonly Quad[], defaultGraph: DefaultGraph): NaiveDataset {
  const distinct = [...new Map(quads.map((quad) => [JSON.stringify(quad), quad])).values()]
  const byGraph = Map.groupBy(distinct, ({ graph }) => graph.value)
  const { '': own = [] } = Object.fromEntries(byGraph)
  byGraph.delete('')
  if (defaultGraph === 'own') return { defaultGraph: own, named: byGraph }
  const triples = distinct.map(({ subject, predicate, object }) =>
    rdf.quad(subject as never, predicate as never, object as never),
  )
  return {
    defaultGraph: [...new Map(triples.map((triple) => [JSON.stringify(triple), triple])).values()] as never,
    named: byGraph,
  }
}
