/**
 * The worker's end of the pipe that answers go through. Writing waits until the front has room: nothing of an answer
 * heaps up here.
 */
import { writeSync } from 'node:fs'
import { type FrameKind, frameHeader, frameKinds } from '../pool/frames.ts'
import type { Ending } from '../pool/messages.ts'
import { answerPipe } from '../pool/worker.ts'

/** What fails before so many bytes are written can still become an error of its own. */
const batchSize = 16 * 1024

/** The most bytes of an answer that is sent whole: fewer than the front takes without a reader. */
const wholeSize = 256 * 1024

/** Thrown where a query needs more than it is given in the quick lane, if only the room for its answer. */
export class TakesLonger extends Error {}

export class AnswerPipe {
  #batch: Buffer[] = []
  #length = 0
  #whole = false

  /** Begins an answer. @param whole whether nothing of it may be sent before its end */
  open(whole: boolean): void {
    this.#batch = []
    this.#length = 0
    this.#whole = whole
  }

  /** @throws TakesLonger if an answer that has to be sent whole is too long for that */
  write(bytes: Buffer): void {
    this.#batch.push(bytes)
    this.#length += bytes.length
    if (this.#length < batchSize) return
    if (!this.#whole) writeAll(this.#takeFrame())
    else if (this.#length > wholeSize) throw new TakesLonger()
  }

  /** What has not been sent of an answer that is not whole is not part of anything any more. */
  close(ending: Ending): void {
    const last = frame(frameKinds.ending, [Buffer.from(JSON.stringify(ending))])
    writeAll(ending.how === 'whole' && this.#length ? Buffer.concat([this.#takeFrame(), last]) : last)
  }

  #takeFrame(): Buffer {
    const taken = frame(frameKinds.chunk, this.#batch)
    this.open(this.#whole)
    return taken
  }
}

function frame(kind: FrameKind, payload: readonly Buffer[]): Buffer {
  const length = payload.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([frameHeader(kind, length), ...payload])
}

function writeAll(bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(answerPipe, bytes, written)
}
