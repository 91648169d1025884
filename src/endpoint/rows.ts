/**
 * What a question of our own has as its answer.
 */
import type { Term } from '../rdf/terms.ts'
import { type AskEngine, EngineError } from './ask.ts'
import { streamJsonResults } from './results/json-stream.ts'

/** Milliseconds that an engine has for a question of ours, to the end of the answer. */
const usualMs = 60_000

/**
 * The rows of a SELECT as they come.
 * @throws EngineError, also after the first rows
 */
export async function* rowsOf(
  ask: AskEngine,
  query: string,
  timeoutMs = usualMs,
): AsyncGenerator<ReadonlyMap<string, Term>, void> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const results = await streamJsonResults(await ask(query, signal))
    if ('boolean' in results) throw new EngineError('failed', 'answered otherwise than it was asked')
    yield* results.rows
  } catch (error) {
    throw signal.aborted ? new EngineError('timeout', `did not answer within ${timeoutMs} ms`) : error
  }
}
