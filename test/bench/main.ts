/** `npm run bench`: see `README.md` beside this file. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { EngineName } from './engines/engine.ts'
import { startEngine } from './in-process.ts'
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
const folder = resolve(import.meta.dirname, '../../.bench')
const size = Number(values.triples)
const wanted = queries.filter(({ name }) => !values.query || values.query.split(',').includes(name))
const { planet, file, quads, bytes } = await writePlanet(size, join(folder, `planet-${size}.nq`))
console.log(`${quads} quads, ${(bytes / 1e6).toFixed(0)} MB\n`)

const names = (values.only?.split(',') ?? [
  'ours',
  'oxigraph-wasm',
  ...(size <= 100_000 ? ['comunica'] : []),
]) as EngineName[]
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
const heats = await race(started, { planet, queries: wanted, rounds: Number(values.rounds) })
console.log(heatsTable(heats))
console.log(faultsOf(heats))
for (const engine of started) engine.stop()
