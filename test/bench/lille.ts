/**
 * `npm run bench:lille`: the Lille graph itself. How long a start takes to its first answer, with the snapshot of an
 * earlier start and without, and how long each saved query takes at the client.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { loadSavedQueries, type SavedQuery } from '../../src/query/saved.ts'
import { freePort } from '../support/ports.ts'
import { post } from './http-client.ts'
import { median } from './race.ts'
import { table } from './table.ts'

const root = resolve(import.meta.dirname, '../..')
const starts = 7
const repetitions = 30

interface Started {
  readonly endpoint: string
  readonly firstAnswerMs: number
  stop(): Promise<void>
}

/** Starts the server as `npm start` does, and asks until it answers. */
async function start(folder: string, port: string, agent: Agent): Promise<Started> {
  const endpoint = `http://127.0.0.1:${port}/sparql`
  const env = { ...process.env, PORT: port, RELEASES_DIR: folder, LOG_LEVEL: 'error', QUERY_BUDGET_S: '0' }
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'serve'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const closed = new Promise((done) => child.once('close', done))
  const isAnswered = () =>
    post(endpoint, 'SELECT ?s { ?s a <http://schema.org/Place> } LIMIT 1', 'SELECT', agent).then(
      () => true,
      () => false,
    )
  while (!(await isAnswered())) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await pause(5)
  }
  const firstAnswerMs = performance.now() - began
  const stop = async () => {
    child.kill('SIGTERM')
    await closed
  }
  return { endpoint, firstAnswerMs, stop }
}

/** Median milliseconds of a saved query, asked as `/sparql` is. */
async function timeOf({ text, query }: SavedQuery, endpoint: string, agent: Agent): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < repetitions; count++) {
    const { ms } = await post(endpoint, `# ${count}\n${text}`, query.form, agent)
    // The first ones are compiled while they run.
    if (count >= repetitions / 3) times.push(ms)
    await pause(2)
  }
  return median(times)
}

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-bench-'))
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
// Names are made of the address: with another one it is another graph.
const port = String(await freePort())
try {
  const first = await start(folder, port, agent)
  await first.stop()
  const again: number[] = []
  for (let count = 1; count < starts; count++) {
    const server = await start(folder, port, agent)
    again.push(server.firstAnswerMs)
    await server.stop()
  }
  const server = await start(folder, port, agent)
  again.push(server.firstAnswerMs)
  const all = await loadSavedQueries(join(root, 'queries'), new URL('/', server.endpoint).href)
  const saved = [...all.values()].filter(({ query }) => !query.reachesOut)
  const lines: { readonly name: string; readonly ms: number }[] = []
  for (const one of saved) lines.push({ name: one.name, ms: await timeOf(one, server.endpoint, agent) })
  await server.stop()
  const slowest = lines.toSorted((a, b) => b.ms - a.ms)
  const ofStarts = [
    ['from the start to the first answer, without a snapshot, ms', first.firstAnswerMs],
    [`– with one, median of ${starts}, ms`, median(again)],
    ['– the slowest of them, ms', Math.max(...again)],
  ]
  const ofQueries = [
    [`saved queries (${lines.length}) at the client, median of the medians, ms`, median(lines.map(({ ms }) => ms))],
    ['– those above 5 ms', lines.filter(({ ms }) => ms > 5).length],
    ...slowest.slice(0, 5).map(({ name, ms }) => [`– ${name}, ms`, ms]),
  ]
  console.log(table(['Lille', 'figure'], [...ofStarts, ...ofQueries] as [string, number][]))
} finally {
  agent.destroy()
  await rm(folder, { recursive: true, force: true })
}
