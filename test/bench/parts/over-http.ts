/** Every peer over HTTP, by one client. */
import { httpContestant } from '../http-client.ts'
import { peersFor, startPeers } from '../peers/all.ts'
import { residentMb } from '../peers/memory.ts'
import { race } from '../race.ts'
import { faultsOf, heatsTable, table } from '../table.ts'
import { chosen, type Part } from './part.ts'

export const overHttp: Part = async (data, options) => {
  const { here, missing } = peersFor((names) => chosen(names, data, options))
  const started = await startPeers(here, data)
  const contestants = started.map(({ name, endpoint, rephrase }) => httpContestant(name, endpoint, rephrase))
  const heats = await race(contestants, { ...options, planet: data.planet })
  const loads = []
  for (const { name, loadSeconds, pid, settings } of started) {
    loads.push({ name, loadSeconds, residentMb: await residentMb(pid), settings })
  }
  for (const peer of started) await peer.stop()
  const head = ['peer', 'load, s', 'memory after the queries, MB', 'settings']
  const rows = loads.map((load) => Object.values(load))
  const markdown = [missing, table(head, rows), heatsTable(heats), faultsOf(heats)].join('\n')
  return { markdown, figures: { loads, heats }, heats }
}
