/** Requests a second: `wrk` asks for one thing after the other, every time another one. */
import { join } from 'node:path'
import { peers, startPeers } from '../peers/all.ts'
import { bare } from '../peers/bare.ts'
import { run } from '../peers/program.ts'
import { table } from '../table.ts'
import { chosen, type Part } from './part.ts'

const seconds = 5
/** One client with one thread, and many. */
const settings = [
  ['-t1', '-c1'],
  ['-t2', '-c32'],
] as const

export const requests: Part = async (data, options) => {
  await using started = await startPeers([bare, ...chosen(peers, data, options)], data)
  const lines = []
  for (const { name, endpoint } of started.peers) {
    const measured = []
    for (const clients of settings) {
      await wrk(endpoint, clients, 2, data.planet.commons)
      measured.push(await wrk(endpoint, clients, seconds, data.planet.commons))
    }
    lines.push({ name, measured })
  }
  const head = ['peer', 'requests/s, 1 client', '32 clients', 'latency with 32: median, ms', '99 %, ms']
  const rows = lines.map(({ name, measured }) => {
    const [one, many] = measured as [Measured, Measured]
    const faults = one.faults + many.faults
    return [faults ? `${name} (${faults} failed)` : name, one.perSecond, many.perSecond, many.medianMs, many.p99Ms]
  })
  return { markdown: [started.missing, table(head, rows)].join('\n'), loads: [], heats: [] }
}

interface Measured {
  readonly perSecond: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly faults: number
}

async function wrk(
  endpoint: string,
  clients: readonly string[],
  forSeconds: number,
  commons: number,
): Promise<Measured> {
  const script = ['-s', join(import.meta.dirname, 'point.lua')]
  const args = [...clients, `-d${forSeconds}s`, '--latency', ...script, endpoint, '--', String(commons)]
  const { stdout } = await run('wrk', args).catch((error) => {
    throw error.code === 'ENOENT' ? new Error('wrk is missing: install it with test/bench/install/debian.sh') : error
  })
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0)
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    medianMs: milliseconds(/50%\s+(\S+)/.exec(stdout)?.[1]),
    p99Ms: milliseconds(/99%\s+(\S+)/.exec(stdout)?.[1]),
    faults: number(/Non-2xx or 3xx responses: (\d+)/) + number(/Socket errors:.* timeout (\d+)/),
  }
}

function milliseconds(text = ''): number {
  const [, number, unit] = /^([\d.]+)(us|ms|s)$/.exec(text) ?? []
  return Number(number) * { us: 1e-3, ms: 1, s: 1e3 }[unit as 'us' | 'ms' | 's']
}
