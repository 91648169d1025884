/**
 * A file and its gzip, written together: whole with their sums, or an error that the caller gets.
 */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { writeSummed } from '../../src/release/summed-file.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-summed-'))
afterAll(() => rm(folder, { recursive: true }))

const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test.each([
  ['nothing', []],
  ['a text', ['é']],
  ['many pieces', Array.from({ length: 5000 }, (_, index) => `${index} `.repeat(20))],
  ['bytes and texts', [Buffer.from([0, 255]), 'x', Buffer.alloc(300_000, 7)]],
])('%s', async (name, pieces) => {
  const path = join(folder, name)
  const { plain, gzip } = await writeSummed(path, pieces)
  const [bytes, packed] = await Promise.all([readFile(path), readFile(`${path}.gz`)])
  expect(bytes).toEqual(Buffer.concat(pieces.map((piece) => Buffer.from(piece as string))))
  expect(gunzipSync(packed)).toEqual(bytes)
  expect([plain, gzip]).toEqual([
    { size: bytes.length, sha256: sum(bytes) },
    { size: packed.length, sha256: sum(packed) },
  ])
})

async function* slowly(piece: string) {
  yield piece
  await wait(200)
  yield piece
}

async function* failing() {
  yield 'x'.repeat(100_000)
  throw new Error('the source has failed')
}

test('what cannot be written is told to the caller, however slow the source is', async () => {
  await writeFile(join(folder, 'there.gz'), '')
  await expect(writeSummed(join(folder, 'there'), slowly('x'))).rejects.toThrow('EEXIST')
  await expect(writeSummed(join(folder, 'no', 'such', 'folder'), slowly('x'))).rejects.toThrow('ENOENT')
  await mkdir(join(folder, 'is-a-folder'))
  await expect(writeSummed(join(folder, 'is-a-folder'), ['x'])).rejects.toThrow(/EEXIST|EISDIR/)
  await expect(writeSummed(join(folder, 'failing'), failing())).rejects.toThrow('the source has failed')
})
