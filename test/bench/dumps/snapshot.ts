/** Makes a snapshot's file of an N-Quads file: `node snapshot.ts <file> <snapshot>`. */
import { createReadStream } from 'node:fs'
import { writeSnapshot } from '../../../src/store/snapshot/file.ts'
import { snapshotOfNQuads } from '../../../src/store/snapshot/n-quads.ts'

const [, , file, snapshot] = process.argv as [string, string, string, string]
await writeSnapshot(await snapshotOfNQuads(createReadStream(file, { highWaterMark: 2 ** 20 }), file), snapshot)
