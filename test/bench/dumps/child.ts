/**
 * One dump in a process of its own: `node child.ts <snapshot> <what> <target>` streams it into the target and says on
 * standard output what that took. What it is: the extension of a format, or `entities`.
 */
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { dumpPieces } from '../../../src/rdf/dump.ts'
import { rdfFormats } from '../../../src/rdf/formats.ts'
import { EntitiesDocument } from '../../../src/representation/entities.ts'
import { OrderedSnapshot } from '../../../src/store/ordered/ordered-snapshot.ts'
import { readSnapshot } from '../../../src/store/snapshot/file.ts'
import { base } from '../planet/names.ts'
import { planetContext } from './context.ts'

export interface Dumped {
  readonly seconds: number
  readonly mb: number
  /** The most that the process had in memory while it wrote, the snapshot's bytes not counted. */
  readonly ownMb: number
  readonly snapshotMb: number
}

const [, , file, what, target] = process.argv as [string, string, string, string, string]
const snapshot = readSnapshot(file)
const context = await planetContext()
let bytes = 0
// The kernel's high-water mark of resident memory counts from here on (proc(5), clear_refs).
writeFileSync('/proc/self/clear_refs', '5')
const started = performance.now()
await pipeline(Readable.from(counted(pieces())), createWriteStream(target))
const seconds = (performance.now() - started) / 1000
const peakKb = Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))![1])
const dumped: Dumped = {
  seconds,
  mb: bytes / 1e6,
  ownMb: (peakKb * 1024 - snapshot.bytes) / 1e6,
  snapshotMb: snapshot.bytes / 1e6,
}
console.log(JSON.stringify(dumped))

function pieces(): AsyncIterable<string | Uint8Array> {
  if (what === 'entities') return new EntitiesDocument(snapshot, `${base}id/`, context).pieces()
  const format = rdfFormats.find(({ extension }) => extension === what)!
  return dumpPieces(new OrderedSnapshot(snapshot), format, context)
}

async function* counted(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | Uint8Array> {
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece)
    yield piece
  }
}
