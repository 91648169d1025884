/**
 * Several processes on one port, as who runs them sees them.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { root } from '../../support/dataset.ts'
import { freePort } from '../../support/ports.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-copies-'))
const dataDir = join(folder, 'data')
/** Says one thing of each thing that is there. */
const remark = (words: string) =>
  `@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\nGRAPH <graph/editorial> { <id/mutualab> rdfs:comment ${words} . }\n`

interface Program {
  readonly child: ChildProcess
  readonly port: number
  output(): string
  /** The lines of its log. */
  lines(): readonly Readonly<Record<string, unknown>>[]
}

async function start(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'serve'], {
    env: {
      ...process.env,
      PORT: String(port),
      PROCESSES: '2',
      DATA_DIR: dataDir,
      RELEASES_DIR: join(folder, 'releases'),
      LOG_LEVEL: 'info',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const lines = () =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line))
  return { child, port, output: () => output, lines }
}

let program: Program
beforeAll(async () => {
  await cp(join(root, 'data'), dataDir, { recursive: true })
  program = await start()
  await vi.waitUntil(() => program.output().includes('is ready'), { timeout: 50_000 })
})
afterAll(async () => {
  if (program.child.exitCode === null) program.child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** A connection each, so that every request may come to another process. */
const single = new Agent({ keepAlive: false })

function ask(path: string, agent = single): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: program.port, path, agent }, resolve).once('error', reject)
  })
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of response.setEncoding('utf8')) text += chunk
  return text
}

/** The processes that answer, by what their lines say. */
async function answering(): Promise<ReadonlySet<unknown>> {
  const before = program.lines().length
  for (let count = 0; count < 20; count++) await textOf(await ask('/health'))
  await vi.waitUntil(() => program.lines().length >= before + 20)
  return new Set(
    program
      .lines()
      .slice(before)
      .map(({ pid }) => pid),
  )
}

describe('two processes', { timeout: 100_000 }, () => {
  test('say once that they are ready, and both answer', async () => {
    expect(program.output().match(/is ready/g)).toHaveLength(1)
    expect((await answering()).size).toBe(2)
  })

  test('one that dies is replaced, and the other one answers meanwhile', async () => {
    const [first, second] = [...(await answering())] as number[]
    process.kill(first!, 'SIGKILL')
    await vi.waitUntil(() => program.lines().some(({ ended }) => ended === first))
    expect((await ask('/health')).resume().statusCode).toBe(200)
    await vi.waitUntil(async () => (await answering()).size === 2, { timeout: 50_000, interval: 200 })
    expect(await answering()).toContain(second)
    expect(await answering()).not.toContain(first)
  })

  test('on SIGHUP go on to the data as it is now, together, and no request fails', async () => {
    await writeFile(join(dataDir, 'remark.trig'), remark('"remarkable"@en'))
    const seen: string[] = []
    const versions = new Map<unknown, boolean>()
    let done = false
    const loading = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!done) {
          const response = await ask('/data/mutualab.nt')
          const [text, version] = [await textOf(response), response.headers['dataset-version']]
          expect(response.statusCode).toBe(200)
          const isNew = text.includes('"remarkable"@en')
          expect(versions.get(version) ?? isNew).toBe(isNew)
          versions.set(version, isNew)
          if (seen.at(-1) !== version) seen.push(String(version))
        }
      }),
    )
    await pause(200)
    program.child.kill('SIGHUP')
    await vi.waitUntil(() => program.lines().some(({ msg }) => msg === 'all processes are new ones'), {
      timeout: 50_000,
    })
    await pause(500)
    done = true
    await loading
    expect([...versions.values()]).toEqual([false, true])
    expect(versions.get(seen.at(-1))).toBe(true)
    expect((await answering()).size).toBe(2)
  })

  test('on SIGHUP with faulty data go on as they are, and say why', async () => {
    await writeFile(join(dataDir, 'remark.trig'), 'GRAPH <graph/editorial> { <id/mutualab> \n')
    const before = await answering()
    program.child.kill('SIGHUP')
    await vi.waitUntil(() => program.lines().some(({ faults }) => String(faults).includes('remark.trig:')), {
      timeout: 50_000,
    })
    expect(await answering()).toEqual(before)
    expect(await textOf(await ask('/data/mutualab.nt'))).toContain('"remarkable"@en')
    // One that dies then is not replaced by one with other data, nor with none.
    await rm(join(dataDir, 'remark.trig'))
  })

  test('one that dies when the data is another one has all go on to that', async () => {
    const [first] = [...(await answering())] as number[]
    process.kill(first!, 'SIGKILL')
    // A connection that is handed over to it in this moment is lost with it.
    await vi.waitUntil(() => program.lines().some(({ ended }) => ended === first))
    await vi.waitUntil(async () => !(await textOf(await ask('/data/mutualab.nt'))).includes('"remarkable"@en'), {
      timeout: 50_000,
      interval: 200,
    })
    await vi.waitUntil(async () => (await answering()).size === 2, { timeout: 50_000, interval: 200 })
  })

  test('on SIGTERM answer what they have begun to answer, and are gone', async () => {
    const agent = new Agent({ keepAlive: true })
    const query = encodeURIComponent('SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 60000')
    const response = await ask(`/sparql?query=${query}`, agent)
    const ended = once(program.child, 'close')
    program.child.kill('SIGTERM')
    await pause(300)
    await expect(ask('/health')).rejects.toThrow('ECONNREFUSED')
    expect(JSON.parse(await textOf(response)).results.bindings).toHaveLength(60_000)
    expect((await ended)[0]).toBe(0)
    agent.destroy()
  })
})

