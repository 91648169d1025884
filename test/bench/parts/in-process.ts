/** Query text to the bytes of the answer, in the process itself. */
import { type EngineName, engines } from '../engines/engine.ts'
import { startEngine } from '../engines/start.ts'
import { race } from '../race.ts'
import { faultsOf, heatsTable, show, table } from '../table.ts'
import { chosen, type Part } from './part.ts'

export const inProcess: Part = async (data, options) => {
  const started = []
  for (const name of chosen(Object.keys(engines) as EngineName[], data, options)) {
    started.push(await startEngine(name, data.file))
  }
  const heats = await race(started, { ...options, planet: data.planet })
  for (const engine of started) engine.stop()
  const loads = started.map(({ name, loaded }) => ({ name, ...loaded }))
  const rows = loads.map(({ name, seconds, peakMb, residentMb, further }) => {
    const more = Object.entries(further).map(([what, number]) => `${what}: ${show(number)}`)
    return [name, seconds, peakMb, residentMb, more.join('; ')]
  })
  const head = ['engine', 'load, s', 'memory at most, MB', 'memory then, MB', 'further']
  return {
    markdown: [table(head, rows), heatsTable(heats), faultsOf(heats)].join('\n'),
    figures: { loads, heats },
    heats,
  }
}
