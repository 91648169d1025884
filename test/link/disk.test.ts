/**
 * Files that several processes change at once, and disks that refuse.
 */
import { fork } from 'node:child_process'
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FaultsError } from '../../src/errors.ts'
import { alone, writeWhole } from '../../src/link/disk.ts'
import { LinksFile } from '../../src/link/links-file.ts'
import { parse } from '../../src/rdf/parse.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-disk-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const adder = join(import.meta.dirname, 'adder.ts')

describe('a file that several processes change at once', () => {
  test('has what each of them wrote', async () => {
    const path = join(folder, 'candidates.ttl')
    const exits = ['a', 'b', 'c'].map(
      (name) => new Promise((resolve) => fork(adder, [path, name, '20']).once('exit', resolve)),
    )
    expect(await Promise.all(exits)).toEqual([0, 0, 0])
    const statements = await parse(await readFile(path, 'utf8'), { baseIri: 'http://x.example/', file: 'x' })
    expect(statements).toHaveLength(60)
    expect(await readdir(folder)).toEqual(['candidates.ttl'])
  })

  test('is free again when the one that had it was killed', async () => {
    const path = join(folder, 'candidates.ttl')
    const child = fork(adder, [path, 'a', 'forever'])
    await new Promise((resolve) => child.once('message', resolve))
    child.kill('SIGKILL')
    let waits = 0
    expect(
      await alone(
        path,
        async () => 'mine',
        () => waits++,
      ),
    ).toBe('mine')
    expect(waits).toBe(1)
  })
})

describe('a disk that refuses', () => {
  const quad = () => []
  const fault = (path: string, code: string) => ({
    faults: [{ file: path, message: expect.stringContaining(code) }],
  })

  test('is told with the file: a folder in its place', async () => {
    const path = join(folder, 'candidates.ttl')
    await mkdir(path)
    const file = new LinksFile(path, 'http://x.example/', '')
    await expect(file.change(quad)).rejects.toMatchObject(fault(path, 'EISDIR'))
    await expect(writeWhole(path, 'x')).rejects.toBeInstanceOf(FaultsError)
    expect(await readdir(folder)).toEqual(['candidates.ttl'])
  })

  test('is told with the file: a file in the place of its folder', async () => {
    await writeFile(join(folder, 'links'), '')
    const path = join(folder, 'links/candidates.ttl')
    await expect(alone(path, async () => {})).rejects.toMatchObject(fault(path, 'EEXIST'))
    await expect(writeWhole(path, 'x')).rejects.toMatchObject(fault(path, 'EEXIST'))
  })
})

test('a symbolic link stays one', async () => {
  const [path, real] = [join(folder, 'candidates.ttl'), join(folder, 'real.ttl')]
  await writeFile(real, 'before')
  await symlink(real, path)
  await writeWhole(path, 'after')
  expect([await readFile(real, 'utf8'), (await lstat(path)).isSymbolicLink()]).toEqual(['after', true])
})
