/** Every peer over HTTP, by one client. */
import { httpContestant } from '../http-client.ts'
import { peers, startPeers } from '../peers/all.ts'
import { residentMb } from '../peers/memory.ts'
import { race } from '../race.ts'
import { heatsTable, remarks, table } from '../table.ts'
import { chosen, type Part } from './part.ts'

export const overHttp: Part = async (data, options) => {
  await using started = await startPeers(chosen(peers, data, options), data)
  const contestants = started.peers.map(({ name, endpoint, rephrase }) => httpContestant(name, endpoint, rephrase))
  const heats = await race(contestants, { ...options, planet: data.planet })
  const loads = []
  for (const { name, loadSeconds, pid, settings } of started.peers) {
    loads.push({ name, loadSeconds, residentMb: await residentMb(pid), settings })
  }
  const head = ['peer', 'load, s', 'memory after the queries, MB', 'settings']
  const rows = loads.map((load) => Object.values(load))
  const markdown = [started.missing, table(head, rows), heatsTable(heats), remarks(heats)].join('\n')
  return { markdown, figures: { loads, heats }, heats }
}
