import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DescribedDataset } from '../../src/dataset/dataset.ts'
import { versionOf } from '../../src/dataset/version.ts'
import { rdf } from '../../src/rdf/environment.ts'
import { prepareSnapshot } from '../../src/store/prepared.ts'
import { readSnapshot } from '../../src/store/snapshot/file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-prepared-'))
})
afterAll(() => rm(folder, { recursive: true }))

const node = (name: string) => rdf.namedNode(`http://example.org/${name}`)

function datasetOf(...names: string[]): DescribedDataset {
  const quads = names.map((name) => rdf.quad(node(name), node('p'), node('o'), node('g'))) as never[]
  return { baseIri: 'http://example.org/', quads, description: [], version: versionOf(quads) }
}

let starts = 0

/** A start: what it serves, and whether it had to load. */
async function start(kept: string, fingerprint: string, dataset: DescribedDataset) {
  const file = join(folder, `file-${starts++}`)
  let loaded = false
  const prepared = await prepareSnapshot(
    async () => fingerprint,
    async () => 'alone',
    join(folder, kept),
    file,
    async () => {
      loaded = true
      return dataset
    },
  )
  return { loaded, file, quads: prepared.snapshot.quadCount, version: prepared.version }
}

describe('a prepared snapshot', () => {
  test('is used again as long as the fingerprint is the same', async () => {
    const first = await start('again', '1', datasetOf('a', 'b'))
    const second = await start('again', '1', datasetOf())
    expect([first.loaded, second.loaded]).toEqual([true, false])
    expect([second.quads, second.version]).toEqual([2, first.version])
    const third = await start('again', '2', datasetOf('a', 'b', 'c'))
    expect([third.loaded, third.quads]).toEqual([true, 3])
    // What runs already keeps its own file.
    expect(readSnapshot(second.file).quadCount).toBe(2)
    expect(await readdir(join(folder, 'again'))).toEqual(['snapshot'])
  })

  test('is made anew when it is damaged', async () => {
    await start('damaged', '1', datasetOf('a'))
    for (const damage of ['', 'cgraph', 'something else that is longer than a header']) {
      await rm(join(folder, 'damaged', 'snapshot'))
      await writeFile(join(folder, 'damaged', 'snapshot'), damage)
      const next = await start('damaged', '1', datasetOf('a', 'b'))
      expect([next.loaded, next.quads, readSnapshot(next.file).quadCount]).toEqual([true, 2, 2])
    }
  })

  test('is whole however many starts there are at once', async () => {
    const both = await Promise.all(
      Array.from({ length: 8 }, (_, index) => start('many', String(index % 2), datasetOf(...'abc'.slice(index % 2)))),
    )
    expect(both.map(({ quads }) => quads)).toEqual([3, 2, 3, 2, 3, 2, 3, 2])
    expect(both.map(({ file }) => readSnapshot(file).quadCount)).toEqual([3, 2, 3, 2, 3, 2, 3, 2])
  })

  test('of files that change while they are read is not kept', async () => {
    let fingerprint = 0
    const folderOf = join(folder, 'changing')
    const prepared = await prepareSnapshot(
      async () => String(fingerprint++),
      async () => 'alone',
      folderOf,
      join(folder, 'changing-file'),
      async () => datasetOf('a'),
    )
    expect(prepared.snapshot.quadCount).toBe(1)
    await expect(readdir(folderOf)).rejects.toThrow('ENOENT')
  })

  test('that cannot be loaded leaves nothing behind', async () => {
    const failing = prepareSnapshot(
      async () => '1',
      async () => 'alone',
      join(folder, 'none'),
      join(folder, 'none-file'),
      () => Promise.reject(new Error('broken')),
    )
    await expect(failing).rejects.toThrow('broken')
    expect((await readdir(folder)).filter((name) => name.startsWith('none'))).toEqual([])
  })
})
