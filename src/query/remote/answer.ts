/**
 * The bytes of an answer, made of what an engine of others answers.
 */
import { EngineError } from '../../endpoint/ask.ts'
import { streamJsonResults } from '../../endpoint/results/json-stream.ts'
import { ByteBuffer } from '../../rdf/byte-buffer.ts'
import type { Term } from '../../rdf/terms.ts'
import { answerTooLarge } from '../refusals.ts'
import type { Row } from '../results/result.ts'
import { rowsWriters } from '../results/types.ts'
import type { Asked, Asking, Solutions } from './asking.ts'
import { graphBytes } from './graph.ts'

/** The most bytes of rows that wait to be sent together. */
const batch = 16 * 1024

/** @throws what `AskEngine` does, and RequestError `query-too-large`, also when part of the answer is there */
export async function* answerBytes(asked: Asked, asking: Asking): AsyncGenerator<Buffer, void> {
  let bytes = 0
  for await (const chunk of unlimited(asked, asking)) {
    bytes += chunk.length
    if (bytes > asking.maxBytes) throw answerTooLarge(asking.maxBytes)
    yield chunk
  }
}

async function* unlimited(asked: Asked, asking: Asking): AsyncGenerator<Buffer, void> {
  const { query, sent, mediaType } = asked
  if (query.form === 'CONSTRUCT' || query.form === 'DESCRIBE') yield* graphBytes(asked, asking)
  else {
    const results = await streamJsonResults(await asking.ask(sent!, asking.signal))
    if ('boolean' in results) throw new EngineError('failed', 'answered otherwise than it was asked')
    if (query.form === 'SELECT') yield* rowsBytes(query.query.variables, results, mediaType)
    else yield Buffer.from(rowsWriters.get(mediaType)!.boolean(await hasRows(results)))
  }
}

async function hasRows({ rows }: Solutions): Promise<boolean> {
  let seen = 0
  // Where it ends with the first one its connection is kept.
  for await (const _ of rows) if (++seen > 1) break
  return seen > 0
}

async function* rowsBytes(
  variables: readonly string[],
  { rows }: Solutions,
  mediaType: string,
): AsyncGenerator<Buffer, void> {
  const { head, row, tail } = rowsWriters.get(mediaType)!.rows(variables)
  const out = new ByteBuffer()
  out.text(head)
  let first = true
  for await (const solution of rows) {
    row(new Received(variables, solution), first, out)
    first = false
    if (out.length >= batch) yield out.take()
  }
  out.text(tail)
  yield out.take()
}

/** A solution that an engine gave. */
class Received implements Row {
  readonly length: number
  readonly #variables: readonly string[]
  readonly #solution: ReadonlyMap<string, Term>

  constructor(variables: readonly string[], solution: ReadonlyMap<string, Term>) {
    this.length = variables.length
    this.#variables = variables
    this.#solution = solution
  }

  termAt(column: number): Term | undefined {
    return this.#solution.get(this.#variables[column]!)
  }

  /** In no dictionary of ours. */
  storedAt(): number {
    return 0
  }
}
