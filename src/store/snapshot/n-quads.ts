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
  let rest: Uint8Array = Buffer.alloc(0)
  for await (const piece of pieces) {
    const bytes = rest.length ? Buffer.concat([rest, piece]) : piece
    const end = bytes.lastIndexOf(lineFeed) + 1
    scanner.scan(bytes.subarray(0, end))
    rest = bytes.subarray(end)
  }
  scanner.scan(Buffer.concat([rest, Buffer.of(lineFeed)]))
  return builder.finish()
}
