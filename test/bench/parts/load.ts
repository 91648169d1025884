/** `npm run load` into engines of others, each for the first time, and again when all of it is there. */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RunningEngine } from '../../real/engines/engine.ts'
import { missingFuseki, startFuseki } from '../../real/engines/fuseki.ts'
import { missingVirtuoso, startVirtuoso } from '../../real/engines/virtuoso.ts'
import { residentMb } from '../peers/memory.ts'
import type { PlanetFile } from '../planet/file.ts'
import { planetRelease } from '../planet/release.ts'
import { table } from '../table.ts'
import { chosen, type Part } from './part.ts'

interface Target {
  readonly name: string
  readonly missing: string | undefined
  readonly settings: string
  start(): Promise<RunningEngine>
}

const targets: readonly Target[] = [
  {
    name: 'fuseki',
    missing: missingFuseki,
    settings: 'TDB2, java -Xmx4g',
    start: () => startFuseki({ heapMb: 4096 }),
  },
  {
    name: 'virtuoso',
    missing: missingVirtuoso,
    settings: 'NumberOfBuffers=170000 MaxDirtyBuffers=127500',
    start: () => startVirtuoso({ buffers: 170_000 }),
  },
]

export const load: Part = async (data: PlanetFile, options) => {
  const releases = `${data.file}.releases`
  const rows: (string | number)[][] = []
  let missing = ''
  try {
    for (const target of chosen(targets, data, options)) {
      if (target.missing) {
        missing += `- ${target.name} is missing: install it with ${target.missing}\n`
        continue
      }
      await using engine = await target.start()
      const { settings } = await planetRelease(data.file, releases)
      const took = await loaded({ ...settings, ...engine.settings })
      const mb = await residentMb(engine.pid)
      const again = await loaded({ ...settings, ...engine.settings })
      const { statements } = took
      rows.push([
        target.name,
        data.quads,
        statements,
        took.written,
        statements / took.written,
        took.compared,
        took.total,
        again.total,
        mb,
        target.settings,
      ])
      console.error(`${target.name}: ${took.said}`)
    }
  } finally {
    await rm(releases, { recursive: true, force: true })
  }
  const head = [
    ...['engine', 'quads', 'statements there', 'written, s', 'written/s', 'read back and compared, s'],
    ...['in all, s', 'run again, s', 'memory then, MB', 'settings'],
  ]
  return { markdown: [missing, table(head, rows)].join('\n'), loads: [], heats: [] }
}

/** Runs the command. @throws Error with what it said if it fails */
async function loaded(settings: Readonly<Record<string, string>>) {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../src/main.ts'), 'load'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const lines: string[] = []
  let [written, compared, statements] = [0, 0, 0]
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line)
      if (line.endsWith('written')) written = seconds()
      if (line.endsWith('compared')) {
        compared = seconds() - written
        statements = Number(/of (\d+)/.exec(line)![1])
      }
    })
  }
  if ((await ended) !== 0) throw new Error(lines.slice(-8).join('\n'))
  return { total: seconds(), written, compared, statements, said: lines.at(-1)! }
}
