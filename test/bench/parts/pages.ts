/**
 * Pages of things: each for the first time, then again, by one client that keeps its connection. Over the store in the same
 * process, or over engines of others: `--engines ours-over-fuseki,ours-over-virtuoso`.
 */
import { Agent, request } from 'node:http'
import { startPeers } from '../peers/all.ts'
import { residentMb } from '../peers/memory.ts'
import { oursWithPages } from '../peers/ours.ts'
import { oursOverFuseki, oursOverVirtuoso } from '../peers/over-engine.ts'
import type { Planet } from '../planet/size.ts'
import { median } from '../race.ts'
import { show, table } from '../table.ts'
import type { Load, Part } from './part.ts'

/** So many things of each kind, from all over the planet, or all where there are fewer. */
const most = 300

export const pages: Part = async (data, { engines = ['ours'] }) => {
  const wanted = [oursWithPages, oursOverFuseki, oursOverVirtuoso].filter(({ name }) => engines.includes(name))
  await using started = await startPeers(wanted, data)
  const rows = []
  let starts = ''
  const loads: Load[] = []
  for (const { endpoint, name, pid, loadSeconds } of started.peers) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const get = (path: string) => timed(new URL(path, endpoint), agent)
    // The catalogue of the site is made once a version; whoever comes first waits for it.
    const { ms: catalogueMs } = await get('/commons')
    const floor = []
    for (let index = 0; index < most; index++) floor.push((await get('/health')).ms)
    rows.push([name, '/health, for comparison', floor.length, spread(floor), '', ''])
    for (const [kind, paths] of Object.entries(pathsOn(data.planet))) {
      const [first, again] = [[], []] as { ms: number; bytes: number }[][]
      for (const path of paths) first!.push(await get(path))
      for (const path of paths) again!.push(await get(path))
      const ms = (answers: typeof first) => spread(answers!.map((answer) => answer.ms))
      rows.push([name, kind, paths.length, ms(first), ms(again), median(first!.map(({ bytes }) => bytes / 1000))])
    }
    agent.destroy()
    const mb = await residentMb(pid)
    loads.push({ name, seconds: loadSeconds + catalogueMs / 1000, residentMb: mb })
    const [ready, list] = [loadSeconds, catalogueMs / 1000].map(show)
    starts += `- ${name}: ready after ${ready} s, the first list of all commons after ${list} s, then ${show(mb)} MB\n`
  }
  const head = [
    'server',
    'page',
    'how many',
    'first time: median, 99 %, slowest, ms',
    'again: median, 99 %, slowest, ms',
    'kB',
  ]
  return { markdown: [started.missing, starts, table(head, rows)].join('\n'), loads, heats: [] }
}

function pathsOn({ commons, venues, cities }: Planet): Readonly<Record<string, readonly string[]>> {
  const some = (kind: string, count: number) => {
    const number = Math.min(most, count)
    return Array.from({ length: number }, (_, index) => `/page/${kind}-${Math.floor((index * count) / number)}`)
  }
  return {
    'a commons': some('commons', commons),
    'a venue': some('venue', venues),
    'a city': some('city', cities),
    'a tool that thousands use': some('tool', 100).slice(0, 10),
    'a licence of thousands': ['agpl-3.0-only', 'mit', 'odbl-1.0'].map((id) => `/licence/${id}`),
  }
}

const spread = (times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b)
  return [median(times), sorted[Math.floor(sorted.length * 0.99)]!, sorted.at(-1)!].map(show).join(', ')
}

/** From the request to the last byte of the page. @throws Error for what is no page */
function timed(url: URL, agent: Agent): Promise<{ readonly ms: number; readonly bytes: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ ms: number; bytes: number }>()
  const started = performance.now()
  request(url, { agent, headers: { accept: 'text/html', 'accept-language': 'fr' } }, (response) => {
    let bytes = 0
    response.on('data', (chunk) => (bytes += chunk.length))
    response.once('error', reject)
    response.once('end', () => {
      if (response.statusCode === 200) resolve({ ms: performance.now() - started, bytes })
      else reject(new Error(`${url.pathname}: status ${response.statusCode}`))
    })
  })
    .once('error', reject)
    .end()
  return promise
}
