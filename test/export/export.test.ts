/**
 * An export is whole or not there, and mixes with nothing.
 */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exportTo } from '../../src/commands/export.ts'
import { exportSite } from '../../src/export/export.ts'
import { app, releasesDir } from '../support/app.ts'
import { config } from '../support/dataset.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-export-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('an export', () => {
  test('is refused where something is', async () => {
    const full = join(folder, 'full')
    await mkdir(full)
    await writeFile(join(full, 'mine.txt'), 'mine')
    await expect(exportSite(app, config, full)).rejects.toThrow('is not empty')
    await expect(exportSite(app, config, join(full, 'mine.txt'))).rejects.toThrow('is a file')
    expect(await readdir(full)).toEqual(['mine.txt'])
    await expect(exportTo({ ...config, releasesDir }, undefined)).rejects.toThrow('name the folder')
  })

  test('that fails leaves nothing', async () => {
    const empty = join(folder, 'empty')
    await mkdir(empty)
    const fails = {
      inject: (asked: unknown) => (typeof asked === 'string' ? app.inject(asked) : Promise.reject(new Error('gone'))),
    }
    await expect(exportSite(fails as typeof app, config, empty)).rejects.toThrow('gone')
    expect(await readdir(folder)).toEqual(expect.not.arrayContaining([expect.stringContaining('.tmp')]))
    expect(await readdir(empty)).toEqual([])
  })
})
