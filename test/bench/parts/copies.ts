/**
 * Requests a second of the shipped graph: of one copy, of one and of four behind nginx, and of several processes on one
 * port. They share the processors with nginx and the clients.
 */
import { Fleet, type FleetOptions } from '../../real/copies/fleet.ts'
import { table } from '../table.ts'
import { wrk } from '../wrk.ts'
import type { Part } from './part.ts'

const setups: readonly (FleetOptions & { readonly name: string; readonly balanced: boolean })[] = [
  { name: 'one copy', copies: 1, balanced: false },
  { name: 'one copy behind nginx', copies: 1, balanced: true },
  { name: 'four copies behind nginx', copies: 4, balanced: true },
  { name: 'PROCESSES=2', copies: 1, balanced: false, settings: { PROCESSES: '2' } },
  { name: 'PROCESSES=4', copies: 1, balanced: false, settings: { PROCESSES: '4' } },
]

const query = encodeURIComponent('SELECT ?p ?o { <id/mutualab> ?p ?o } ORDER BY ?p ?o')
const asked = [
  ['description', 'data/mutualab.ttl'],
  ['page', 'page/mutualab?lang=fr'],
  ['query', `sparql?query=${query}`],
] as const

export const copies: Part = async () => {
  const rows = []
  for (const { name, balanced, copies, settings } of setups) {
    // All clients have one address, and none is refused for that.
    await using fleet = await Fleet.start({ copies, settings: { QUERY_QUEUE: '1024', ...settings } })
    const base = balanced ? fleet.url : fleet.copies[0]!
    const cells = []
    for (const [, path] of asked) {
      const clients = ['-t1', '-c32', '--timeout', '30s']
      await wrk([...clients, '-d2s', base + path])
      const { perSecond, p99Ms, faults } = await wrk([...clients, '-d5s', base + path])
      if (faults) throw new Error(`${name}: ${faults} requests for ${path} failed`)
      cells.push(perSecond, p99Ms)
    }
    rows.push([name, ...cells])
  }
  const head = ['setup', ...asked.flatMap(([kind]) => [`${kind}: requests/s`, '99 %, ms'])]
  return { markdown: table(head, rows), loads: [], heats: [] }
}
