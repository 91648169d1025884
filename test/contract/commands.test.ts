/**
 * The commands as a person or a script sees them: real processes, their output and exit status.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../support/dataset.ts'
import { freePort } from '../support/ports.ts'

let folder: string
const children: ChildProcess[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-commands-'))
})
afterAll(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

function start(
  args: readonly string[],
  settings: Record<string, string> = {},
): { child: ChildProcess; finished: Promise<Finished> } {
  const env = { ...process.env, RELEASES_DIR: join(folder, 'releases'), LOG_LEVEL: 'silent', ...settings }
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let [stdout, stderr] = ['', '']
  child.stdout!.on('data', (chunk) => (stdout += chunk))
  child.stderr!.on('data', (chunk) => (stderr += chunk))
  const finished = new Promise<Finished>((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })))
  return { child, finished }
}

const run = (args: readonly string[], settings?: Record<string, string>) => start(args, settings).finished

/** Resolves with the first line that the process prints. */
function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', (chunk) => resolve(String(chunk).trim()))
    child.once('close', (code) => reject(new Error(`ended with ${code}`)))
  })
}

/** A copy of the data with one more file. */
async function dataWith(name: string, text: string): Promise<string> {
  const copy = join(folder, `data-${name}`)
  await cp(join(root, 'data'), copy, { recursive: true })
  await writeFile(join(copy, name), text)
  return copy
}

