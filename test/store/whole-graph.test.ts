/**
 * Graphs that are too large for one answer are refused before anything of them is read.
 */
import { describe, expect, test } from 'vitest'
import { versionOf } from '../../src/dataset/version.ts'
import { type NamedNode, type Quad, rdf } from '../../src/rdf/environment.ts'
import { Extents } from '../../src/store/remote/extents.ts'
import { RemoteStore } from '../../src/store/remote/store.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotStore } from '../../src/store/snapshot-store.ts'
import { ask, release } from '../support/engine-of-others.ts'

const base = 'https://commons.example/'
const [large, small] = [rdf.namedNode(`${base}graph/large`), rdf.namedNode(`${base}graph/small`)]

function quads(count: number, graph: NamedNode): Quad[] {
  const [thing, property] = [rdf.namedNode(`${base}id/thing`), rdf.namedNode(`${base}property`)]
  return Array.from({ length: count }, (_, n) => rdf.quad(thing, property, rdf.literal(`${n}`), graph) as Quad)
}

const tooLarge = { code: 'query-too-large', message: expect.stringMatching(/100001 triples.*\/dumps\/latest\//) }

describe('over a snapshot', () => {
  test.each([100_000, 100_001])('%d triples', async (count) => {
    const store = new SnapshotStore(buildSnapshot([...quads(count, large), ...quads(3, small)]), versionOf([]), base)
    expect(await store.graph(small)).toHaveLength(3)
    if (count === 100_000) {
      expect(await store.graph(large)).toHaveLength(count)
      expect(await store.union()).toHaveLength(count)
    } else {
      await expect(store.graph(large)).rejects.toMatchObject(tooLarge)
      await expect(store.union()).rejects.toMatchObject(tooLarge)
    }
  })
})

test('over an engine of others', async () => {
  const extents = new Extents(ask, release)
  const version = { name: '2026-01-01-0', date: '2026-01-01', sha256: '0' }
  const store = await RemoteStore.open({ ask, release, version, triples: 100_001, extents }, base)
  await expect(store.union()).rejects.toMatchObject(tooLarge)
})
