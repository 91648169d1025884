/** `npm run bench`: see `README.md` beside this file. */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type EngineName, engines } from './engines/engine.ts'
import { httpContestant } from './http-client.ts'
import { startEngine } from './in-process.ts'
import { peers, startPeers } from './peers/all.ts'
import { residentMb } from './peers/memory.ts'
import { installed } from './peers/program.ts'
import { writePlanet } from './planet/file.ts'
import { queries } from './queries.ts'
import { race } from './race.ts'
import { faultsOf, heatsTable, table } from './table.ts'

const { values } = parseArgs({
  options: {
    triples: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '8' },
    only: { type: 'string' },
    query: { type: 'string' },
    'in-process': { type: 'boolean', default: false },
  },
})
const size = Number(values.triples)
const wanted = queries.filter(({ name }) => !values.query || values.query.split(',').includes(name))
const data = await writePlanet(size, join(installed, `planet-${size}.nq`))
const { planet, file, quads, bytes } = data
const only = values.only?.split(',')
console.log(`${quads} quads, ${(bytes / 1e6).toFixed(0)} MB\n`)
const options = { planet, queries: wanted, rounds: Number(values.rounds) }

if (values['in-process']) {
  const names = (Object.keys(engines) as EngineName[]).filter(
    (name) => only?.includes(name) ?? (name !== 'comunica' || size <= 100_000),
  )
  const started = []
  for (const name of names) started.push(await startEngine(name, file))
  console.log(
    table(
      ['engine', 'loaded, s', 'memory at most, MB', 'memory then, MB', 'further'],
      started.map(({ name, loaded: { seconds, peakMb, residentMb, further } }) => [
        name,
        seconds,
        peakMb,
        residentMb,
        Object.entries(further)
          .map(([what, number]) => `${what}: ${number.toFixed(2)}`)
          .join('; '),
      ]),
    ),
  )
  const heats = await race(started, options)
  console.log(heatsTable(heats))
  console.log(faultsOf(heats))
  for (const engine of started) engine.stop()
} else {
  const chosen = peers.filter(({ name }) => only?.includes(name) ?? (name !== 'comunica' || size <= 100_000))
  for (const peer of chosen) if (peer.missing()) console.log(`${peer.name} is missing: ${peer.missing()}`)
  const started = await startPeers(
    chosen.filter((peer) => !peer.missing()),
    data,
  )
  const heats = await race(
    started.map(({ name, endpoint, rephrase }) => httpContestant(name, endpoint, rephrase)),
    options,
  )
  const rows = []
  for (const { name, loadSeconds, pid, settings } of started)
    rows.push([name, loadSeconds, await residentMb(pid), settings])
  console.log(table(['peer', 'loaded, s', 'memory after the queries, MB', 'settings'], rows))
  console.log(heatsTable(heats))
  console.log(faultsOf(heats))
  for (const peer of started) await peer.stop()
}