describe('serve', () => {
  test('says in one line when it is ready, answers, and stops when told', async () => {
    const port = await freePort()
    const { child, finished } = start(['serve', '--port', String(port)])
    expect(await firstLine(child)).toBe(`Commons Graph is ready at http://localhost:${port}/`)
    const response = await fetch(`http://127.0.0.1:${port}/id/mutualab`, {
      headers: { accept: 'text/turtle' },
      redirect: 'manual',
    })
    expect([response.status, response.headers.get('location')]).toEqual([303, `http://localhost:${port}/data/mutualab`])
    child.kill('SIGTERM')
    expect((await finished).code).toBe(0)
  })

  test('keeps in no log where somebody is', async () => {
    const port = await freePort()
    const { child, finished } = start(['serve', '--port', String(port)], { LOG_LEVEL: 'info' })
    await firstLine(child)
    for (const path of ['/near?lat=50.6296&lon=3.0614', '/commons?key=gouvernance']) {
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200)
    }
    child.kill('SIGTERM')
    const { stdout, stderr } = await finished
    expect(stdout).toContain('"route":"/near"')
    expect(stdout + stderr).not.toMatch(/50\.6296|gouvernance/)
  })

  test('the examples of the README work as they are written', async () => {
    const port = await freePort()
    const { child, finished } = start(['serve'], { PORT: String(port) })
    await firstLine(child)
    const readme = await readFile(join(root, 'README.md'), 'utf8')
    const [, script] = /```sh\n(curl[^`]*)```/.exec(readme)!
    const { stdout } = await promisify(execFile)('sh', [
      '-ec',
      script!.replaceAll('localhost:3000', `localhost:${port}`),
    ])
    expect(stdout).toContain('"fr": "MutuaLab"')
    expect(stdout).toContain('id/ruby-nord')
    child.kill('SIGTERM')
    expect((await finished).code).toBe(0)
  })

  test('many queries on one connection leave nothing behind', async () => {
    const port = await freePort()
    const { child, finished } = start(['serve'], { PORT: String(port) })
    await firstLine(child)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const query = encodeURIComponent('SELECT ?o { <id/mutualab> a ?o } ORDER BY ?o')
    for (let count = 0; count < 15; count++) {
      const status = await new Promise((resolve, reject) => {
        const body = `query=${query}`
        const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
        const sent = request({ port, path: '/sparql', method: 'POST', agent, headers }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode))
        })
        sent.once('error', reject).end(body)
      })
      expect(status).toBe(200)
    }
    agent.destroy()
    child.kill('SIGTERM')
    expect(await finished).toMatchObject({ code: 0, stderr: '' })
  })

  test('a second start serves the same without reading it again, and a broken snapshot is no obstacle', async () => {
    const releases = join(folder, 'second')
    const settings = { PORT: String(await freePort()), RELEASES_DIR: releases }
    const answers: string[] = []
    for (const spoil of [false, false, true]) {
      if (spoil) await writeFile(join(releases, '.prepared', 'snapshot'), 'cgraph and no more')
      const { child, finished } = start(['serve'], settings)
      await firstLine(child)
      const base = `http://127.0.0.1:${settings.PORT}/`
      const query = encodeURIComponent('SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o')
      const paths = [
        `sparql?query=${query}`,
        'data/mutualab.trig',
        'search?q=jardin',
        'dumps/latest/SHA256SUMS',
        'health',
      ]
      const headers = { accept: 'application/json, */*;q=0.1' }
      const texts = paths.map(async (path) => (await fetch(base + path, { headers })).text())
      answers.push((await Promise.all(texts)).join('\n'))
      child.kill('SIGTERM')
      expect((await finished).code).toBe(0)
    }
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]!.length).toBeGreaterThan(100_000)
    // Two of the three starts read and check everything.
  }, 90_000)

  test('a client that goes away does not stop it', async () => {
    const port = await freePort()
    const { child, finished } = start(['serve'], { PORT: String(port) })
    await firstLine(child)
    const url = `http://127.0.0.1:${port}/sparql?query=${encodeURIComponent('SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 200000')}`
    const controller = new AbortController()
    const response = await fetch(url, { signal: controller.signal })
    await response.body!.getReader().read()
    controller.abort()
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    child.kill('SIGTERM')
    expect((await finished).code).toBe(0)
  })

  test('a port in use is one clear line', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const { code, stderr } = await run(['serve'], { PORT: String(port) })
    await new Promise((resolve) => server.close(resolve))
    expect([code, stderr]).toEqual([1, `PORT=${port}: another program already listens there; set PORT to a free one\n`])
  })

  test('wrong settings are told together', async () => {
    const { code, stdout, stderr } = await run(['serve'], {
      PORT: '70000',
      LOG_LEVEL: 'loud',
      SERVICE_ALLOW: 'https://x.example/sparql ftp://x.example/',
      BASE_IRI: 'urn:x',
      PUBLIC_URL: 'http://x.example/no-slash',
      TRUST_PROXY: 'perhaps',
    })
    expect([code, stdout]).toEqual([1, ''])
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => line.split('=')[0]),
    ).toEqual(['PORT', 'PUBLIC_URL', 'BASE_IRI', 'SERVICE_ALLOW', 'LOG_LEVEL', 'TRUST_PROXY'])
  })

  test('an unknown flag or command is told', async () => {
    expect((await run(['serve', '--colour', 'blue'])).stderr).toContain('--colour')
    expect((await run(['dance'])).stderr).toBe(
      'dance is no command; there are serve, check, dump, export, release, diff, link, load\n',
    )
  })

  test('an empty data folder is one clear line', async () => {
    const empty = join(folder, 'empty')
    await mkdir(empty)
    const { code, stderr } = await run(['serve'], { DATA_DIR: empty })
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([
      `${empty}: the data folder holds no .trig file, so there is nothing to serve`,
    ])
  })

  test('broken Turtle and broken shapes stop it before anything is served', async () => {
    const syntax = await run(['serve'], { DATA_DIR: await dataWith('syntax.trig', 'GRAPH <g> {\n  <a> <b> .\n}') })
    expect(syntax).toMatchObject({ code: 1, stdout: '' })
    expect(syntax.stderr).toMatch(/syntax\.trig:2:\d+: /)
    const text =
      '@prefix cg: <https://w3id.org/commonsgraph/ontology#> .\nGRAPH <source/visite-elus-2016#L42> { <id/x> a cg:Commons . }'
    const shape = await run(['serve'], { DATA_DIR: await dataWith('shape.trig', text) })
    expect(shape).toMatchObject({ code: 1, stdout: '' })
    expect(shape.stderr).toMatch(/shape\.trig:2: <http:\/\/localhost:3000\/id\/x> rdfs:label: /)
  })
})

