/**
 * The two commands of the README in an empty folder, as someone does who has only the address of the repository.
 */
import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../support/dataset.ts'
import { freePort } from '../support/ports.ts'

const run = promisify(execFile)
let folder: string
let clone: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-clone-'))
  clone = join(folder, 'commons-graph')
  await run('git', ['clone', '--quiet', root, clone])
  await run('npm', ['ci'], { cwd: clone, env: machineEnvironment() })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('npm start prints its address and serves the graph', async () => {
  const port = await freePort()
  const started = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...machineEnvironment(), PORT: String(port), LOG_LEVEL: 'warn' },
    detached: true,
  })
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk) => String(chunk).includes(`http://localhost:${port}/`) && resolve())
      child.once('close', (code) => reject(new Error(`npm start ended with ${code}`)))
    })
    console.info(`npm start was ready after ${((performance.now() - started) / 1000).toFixed(1)} s`)
    const response = await fetch(`http://localhost:${port}/id/mutualab`, { headers: { accept: 'application/ld+json' } })
    expect(response.url).toBe(`http://localhost:${port}/data/mutualab`)
    expect(((await response.json()) as { name: unknown }).name).toEqual({ fr: 'MutuaLab', en: 'MutuaLab' })
    // npm passes no signal on; the server notices all the same.
    child.kill('SIGTERM')
    const gone = () =>
      fetch(`http://127.0.0.1:${port}/health`).then(
        () => false,
        () => true,
      )
    await expect.poll(gone, { timeout: 10_000, interval: 250 }).toBe(true)
  } finally {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // Nothing of the group is left, as it should be.
    }
  }
})

test('npm run check holds, and nothing of the run is left in the work tree', async () => {
  const { stdout } = await run('npm', ['run', 'check'], { cwd: clone, env: machineEnvironment() })
  expect(stdout).toMatch(/quads and \d+ saved queries hold/)
  expect((await run('git', ['status', '--porcelain'], { cwd: clone })).stdout).toBe('')
})

test('two fresh clones make the same release, byte for byte', async () => {
  const other = join(folder, 'another-clone')
  await run('git', ['clone', '--quiet', root, other])
  await run('npm', ['ci'], { cwd: other, env: machineEnvironment() })
  const [one, two] = await Promise.all(
    [clone, other].map(async (cwd, index) => {
      const dump = join(folder, `dump-${index}`)
      await run('npm', ['run', 'dump', '--', dump], { cwd, env: machineEnvironment() })
      return dump
    }),
  )
  const names = (await readdir(one!)).sort()
  expect(names.length).toBeGreaterThanOrEqual(29)
  expect((await readdir(two!)).sort()).toEqual(names)
  for (const name of names) {
    const [first, second] = await Promise.all([one, two].map((dump) => readFile(join(dump!, name))))
    expect([name, first!.equals(second!)]).toEqual([name, true])
  }
})

/** Without what the surrounding npm put there: as in a shell of its own, on whatever Node the machine has. */
function machineEnvironment(): NodeJS.ProcessEnv {
  const path = process.env.PATH!.split(':').filter((entry) => !entry.includes('node_modules'))
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE|INIT_CWD|VITEST|TEST)/i.test(name))
  return { ...Object.fromEntries(kept), PATH: path.join(':') }
}
