/** Every peer over HTTP, by one client. */
import { httpContestant } from '../http-client.ts'
import { peers, startPeers } from '../peers/all.ts'
import { residentMb } from '../peers/memory.ts'
import { race } from '../race.ts'
import { heatsTable, remarks, table } from '../table.ts'
import { chosen, type Load, type Part } from './part.ts'

export const overHttp: Part = async (data, options) => {
  await using started = await startPeers(chosen(peers, data, options), data)
  const contestants = started.peers.map(({ name, endpoint, rephrase }) => httpContestant(name, endpoint, rephrase))
  const heats = await race(contestants, { ...options, planet: data.planet })
  const loads: Load[] = []
  for (const { name, loadSeconds, pid } of started.peers) {
    loads.push({ name, seconds: loadSeconds, residentMb: await residentMb(pid) })
  }
  const head = ['peer', 'load, s', 'memory after the queries, MB', 'settings']
  const rows = loads.map(({ name, seconds, residentMb }, index) => [
    name,
    seconds,
    residentMb,
    started.peers[index]!.settings,
  ])
  const markdown = [started.missing, table(head, rows), heatsTable(heats), remarks(heats)].join('\n')
  return { markdown, loads, heats }
}