describe('check', () => {
  test('says what holds', async () => {
    const { code, stdout } = await run(['check'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\d+ quads and \d+ saved queries hold\. Version \d{4}-\d\d-\d\d-[0-9a-f]{64}\n$/)
  })

  test('names faults of data and queries together, and ends with 1', async () => {
    const queries = join(folder, 'queries')
    await mkdir(queries)
    await writeFile(join(queries, 'bad.rq'), '# title@fr: x\n# title@en: x\n# description@fr: x\nSELECT * {\n ?s ?p }')
    const { code, stderr } = await run(['check'], {
      QUERIES_DIR: queries,
      DATA_DIR: await dataWith('graph.trig', '<a> <b> <c> .'),
    })
    expect(code).toBe(1)
    expect(stderr).toMatch(/graph\.trig:1: a statement outside of any GRAPH/)
    expect(stderr).toMatch(/bad\.rq:1: the head has no line "# description@en: …"/)
    expect(stderr).toMatch(/bad\.rq:5:8: /)
  })
})

describe('dump', () => {
  test('writes every format and the checksums', async () => {
    const target = join(folder, 'dump')
    const { code, stdout } = await run(['dump', target])
    expect([code, stdout]).toEqual([0, `The release is in ${target}\n`])
    const names = (await readdir(target)).sort()
    const whole = ['csv', 'geojson', 'jsonld', 'nq', 'nt', 'rdf', 'trig', 'ttl'].map((format) => `commons.${format}`)
    const parts = ['csv-metadata.json', 'entities.jsonld', 'facts.csv', 'links.csv', 'venues.csv']
    expect(names).toEqual(
      [
        'SHA256SUMS',
        'citation.cff',
        'metadata.ttl',
        ...[...whole, ...parts].flatMap((name) => [name, `${name}.gz`]),
      ].sort(),
    )
    expect(await readFile(join(target, 'SHA256SUMS'), 'utf8')).toMatch(/^([0-9a-f]{64} {2}\S+\n){28}$/)
  })

  test('a release is made once, and two can be compared', async () => {
    const settings = { RELEASES_DIR: join(folder, 'two') }
    const first = await run(['release'], settings)
    expect([first.code, await run(['release'], settings)]).toEqual([0, first])
    expect(await readdir(join(settings.RELEASES_DIR, '.prepared'))).toContain('snapshot')
    const [, name] = /(\d{4}-\d{2}-\d{2}-[0-9a-f]{64})\n$/.exec(first.stdout) ?? []
    const { code, stdout } = await run(['diff', name!, name!], settings)
    expect([code, stdout.split('\n').slice(-3)]).toEqual([0, ['TX .', 'TC .', '']])
    expect(await run(['diff', name!, 'nothing'], settings)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(name!),
    })
    expect(await run(['diff', name!], settings)).toMatchObject({ code: 1, stderr: expect.stringContaining('-- A B') })
  })

  test('without a folder says what is missing', async () => {
    expect(await run(['dump'])).toMatchObject({ code: 1, stderr: expect.stringContaining('npm run dump -- DIR') })
  })

  test('a half-written release is never taken for one', async () => {
    const releases = join(folder, 'half')
    const settings = { RELEASES_DIR: releases }
    // Killed at many moments; whatever is left, a folder without `.tmp` is whole.
    for (const delay of [300, 500, 600, 700, 800, 900, 1000, 1200]) {
      const { child, finished } = start(['dump', join(folder, 'never')], settings)
      setTimeout(() => child.kill('SIGKILL'), delay)
      await finished
      const names = await readdir(releases).catch(() => [])
      for (const name of names.filter((candidate) => !candidate.endsWith('.tmp'))) {
        expect(await readdir(join(releases, name))).toHaveLength(14)
        await rm(join(releases, name), { recursive: true })
      }
    }
  }, 60_000)
})
