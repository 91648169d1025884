/**
 * The evaluation's face: a query and a snapshot in, the bytes of the answer out, bit by bit.
 */

import { RequestError } from '../../errors.ts'
import { ByteBuffer } from '../../rdf/byte-buffer.ts'
import type { JsonLd } from '../../rdf/jsonld.ts'
import type { Term } from '../../rdf/terms.ts'
import { isWellFormed } from '../../rdf/well-formed.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { Row, Write } from '../results/result.ts'
import { planTypes, rowsWriters } from '../results/types.ts'
import type { ParsedQuery } from '../syntax.ts'
import type { DefaultGraph } from './active-dataset.ts'
import { compile } from './compile.ts'
import type { Environment, Execution } from './execution.ts'
import { type Limits, timeout } from './meter.ts'
import { planOf, planText } from './plan.ts'
import { type AskEndpoint, ServiceAnswers, ServiceNeeded } from './services.ts'
import { start } from './start.ts'

export interface EvaluationOptions {
  readonly snapshot: Snapshot
  readonly defaultGraph: DefaultGraph
  /** What writes JSON-LD: only asked for when a graph is. */
  readonly jsonLd: () => Promise<JsonLd>
  readonly limits: Limits
  readonly askEndpoint: AskEndpoint
}

/**
 * Evaluates a query and writes its answer.
 * @param mediaType one that `resultTypes` gives for the query's form, or one of `planTypes` for its plan
 * @throws RequestError `query-timeout`, `query-too-large`, `query-refused`, also when part of the answer has been written
 */
export async function evaluate(
  query: ParsedQuery,
  mediaType: string,
  options: EvaluationOptions,
  write: Write,
): Promise<void> {
  const services = new ServiceAnswers(query, options.askEndpoint, options.limits)
  if (mediaType === planTypes.text || mediaType === planTypes.json) {
    const plan = planOf(query.query.operation, start(query, { ...options, services: services.get }))
    const text = mediaType === planTypes.json ? `${JSON.stringify(plan, null, 2)}\n` : planText(plan)
    return write(Buffer.from(text))
  }
  if (query.reachesOut) await askServices(query, services, options)
  const environment = start(query, { ...options, services: services.get })
  if (query.form === 'SELECT') writeRows(query, mediaType, environment, write)
  else if (query.form === 'ASK') {
    const found = compile(query.query.operation, environment, () => true)
    write(Buffer.from(rowsWriters.get(mediaType)!.boolean(found())))
  } else {
    // Writers of RDF take longer to load than all the rest, and most queries do not need them.
    const { writeGraph } = await import('./graph-answer.ts')
    await writeGraph(query.query, mediaType, environment, options.jsonLd, write)
  }
}

/** Evaluates for nothing until every endpoint has been asked for all that the evaluation comes upon. */
async function askServices(query: ParsedQuery, services: ServiceAnswers, options: EvaluationOptions): Promise<void> {
  const { limits } = options
  const signal = AbortSignal.timeout(Math.max(0, Math.ceil(limits.deadline - limits.clock())))
  while (true) {
    const run = compile(query.query.operation, start(query, { ...options, services: services.find }), () => false)
    try {
      run()
    } catch (error) {
      if (!(error instanceof ServiceNeeded) && !(services.isMissing && isRefusal(error))) throw error
    }
    if (!services.isMissing) return
    await services.ask(signal).catch((failure) => {
      throw signal.aborted ? timeout() : failure
    })
  }
}

/** What is missing may be what would have named an endpoint. */
function isRefusal(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'query-refused'
}

/** The most bytes of rows that wait to be sent together. */
const batch = 16 * 1024

function writeRows({ query }: ParsedQuery, mediaType: string, environment: Environment, write: Write): void {
  const { snapshot } = environment.execution.ids
  const { head, row, tail } = rowsWriters.get(mediaType)!.rows(query.variables, snapshot.stored)
  const solution = new Solution(query.variables, environment)
  const out = new ByteBuffer()
  let first = true
  const run = compile(query.operation, environment, () => {
    row(solution, first, out)
    first = false
    if (out.length >= batch) write(out.take())
    return false
  })
  out.text(head)
  run()
  out.text(tail)
  write(out.take())
}

/** The solution in the registers. */
class Solution implements Row {
  readonly length: number
  readonly #slots: readonly number[]
  readonly #execution: Execution
  readonly #termCount: number

  constructor(variables: readonly string[], { execution, slots }: Environment) {
    this.length = variables.length
    this.#slots = variables.map((name) => slots.of(name))
    this.#execution = execution
    this.#termCount = execution.ids.snapshot.termCount
  }

  termAt(column: number): Term | undefined {
    const id = this.#idAt(column)
    if (!id) return undefined
    const term = this.#execution.ids.termOf(id)
    // What a query made up may be no term at all, which leaves the variable unbound.
    return id <= this.#termCount || isWellFormed(term) ? term : undefined
  }

  storedAt(column: number): number {
    const id = this.#idAt(column)
    return id <= this.#termCount ? id : 0
  }

  #idAt(column: number): number {
    return this.#execution.registers[this.#slots[column]!]!
  }
}
