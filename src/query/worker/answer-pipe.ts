/**
 * The worker's end of the pipe that answers go through. Writing waits until the front has room: nothing of an answer
 * heaps up here.
 */
import { writeSync } from 'node:fs'
import { type FrameKind, frameHeader, frameKinds } from '../pool/frames.ts'
import type { Ending } from '../pool/messages.ts'
import { answerPipe } from '../pool/worker.ts'

/** What fails before so many characters are written can still become an error of its own. */
const batchSize = 16 * 1024

/** The most characters of an answer that is sent whole: fewer than the front takes without a reader. */
const wholeSize = 256 * 1024

/** Thrown where a query needs more than it is given in the quick lane, if only the room for its answer. */
export class TakesLonger extends Error {}

export class AnswerPipe {
  #batch = ''
  #whole = false

  /** Begins an answer. @param whole whether nothing of it may be sent before its end */
  open(whole: boolean): void {
    this.#batch = ''
    this.#whole = whole
  }

  /** @throws TakesLonger if an answer that has to be sent whole is too long for that */
  write(text: string): void {
    this.#batch += text
    if (this.#batch.length < batchSize) return
    if (!this.#whole) this.#flush()
    else if (this.#batch.length > wholeSize) throw new TakesLonger()
  }

  /** What has not been sent of an answer that is not whole is not part of anything any more. */
  close(ending: Ending): void {
    if (ending.how === 'whole') this.#flush()
    send(frameKinds.ending, JSON.stringify(ending))
  }

  #flush(): void {
    if (this.#batch) send(frameKinds.chunk, this.#batch)
    this.#batch = ''
  }
}

function send(kind: FrameKind, text: string): void {
  const payload = Buffer.from(text)
  writeAll(Buffer.concat([frameHeader(kind, payload.length), payload]))
}

function writeAll(bytes: Buffer): void {
  let written = 0
  while (written < bytes.length) written += writeSync(answerPipe, bytes, written)
}
