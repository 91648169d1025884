import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalNQuads } from '../../../src/dataset/version.ts'
import { blankNode, defaultGraph, iri, literal, taggedLiteral, tripleTerm } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { buildInThread } from '../../../src/store/snapshot/build-in-thread.ts'
import { columnsIn } from '../../../src/store/snapshot/columns.ts'
import { readAbout, readSnapshot } from '../../../src/store/snapshot/file.ts'
import type { Snapshot } from '../../../src/store/snapshot/snapshot.ts'
import { SnapshotSource } from '../../../src/store/snapshot/source.ts'
import { Random } from '../../fuzz/random.ts'
import { quad, randomQuads } from './quads.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-thread-'))
})
afterAll(() => rm(folder, { recursive: true }))

const node = (name: string) => iri(`http://example.org/${name}`)
const quads = [
  quad(node('s'), node('p'), taggedLiteral('é\n"', 'fr', 'ltr'), node('g')),
  quad(node('s'), node('p'), literal('5', iri('http://www.w3.org/2001/XMLSchema#integer')), defaultGraph),
  quad(blankNode('b'), node('p'), tripleTerm(node('s'), node('p'), literal('€\\')), node('g')),
  quad(node('s'), node('p'), node('o'), node('h')),
  quad(node('s'), node('p'), node('o'), node('g')),
]

const linesOf = (snapshot: Snapshot) => String(canonicalNQuads([...new SnapshotSource(snapshot).quads()]))

test('a thread builds the snapshot that the quads have, in memory that it shares, and saves it', async () => {
  const file = join(folder, 'snapshot')
  const snapshot = await buildInThread(canonicalNQuads(quads as never), { file, about: { fingerprint: '1' } })
  expect(linesOf(snapshot)).toEqual(linesOf(buildSnapshot(quads)))
  expect(columnsIn(snapshot.share()).filter(({ buffer }) => !(buffer instanceof SharedArrayBuffer))).toEqual([])
  expect(linesOf(readSnapshot(file))).toEqual(linesOf(snapshot))
  expect(readAbout(file)).toEqual({ fingerprint: '1' })
})

test('what is no N-Quads, or cannot be saved, is said', async () => {
  const about = {}
  const nonsense = Buffer.from('<x:s> <x:p> .\n')
  await expect(buildInThread(nonsense, { file: join(folder, 'none'), about })).rejects.toThrow(/was expected here/)
  const nowhere = join(folder, 'nowhere', 'snapshot')
  await expect(buildInThread(Buffer.alloc(0), { file: nowhere, about })).rejects.toThrow(/ENOENT/)
})

test('all of its memory is counted', () => {
  const snapshot = buildSnapshot(randomQuads(new Random(1, 3)))
  expect(snapshot.bytes).toBe(columnsIn(snapshot.share()).reduce((sum, { buffer }) => sum + buffer.byteLength, 0))
})
