/** Query text to the bytes of the answer, in the process itself. */
import { engineNames } from '../engines/engine.ts'
import { startEngines } from '../engines/start.ts'
import { race } from '../race.ts'
import { heatsTable, remarks, show, table } from '../table.ts'
import { chosen, type Part } from './part.ts'

export const inProcess: Part = async (data, options) => {
  const names = chosen(
    engineNames.map((name) => ({ name })),
    data,
    options,
  ).map(({ name }) => name)
  using started = await startEngines(names, data.file)
  const heats = await race(started.engines, { ...options, planet: data.planet })
  const loads = started.engines.map(({ name, loaded }) => ({ name, ...loaded }))
  const rows = loads.map(({ name, seconds, peakMb, residentMb, further }) => {
    const more = Object.entries(further).map(([what, number]) => `${what}: ${show(number)}`)
    return [name, seconds, peakMb, residentMb, more.join('; ')]
  })
  const head = ['engine', 'load, s', 'memory at most, MB', 'memory then, MB', 'further']
  return { markdown: [table(head, rows), heatsTable(heats), remarks(heats)].join('\n'), loads, heats }
}
