/**
 * What a worker writes into its pipe: frames of a kind, a length and so many bytes. A pipe has back-pressure of its own:
 * a worker that evaluates without a pause waits in the write itself until the front has room.
 */

/** Bytes of an answer; and how it ended (JSON), after which nothing more comes. */
export const frameKinds = { chunk: 0, ending: 1 } as const

export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds]

const headerSize = 5

/** The header of a frame: its kind, and the length of its payload in four bytes, the lowest first. */
export function frameHeader(kind: FrameKind, length: number): Buffer {
  const header = Buffer.alloc(headerSize)
  header[0] = kind
  header.writeUInt32LE(length, 1)
  return header
}

/** Puts frames together again, wherever the pipe has cut them. Chunks are handed on as they come. */
export class FrameReader {
  readonly #onChunk: (bytes: Buffer) => void
  readonly #onEnding: (json: string) => void
  #header = Buffer.alloc(headerSize)
  #headerBytes = 0
  #missing = 0
  #parts: Buffer[] = []

  constructor(receiver: { chunk(bytes: Buffer): void; ending(json: string): void }) {
    this.#onChunk = receiver.chunk
    this.#onEnding = receiver.ending
  }

  read(bytes: Buffer): void {
    let at = 0
    while (at < bytes.length) {
      if (this.#headerBytes < headerSize) {
        const taken = bytes.copy(this.#header, this.#headerBytes, at, at + headerSize - this.#headerBytes)
        at += taken
        this.#headerBytes += taken
        if (this.#headerBytes < headerSize) return
        this.#missing = this.#header.readUInt32LE(1)
      }
      const part = bytes.subarray(at, at + this.#missing)
      at += part.length
      this.#missing -= part.length
      this.#take(part)
    }
  }

  #take(part: Buffer): void {
    const kind = this.#header[0]
    if (kind === frameKinds.chunk && part.length) this.#onChunk(part)
    if (kind === frameKinds.ending) this.#parts.push(part)
    if (this.#missing) return
    this.#headerBytes = 0
    if (kind !== frameKinds.ending) return
    const json = Buffer.concat(this.#parts).toString()
    this.#parts = []
    this.#onEnding(json)
  }
}
