/** Names with errors, reconciled in batches by one client, and things suggested for what is being written. */
import { readFile } from 'node:fs/promises'
import { type Misspelt, misspell, type Named } from '../../support/misspelt.ts'
import { type Started, startPeers } from '../peers/all.ts'
import { residentMb } from '../peers/memory.ts'
import { reconcilers } from '../peers/reconcilers.ts'
import { planetNames } from '../planet/labels.ts'
import { median } from '../race.ts'
import { show, table } from '../table.ts'
import { chosen, type Load, type Part } from './part.ts'

const count = 1000
const batchSize = 50
/** Whoever has not answered by then is told as so far. */
const patienceS = 60
/** Letters that were written when something is suggested. */
const beginnings = [1, 2, 3, 5, 8, 13]

export const reconcile: Part = async (data, options) => {
  const all = await planetNames(data.file)
  const names = misspell(sample(all), options.seed, count)
  await using started = await startPeers(chosen(reconcilers, data, options), data)
  const rows = []
  const loads: Load[] = []
  for (const peer of started.peers) {
    const first = await timed(() => ask(peer.endpoint, names.slice(0, 1)))
    const { asked, right, wronglyMatched, seconds, cpuSeconds } = await reconciled(peer, names)
    const suggested = await suggestions(peer.endpoint, names)
    rows.push([
      peer.name,
      peer.loadSeconds + first.seconds,
      `${asked} of ${count}`,
      seconds,
      cpuSeconds,
      (seconds * 1000) / asked,
      `${show((100 * right) / asked)} %`,
      wronglyMatched,
      suggested ? [median(suggested), percentile(suggested, 0.99), Math.max(...suggested)].map(show).join(', ') : '–',
    ])
    loads.push({ name: peer.name, seconds: peer.loadSeconds + first.seconds, residentMb: await residentMb(peer.pid) })
  }
  const head = [
    `${all.length} things`,
    'load and first answer, s',
    'names',
    's',
    'of them on the processor, s',
    'ms a name',
    'right at first place',
    'wrongly matched',
    'a suggestion: median, 99 %, slowest, ms',
  ]
  return { markdown: [started.missing, table(head, rows)].join('\n'), loads, heats: [] }
}

/** Things from all over the planet, of those that have no namesake. */
function sample(all: readonly Named[]): Named[] {
  const own = [...Map.groupBy(all, ({ name }) => name).values()].filter(({ length }) => length === 1).flat()
  return Array.from({ length: count }, (_, index) => own[Math.floor((index * own.length) / count)]!)
}

async function reconciled({ endpoint, pid }: Started, names: readonly Misspelt[]) {
  let [asked, right, wronglyMatched] = [0, 0, 0]
  const before = await processorSeconds(pid)
  const started = performance.now()
  const passed = () => (performance.now() - started) / 1000
  while (asked < names.length && passed() < patienceS) {
    const batch = names.slice(asked, asked + batchSize)
    for (const [index, { result }] of (await ask(endpoint, batch)).entries()) {
      const isRight = result[0]?.id === batch[index]!.id
      if (isRight) right++
      else if (result.some(({ match }) => match)) wronglyMatched++
    }
    asked += batch.length
  }
  return { asked, right, wronglyMatched, seconds: passed(), cpuSeconds: (await processorSeconds(pid)) - before }
}

interface Answer {
  readonly result: readonly { readonly id: string; readonly match?: boolean }[]
}

async function ask(endpoint: string, names: readonly Misspelt[]): Promise<readonly Answer[]> {
  const queries = Object.fromEntries(names.map(({ written }, index) => [`q${index}`, { query: written, limit: 5 }]))
  const body = new URLSearchParams({ queries: JSON.stringify(queries) })
  const response = await fetch(endpoint, { method: 'POST', body })
  const answers = (await response.json()) as Record<string, Answer>
  return names.map((_, index) => answers[`q${index}`]!)
}

/** Milliseconds for each beginning of some names; undefined where nothing is suggested. */
async function suggestions(endpoint: string, names: readonly Misspelt[]): Promise<number[] | undefined> {
  const { suggest } = (await (await fetch(endpoint)).json()) as { suggest?: unknown }
  if (!suggest) return undefined
  const one = async (prefix: string) => {
    const { seconds } = await timed(async () =>
      (await fetch(`${endpoint}/suggest/entity?${new URLSearchParams({ prefix })}`)).text(),
    )
    return seconds * 1000
  }
  await one('a')
  const times = []
  for (const { written } of names.slice(0, 100)) {
    for (const letters of beginnings) times.push(await one(written.slice(0, letters)))
  }
  return times
}

function percentile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)]!
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly value: T }> {
  const started = performance.now()
  const value = await work()
  return { seconds: (performance.now() - started) / 1000, value }
}

/** What a process has had of processors (proc(5), stat: utime and stime in ticks of 10 ms). */
async function processorSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
