/**
 * The server over an engine goes from one release to the other and back while clients ask: no request fails, and no answer
 * is mixed from two releases.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { loadTo } from '../../../src/commands/load.ts'
import { type Config, createConfig } from '../../../src/config.ts'
import { placeOf, registerOf } from '../../../src/endpoint/release-place.ts'
import { baseIri } from '../../support/dataset.ts'
import { startServer } from '../clients/server.ts'
import { states, writeData } from '../copies/fleet.ts'
import { missingFuseki, startFuseki } from './fuseki.ts'
import { reach } from './reach.ts'
import { missingVirtuoso, startVirtuoso } from './virtuoso.ts'

const switches = 100
const perSecond = 200
/** Requests that wait for their answers at most: on a slow machine there are fewer a second, and the figure is told. */
const mostAtOnce = 64

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-switch-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** All these clients have one address, of which a queue takes no more than a quarter. */
const many = { QUERY_QUEUE: '1000' }

const query = 'SELECT ?text { <id/mutualab> <http://schema.org/description> ?text }'
const paths = ['data/mutualab.ttl', 'page/mutualab?lang=fr', `sparql?query=${encodeURIComponent(query)}`]

const engines = [
  { name: 'Fuseki', missing: missingFuseki, start: startFuseki },
  { name: 'Virtuoso', missing: missingVirtuoso, start: startVirtuoso },
]

describe.each(engines)('$name', ({ name, missing, start }) => {
  if (missing) {
    console.warn(`\n*** ${name} is missing: its tests are SKIPPED. Install it with ${missing} ***\n`)
    test.skip('is installed')
    return
  }

  test(`${switches} switches under ${perSecond} requests a second fail no request, and mix no answer`, async () => {
    await using engine = await start()
    const given = { PUBLIC_URL: baseIri, LOG_LEVEL: 'silent', QUERY_BUDGET_S: '0', ...many, ...engine.settings }
    const configs: Config[] = []
    for (const state of states) {
      const data = join(folder, `${name}-${state}`)
      await writeData(state, data)
      configs.push(createConfig({ ...given, DATA_DIR: data, RELEASES_DIR: `${data}-releases` }))
    }
    const versions = new Map<string, string>()
    for (const [index, config] of configs.entries()) {
      const said = await loadTo(config, engine.endpoint, quiet(), new AbortController().signal)
      versions.set(/\d{4}-\d\d-\d\d-[0-9a-f]{64}/.exec(said)![0], states[index]!)
    }
    expect(versions.size).toBe(2)
    await using server = await startServer({ ...given, RELEASES_DIR: join(folder, `${name}-served`) })
    const current = async () => (await answerTo(`${server.url}health`)).version

    const faults: string[] = []
    const answered = new Map<string, number>()
    const started = performance.now()
    const load = ask(server.url, (path, { status, version, body }) => {
      const state = versions.get(version)
      const shown = /coworking de (70[01]) m²/.exec(body)?.[1]
      if (status !== 200 || shown === undefined || shown !== state) {
        faults.push(
          `${path}: ${status} of ${state} shows ${shown}: ${body.replaceAll(/<[^>]*>|\s+/g, ' ').slice(0, 2000)}`,
        )
      }
      answered.set(shown!, (answered.get(shown!) ?? 0) + 1)
    })
    const { signal } = new AbortController()
    using writing = await reach(given, signal)
    for (let count = 0; count < switches; count++) {
      const before = await current()
      const next = [...versions.keys()].find((version) => version !== before)!
      await writing.engine.update(switchTo(next, configs[0]!.baseIri), signal)
      while ((await current()) !== next) await pause(50)
      const dump = await answerTo(`${server.url}dumps/latest/commons.nq`)
      const sha256 = createHash('sha256').update(dump.body).digest('hex')
      if (!next.endsWith(sha256) || dump.version !== next) faults.push(`the dump of ${dump.version} is ${sha256}`)
    }
    const requests = await load.end()
    const seconds = (performance.now() - started) / 1000
    console.log(
      `${name}: ${switches} switches in ${Math.round(seconds)} s, ${requests} requests, ${Math.round(requests / seconds)} a second`,
    )
    expect(faults).toEqual([])
    for (const state of states) expect(answered.get(state)).toBeGreaterThan(switches)
  })
})

function switchTo(version: string, base: string): string {
  const { graph, dataset } = registerOf(base)
  const property = '<http://www.w3.org/ns/dcat#hasCurrentVersion>'
  const pointing = (object: string) => `GRAPH <${graph.value}> { <${dataset.value}> ${property} ${object} }`
  return `DELETE { ${pointing('?old')} } INSERT { ${pointing(`<${placeOf(base, version).iri.value}>`)} } WHERE { ${pointing('?old')} }`
}

interface Answer {
  readonly status: number
  /** Of the data. */
  readonly version: string
  readonly body: string
}

const agent = new Agent({ keepAlive: true })

/** `fetch` takes more of the processor than the server that is to be loaded has to spare. */
async function answerTo(url: string): Promise<Answer> {
  const request = get(url, { agent, headers: { accept: '*/*;q=0.1, text/html' } })
  const [response] = await once(request, 'response')
  const version = response.headers['dataset-version'] ?? ''
  return { status: response.statusCode, version, body: await text(response) }
}

/** Asks at a steady rate until it is ended, whatever comes back and when. */
function ask(url: string, look: (path: string, answer: Answer) => void) {
  let asked = 0
  const started = performance.now()
  const open = new Set<Promise<void>>()
  const timer = setInterval(() => {
    // A timer that comes late has more to ask.
    const due = ((performance.now() - started) * perSecond) / 1000
    for (; asked < due && open.size < mostAtOnce; asked++) {
      const path = paths[asked % paths.length]!
      const answered = answerTo(url + path)
        .catch((error) => ({ status: 599, version: '', body: String(error) }))
        .then((answer) => look(path, answer))
        .finally(() => open.delete(answered))
      open.add(answered)
    }
  }, 1000 / perSecond)
  return {
    async end(): Promise<number> {
      clearInterval(timer)
      await Promise.all(open)
      return asked
    },
  }
}

function quiet() {
  return Object.assign(new PassThrough(), { isTTY: false }).resume() as never
}
