/** Requests a second: `wrk` asks for one thing after the other, every time another one. */
import { join } from 'node:path'
import { peers, startPeers } from '../peers/all.ts'
import { bare } from '../peers/bare.ts'
import { table } from '../table.ts'
import { type Measured, wrk } from '../wrk.ts'
import { chosen, type Part } from './part.ts'

const seconds = 5
const script = join(import.meta.dirname, 'point.lua')
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
      const rest = ['-s', script, endpoint, '--', String(data.planet.commons)]
      await wrk([...clients, '-d2s', ...rest])
      measured.push(await wrk([...clients, `-d${seconds}s`, ...rest]))
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
