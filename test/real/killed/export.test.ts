/**
 * An export that is killed leaves its folder as it was, and the next one is whole.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { root } from '../../support/dataset.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-killed-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const start = () =>
  spawn(process.execPath, ['src/main.ts', 'export', join(folder, 'out')], {
    cwd: root,
    env: { ...process.env, RELEASES_DIR: join(folder, 'releases') },
    stdio: 'ignore',
  })

/** Those that it has begun to write beside the folder. */
const drafts = async () => (await readdir(folder)).filter((name) => /^out\..*\.tmp$/.test(name))

test('killed while it writes, at several moments', async () => {
  for (const moment of [0, 500, 2000, 5000]) {
    const before = (await drafts()).length
    const child = start()
    const ended = once(child, 'exit')
    while ((await drafts()).length === before && child.exitCode === null) await pause(20)
    await pause(moment)
    expect(child.exitCode).toBeNull()
    child.kill('SIGKILL')
    await ended
    expect(await readdir(folder)).not.toContain('out')
  }
  const [code] = await once(start(), 'exit')
  expect(code).toBe(0)
  expect(await readdir(join(folder, 'out'))).toEqual(
    expect.arrayContaining(['index.html', 'fr', 'en', 'dumps', 'sitemap.xml']),
  )
})
