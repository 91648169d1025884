/**
 * The worker's end of the pipe that answers go through. Writing waits until the front has room: nothing of an answer
 * heaps up here.
 */
import { writeSync } from 'node:fs'
import { type FrameKind, frameHeader, frameKinds } from '../pool/frames.ts'
import type { Failed } from '../pool/messages.ts'
import { answerPipe } from '../pool/worker.ts'

/** What fails before so many characters are written can still become an error of its own. */
const batchSize = 16 * 1024

export class AnswerPipe {
  #batch = ''

  write(text: string): void {
    this.#batch += text
    if (this.#batch.length >= batchSize) this.#flush()
  }

  end(): void {
    this.#flush()
    send(frameKinds.end, '')
  }

  /** What has not been sent yet is not part of anything any more. */
  fail(failed: Failed): void {
    this.#batch = ''
    send(frameKinds.failed, JSON.stringify(failed))
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
