/**
 * A file and the same under gzip beside it, written piece by piece, with the size and the sum of each.
 */
import { createHash, hash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

export interface Summed {
  /** In bytes. */
  readonly size: number
  /** SHA-256 in hexadecimal. */
  readonly sha256: string
}

export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

const pieceSize = 2 ** 16

/** Writes a file that is not there yet and its `.gz`. Never more is in memory than some pieces. */
export async function writeSummed(path: string, pieces: Pieces): Promise<{ plain: Summed; gzip: Summed }> {
  const plain = summing()
  const packed = summing()
  const gzip = createGzip()
  const packing = pipeline(gzip, packed.count, createWriteStream(`${path}.gz`, { flags: 'wx', flush: true }))
  // Told below; nobody listens before.
  packing.catch(() => {})
  async function* both(source: AsyncIterable<Uint8Array>) {
    for await (const piece of plain.count(source)) {
      // Neither is let run ahead of the other.
      if (!gzip.write(piece)) await Promise.race([new Promise((resolve) => gzip.once('drain', resolve)), packing])
      yield piece
    }
    gzip.end()
  }
  try {
    await pipeline(Readable.from(inChunks(pieces)), both, createWriteStream(path, { flags: 'wx', flush: true }))
  } catch (error) {
    gzip.destroy(error as Error)
    await packing.catch(() => {})
    throw error
  }
  await packing
  return { plain: plain.sum(), gzip: packed.sum() }
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sumOf(text: string): string {
  return hash('sha256', text)
}

function summing() {
  const total = createHash('sha256')
  let size = 0
  return {
    async *count(source: AsyncIterable<Uint8Array>) {
      for await (const piece of source) {
        total.update(piece)
        size += piece.length
        yield piece
      }
    },
    sum: (): Summed => ({ size, sha256: total.digest('hex') }),
  }
}

/** Small pieces put together: a line by itself would cost more to hand on than to write. */
async function* inChunks(pieces: Pieces): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    waiting.push(bytes)
    length += bytes.length
    if (length < pieceSize) continue
    yield Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  if (length) yield Buffer.concat(waiting)
}
