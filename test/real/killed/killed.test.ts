/**
 * A release is there whole or not at all, whenever the process that writes it is killed.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { afterAll, expect, test } from 'vitest'
import { isDraft } from '../../../src/release/draft.ts'
import { releaseName } from '../../../src/release/register.ts'
import { StoredReleases } from '../../../src/release/stored-releases.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-killed-'))
afterAll(() => rm(folder, { recursive: true }))

const lanes = 3
const killsOfEach = 67
/** Milliseconds in which some releases of this size are written: a kill falls into any of their moments. */
const longest = 200

async function killOnce(releasesDir: string, delay: number): Promise<void> {
  const script = join(import.meta.dirname, 'publishing.ts')
  const child = spawn(process.execPath, [script, releasesDir, join(folder, 'code')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  await once(child.stdout, 'data')
  await wait(delay)
  child.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
}

/** @returns how many releases came to their end, and how many did not */
async function lane(number: number): Promise<{ releases: number; drafts: number }> {
  const random = xoroshiro128plus(number + 1)
  const found = { releases: 0, drafts: 0 }
  for (let kill = 0; kill < killsOfEach; kill++) {
    const releasesDir = join(folder, `${number}-${kill}`)
    await killOnce(releasesDir, uniformInt(random, 0, longest))
    const [drafts, names] = await contentOf(releasesDir)
    // As a server sees it: every name that looks like a release is one, whole.
    expect((await new StoredReleases(releasesDir, 'http://localhost:3000/dataset').names()).toSorted()).toEqual(names)
    found.releases += names.length
    found.drafts += drafts.length
  }
  return found
}

async function contentOf(releasesDir: string): Promise<[drafts: string[], names: string[]]> {
  const all = (await readdir(releasesDir)).sort()
  return [all.filter((name) => isDraft.test(name)), all.filter((name) => releaseName.test(name))]
}

test(`killed ${lanes * killsOfEach} times while it writes, a release is never there in part`, {
  timeout: 400_000,
}, async () => {
  const results = await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
  // Kills fell into the writing, and releases came to their end before them.
  for (const { releases, drafts } of results) {
    expect(drafts).toBeGreaterThan(killsOfEach / 5)
    expect(releases).toBeGreaterThanOrEqual(killsOfEach)
  }
})
