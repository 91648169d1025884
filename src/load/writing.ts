/**
 * Writes batches one after the other, and notes how far they have come. Never two at once: TDB2 has one writer anyway, and
 * Virtuoso 7.2.5 has lost names of IRIs while two wrote, which it has not been seen to do with one.
 */
import type { Engine } from '../endpoint/engine.ts'
import type { Batch } from './batches.ts'

/**
 * @param note is told how many statements are written from the first one on
 * @throws EndpointError of the batch that fails
 */
export async function writeBatches(
  batches: Iterable<Batch>,
  engine: Engine,
  note: (end: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (const { end, write } of batches) {
    signal.throwIfAborted()
    await write(engine, signal)
    await note(end)
  }
}
