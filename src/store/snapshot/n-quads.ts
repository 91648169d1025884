/**
 * Loads N-Quads in pieces, so that only the snapshot has to fit into memory and not the file.
 */
import { Buffer } from 'node:buffer'
import { SnapshotBuilder } from './build.ts'
import { NQuadsScanner } from './n-quads-scanner.ts'
import type { Snapshot } from './snapshot.ts'

const lineFeed = 0x0a

/**
 * A snapshot of an N-Quads document.
 * @param pieces its bytes, cut anywhere: `createReadStream(file)`, or `[bytes]`.
 * @param file its name, for the position of a fault.
 * @throws FaultsError at the first line that is not N-Quads.
 */
export async function snapshotOfNQuads(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
): Promise<Snapshot> {
  const builder = new SnapshotBuilder()
  const scanner = new NQuadsScanner(builder, file)
  // Of the pieces that have come what has not been scanned yet: mostly the beginning of a line.
  let kept = Buffer.alloc(0)
  let length = 0
  for await (const piece of pieces) {
    if (length + piece.length > kept.length)
      kept = Buffer.concat([kept.subarray(0, length)], (length + piece.length) * 2)
    kept.set(piece, length)
    length += piece.length
    const end = kept.subarray(0, length).lastIndexOf(lineFeed) + 1
    scanner.scan(kept.subarray(0, end))
    kept.copyWithin(0, end, length)
    length -= end
  }
  scanner.scan(Buffer.concat([kept.subarray(0, length), Buffer.of(lineFeed)]))
  return builder.finish()
}