test('faults of the data stop the start, and are told once', { timeout: 100_000 }, async () => {
  await writeFile(join(dataDir, 'remark.trig'), 'GRAPH <graph/editorial> { <id/mutualab> \n')
  const { child, output } = await start()
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(output().match(/remark\.trig:/g)).toHaveLength(1)
  expect(output()).not.toContain('    at ')
})

test('so does a port in use', { timeout: 100_000 }, async () => {
  await rm(join(dataDir, 'remark.trig'))
  const first = await start()
  await vi.waitUntil(() => first.output().includes('is ready'), { timeout: 50_000 })
  const second = spawn(process.execPath, [join(root, 'src/main.ts'), 'serve'], {
    env: {
      ...process.env,
      PORT: String(first.port),
      PROCESSES: '2',
      DATA_DIR: dataDir,
      RELEASES_DIR: join(folder, 'releases'),
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  second.stderr.on('data', (chunk) => (told += chunk))
  expect((await once(second, 'close'))[0]).toBe(1)
  expect(told).toBe(`PORT=${first.port}: another program already listens there; set PORT to a free one\n`)
  first.child.kill('SIGTERM')
  await once(first.child, 'close')
})

test('SIGHUP before they are ready is done when they are', { timeout: 100_000 }, async () => {
  const releases = join(folder, 'none-yet')
  const { child, output, lines } = await start({ RELEASES_DIR: releases })
  // The first of them makes the release.
  await vi.waitUntil(() => existsSync(releases), { timeout: 50_000, interval: 5 })
  child.kill('SIGHUP')
  expect(output()).toBe('')
  await vi.waitUntil(() => lines().some(({ msg }) => msg === 'all processes are new ones'), { timeout: 90_000 })
  expect(output()).toContain('is ready')
  child.kill('SIGTERM')
  expect((await once(child, 'close'))[0]).toBe(0)
})

test('SIGHUP to a single process does nothing, and it says so', { timeout: 100_000 }, async () => {
  const { child, output, lines } = await start({ PROCESSES: '1', RELEASES_DIR: join(folder, 'of-one') })
  await vi.waitUntil(() => existsSync(join(folder, 'of-one')), { timeout: 50_000, interval: 5 })
  child.kill('SIGHUP')
  await vi.waitUntil(() => output().includes('is ready'), { timeout: 50_000 })
  child.kill('SIGHUP')
  await vi.waitUntil(() => lines().filter(({ msg }) => String(msg).startsWith('SIGHUP')).length === 2)
  child.kill('SIGTERM')
  expect((await once(child, 'close'))[0]).toBe(0)
})
