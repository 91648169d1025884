import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { readSnapshot, SnapshotFileError, writeSnapshot } from '../../../src/store/snapshot/file.ts'
import { Random } from '../../fuzz/random.ts'
import { randomQuads } from './quads.ts'

let folder: string
let file: string
let whole: Buffer
const snapshot = buildSnapshot(randomQuads(new Random(1, 4)))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'snapshot-'))
  file = join(folder, 'whole')
  await writeSnapshot(snapshot, file)
  whole = await readFile(file)
})
afterAll(() => rm(folder, { recursive: true }))

/** Reads a file of these bytes. */
async function read(bytes: Uint8Array) {
  const broken = join(folder, 'broken')
  await writeFile(broken, bytes)
  return readSnapshot(broken)
}

/** Where the columns start in the file, and where the last one ends. */
function borders(): number[] {
  const headerLength = whole.readUInt32LE(12)
  const { columns } = JSON.parse(whole.subarray(20, 20 + headerLength).toString())
  const sizes: Record<string, number> = { Uint8Array: 1, Uint32Array: 4, Float64Array: 8 }
  const places = [20 + headerLength]
  for (const { type, length } of columns) places.push(places.at(-1)! + length * sizes[type]!)
  return places
}

describe('a snapshot file', () => {
  test('gives back what was written', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const written = buildSnapshot(randomQuads(new Random(seed, 5)))
      const place = join(folder, 'again')
      await writeSnapshot(written, place)
      const again = readSnapshot(place)
      expect(again.share()).toEqual(written.share())
      expect(again.byGraph.gpos.offsets).toBe(again.byGraph.gspo.offsets)
      for (let id = 1; id <= written.termCount; id++) expect(again.idOf(written.termOf(id))).toBe(id)
    }
    expect(await readdir(folder)).toEqual(['again', 'whole'])
  })

  test('of an empty dataset can be written and read', async () => {
    const place = join(folder, 'empty')
    await writeSnapshot(buildSnapshot([]), place)
    expect(readSnapshot(place).quadCount).toBe(0)
    await rm(place)
  })

  test('that is missing is no broken file', () => {
    expect(() => readSnapshot(join(folder, 'missing'))).toThrow(/ENOENT/)
  })

  test('is refused if it is truncated anywhere', async () => {
    expect(borders().at(-1)).toBe(whole.length)
    const places = new Set([
      0,
      1,
      8,
      12,
      16,
      19,
      20,
      21,
      ...borders().flatMap((place) => [place - 1, place, place + 1]),
    ])
    for (const place of [...places].filter((place) => place < whole.length)) {
      await expect(read(whole.subarray(0, place)), `${place} bytes`).rejects.toThrow(
        /broken is (truncated|no snapshot)/,
      )
    }
  })

  test('is refused if it is longer than it says', async () => {
    await expect(read(Buffer.concat([whole, Buffer.from('x')]))).rejects.toThrow(/broken has 1 bytes too many/)
  })

  test('is refused if any bit is another one', async () => {
    const random = new Random(1, 6)
    const places = [
      ...Array(20).keys(),
      ...borders().filter((place) => place < whole.length),
      ...random.list(200, 200, () => random.int(20, whole.length - 1)),
    ]
    for (const place of places) {
      const bytes = Buffer.from(whole)
      bytes[place]! ^= 1 << random.int(0, 7)
      await expect(read(bytes), `byte ${place}`).rejects.toThrow(SnapshotFileError)
    }
  })

  test('is refused if it is of another version, and says so', async () => {
    const bytes = Buffer.from(whole)
    bytes.writeUInt32LE(7, 8)
    await expect(read(bytes)).rejects.toThrow(/broken has format version 7/)
  })

  test('is refused if it is something else, and says so', async () => {
    await expect(read(Buffer.from('<a> <b> <c> .\n'.repeat(10)))).rejects.toThrow(/broken is no snapshot/)
    await expect(read(Buffer.alloc(0))).rejects.toThrow(/broken is no snapshot/)
  })

  test('that cannot be put in its place leaves nothing beside it', async () => {
    const place = join(folder, 'taken')
    await mkdir(place)
    await expect(writeSnapshot(snapshot, place)).rejects.toThrow()
    expect((await readdir(folder)).filter((name) => name.startsWith('taken'))).toEqual(['taken'])
  })
})
