/**
 * A snapshot as a query source of Comunica (its `IQuerySource`): whole sub-queries are evaluated here, so that what
 * Comunica joins with other sources is as little as can be. Only who has Comunica loads this file; the server does not.
 */
import { KeysQueryOperation } from '@comunica/context-entries'
import type { IActionContext, IQuerySource } from '@comunica/types'
import type { Algebra } from '@comunica/utils-algebra'
import { BindingsFactory } from '@comunica/utils-bindings-factory'
import { MetadataValidationState } from '@comunica/utils-metadata'
import { ArrayIterator, type AsyncIterator, TransformIterator } from 'asynciterator'
import { rdf } from '../../rdf/environment.ts'
import { type Quad, variable } from '../../rdf/terms.ts'
import { isTriple, isWellFormed } from '../../rdf/well-formed.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import { SnapshotSource } from '../../store/snapshot/source.ts'
import type { DefaultGraph } from '../evaluation/active-dataset.ts'
import { compile } from '../evaluation/compile.ts'
import { graphTriples } from '../evaluation/graph-triples.ts'
import type { Limits } from '../evaluation/meter.ts'
import { estimator } from '../evaluation/order-of-joins.ts'
import { start } from '../evaluation/start.ts'
import { certain } from '../evaluation/variables.ts'
import { shapeAmong, wholeShape } from './selector-shape.ts'
import { type Translated, toQuery } from './to-query.ts'

/** Relative IRIs are Comunica's to resolve: what it hands on has none, but for what IRI() makes. */
const baseIri = 'urn:none'

/** Bytes of a solution that waits to be read, and of each of its terms. */
const perSolution = 200
const perTerm = 200

/** A variable in an ORDER BY over groups has five. */
const slotsPerNode = 6

const bindings = new BindingsFactory(rdf as never)

/** The shape says that SERVICE stays with Comunica. */
const nowhere = () => {
  throw new Error('SERVICE is not for a snapshot to evaluate')
}

export class SnapshotQuerySource implements IQuerySource {
  readonly referenceValue: SnapshotSource
  readonly #snapshot: Snapshot
  readonly #defaultGraph: DefaultGraph
  readonly #limits: () => Limits

  /**
   * @param defaultGraph `union` of all graphs, or the dataset's `own`
   * @param limits for one sub-query, asked for when it begins
   */
  constructor(snapshot: Snapshot, defaultGraph: DefaultGraph, limits: () => Limits) {
    this.referenceValue = new SnapshotSource(snapshot)
    this.#snapshot = snapshot
    this.#defaultGraph = defaultGraph
    this.#limits = limits
  }

  async getFilterFactor(): Promise<number> {
    return 1
  }

  async getSelectorShape(context: IActionContext) {
    const { length } = context.get(KeysQueryOperation.querySources) ?? []
    return length > 1 ? shapeAmong : wholeShape
  }

  /** The solutions of an operation. The stream emits the `RequestError` of a limit that is reached. */
  queryBindings(operation: Algebra.Operation): ReturnType<IQuerySource['queryBindings']> {
    const query = toQuery(operation, baseIri)
    const stream = lazily(() => this.#solutions(query))
    const always = certain(query.query.operation)
    const environment = this.#start(query)
    const value = estimator(environment)(query.query.operation, new Set())
    stream.setProperty('metadata', {
      state: new MetadataValidationState(),
      cardinality: { type: 'estimate', value },
      variables: query.query.variables.map((name) => ({ variable: variable(name), canBeUndef: !always.has(name) })),
    })
    return stream as never
  }

  /** The triples of CONSTRUCT or DESCRIBE, each once. */
  queryQuads(operation: Algebra.Operation): ReturnType<IQuerySource['queryQuads']> {
    const query = toQuery(operation, baseIri)
    const stream = lazily(() => {
      const environment = this.#start(query)
      const { ids } = environment.execution
      const quads: Quad[] = []
      graphTriples(query.query, environment, (...triple) => {
        const [subject, predicate, object] = triple.map((id) => ids.termOf(id))
        const quad = rdf.quad(subject as never, predicate as never, object as never) as Quad
        if (isTriple(quad as never)) quads.push(quad)
      })
      return quads
    })
    stream.setProperty('metadata', {
      state: new MetadataValidationState(),
      cardinality: { type: 'estimate', value: Number.POSITIVE_INFINITY },
    })
    return stream as never
  }

  async queryBoolean(operation: Algebra.Ask): Promise<boolean> {
    const query = toQuery(operation, baseIri)
    return compile(query.query.operation, this.#start(query), () => true)()
  }

  /** @throws TypeError: a snapshot never changes */
  async queryVoid(): Promise<void> {
    throw new TypeError('A snapshot never changes: updates are not possible')
  }

  toString(): string {
    return `SnapshotQuerySource(${this.#snapshot.quadCount} quads)`
  }

  #start(query: Translated) {
    const options = { snapshot: this.#snapshot, defaultGraph: this.#defaultGraph, services: nowhere }
    const parts = { ...query, text: '', dataset: undefined, mostSlots: slotsPerNode * query.size }
    return start(parts, { ...options, limits: this.#limits() })
  }

  #solutions(query: Translated) {
    const environment = this.#start(query)
    const { registers, ids, meter } = environment.execution
    const columns = query.query.variables.map((name) => [variable(name), environment.slots.of(name)] as const)
    const solutions: ReturnType<BindingsFactory['bindings']>[] = []
    const run = compile(query.query.operation, environment, () => {
      const terms = columns.map(([name, slot]) => [name, registers[slot] && ids.termOf(registers[slot])] as const)
      meter.keep(perSolution + perTerm * columns.length)
      // What a query made up may be no term at all, which leaves the variable unbound.
      solutions.push(bindings.bindings(terms.filter(([, term]) => term && isWellFormed(term)) as never))
      return false
    })
    run()
    return solutions
  }
}

/** A stream of items that are made when the first of them is asked for. */
function lazily<T>(make: () => readonly T[]): AsyncIterator<T> {
  const items = async () => new ArrayIterator(make(), { autoStart: false })
  return new TransformIterator<T>(items as never, { autoStart: false })
}
