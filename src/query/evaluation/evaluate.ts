/**
 * The evaluation's face: a query and a snapshot in, the text of the answer out, bit by bit.
 */
import type { JsonLd } from '../../rdf/jsonld.ts'
import type { Term } from '../../rdf/terms.ts'
import { isWellFormed } from '../../rdf/well-formed.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { Write } from '../results/result.ts'
import { rowsWriters } from '../results/types.ts'
import type { ParsedQuery } from '../syntax.ts'
import type { DefaultGraph } from './active-dataset.ts'
import { compile } from './compile.ts'
import type { Environment, Step } from './execution.ts'
import { type Limits, timeout } from './meter.ts'
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
 * @param mediaType one that `resultTypes` gives for the query's form
 * @throws RequestError `query-timeout`, `query-too-large`, `query-refused`, also when part of the answer has been written
 */
export async function evaluate(
  query: ParsedQuery,
  mediaType: string,
  options: EvaluationOptions,
  write: Write,
): Promise<void> {
  const services = new ServiceAnswers(query.query, options.askEndpoint)
  if (query.reachesOut) await askServices(query, services, options)
  const environment = start(query, { ...options, services: services.of })
  if (query.form === 'SELECT') writeRows(query, mediaType, environment, write)
  else if (query.form === 'ASK') {
    const found = compile(query.query.operation, environment, () => true)
    write(rowsWriters.get(mediaType)!.boolean(found()))
  } else {
    // Writers of RDF take longer to load than all the rest, and most queries do not need them.
    const { writeGraph } = await import('./graph-answer.ts')
    await writeGraph(query.query, mediaType, environment, options.jsonLd, write)
  }
}

/** Evaluates for nothing until every endpoint has been asked that the evaluation comes upon. */
async function askServices(query: ParsedQuery, services: ServiceAnswers, options: EvaluationOptions): Promise<void> {
  const { limits } = options
  const signal = AbortSignal.timeout(Math.max(0, Math.ceil(limits.deadline - limits.clock())))
  while (true) {
    try {
      const run = compile(query.query.operation, start(query, { ...options, services: services.of }), () => false)
      run()
      return
    } catch (error) {
      if (!(error instanceof ServiceNeeded)) throw error
      await services.ask(error, signal).catch((failure) => {
        throw signal.aborted ? timeout() : failure
      })
    }
  }
}

function writeRows({ query }: ParsedQuery, mediaType: string, environment: Environment, write: Write): void {
  const { registers, ids } = environment.execution
  const { head, row, tail } = rowsWriters.get(mediaType)!.rows(query.variables)
  const slots = query.variables.map((name) => environment.slots.of(name))
  let first = true
  const next: Step = () => {
    write(
      row(
        slots.map((slot) => termOf(registers[slot]!)),
        first,
      ),
    )
    first = false
    return false
  }
  const { termCount } = ids.snapshot
  // What a query made up may be no term at all, which leaves the variable unbound.
  const termOf = (id: number): Term | undefined => {
    if (!id) return undefined
    const term = ids.termOf(id)
    return id <= termCount || isWellFormed(term) ? term : undefined
  }
  const run = compile(query.operation, environment, next)
  write(head)
  run()
  write(tail)
}
