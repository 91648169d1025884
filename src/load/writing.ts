/**
 * Writes batches beside each other, and notes how far all of them have come.
 */
import type { Engine } from '../endpoint/engine.ts'
import type { Batch } from './batches.ts'

/** Requests at once: measured; with more no engine was faster. */
export const writers = 2

/**
 * @param note is told how many statements are written from the first one on, and is not called while it runs
 * @throws EndpointError of the first batch that fails; the others that run are waited for
 */
export async function writeBatches(
  batches: Iterator<Batch, void>,
  engine: Engine,
  note: (end: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const failure = new AbortController()
  const stop = AbortSignal.any([signal, failure.signal])
  /** Ends of the batches that are begun and not done, in their order. */
  const open = new Set<number>()
  let done = 0
  let noted = 0
  let noting = false
  const noteProgress = async () => {
    const [first] = open
    // What is before the first open batch is written; nothing is known of where that one begins but that it is after.
    if (noting || (first !== undefined && done > first)) return
    if (done === noted) return
    noting = true
    noted = done
    await note(noted)
    noting = false
  }
  const writer = async () => {
    while (true) {
      stop.throwIfAborted()
      const next = batches.next()
      if (next.done) return
      const { end, write } = next.value
      open.add(end)
      await write(engine, stop)
      open.delete(end)
      done = Math.max(done, end)
      await noteProgress()
    }
  }
  const results = await Promise.allSettled(
    Array.from({ length: writers }, () =>
      writer().catch((error) => {
        failure.abort(error)
        throw error
      }),
    ),
  )
  signal.throwIfAborted()
  const failed = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined
  if (failed) throw failure.signal.reason
}
