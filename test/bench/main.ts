/** `npm run bench`: see `README.md` beside this file. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chartOf } from './chart.ts'
import { figuresOf } from './figures.ts'
import { copies } from './parts/copies.ts'
import { dump } from './parts/dump.ts'
import { growth } from './parts/growth.ts'
import { inProcess } from './parts/in-process.ts'
import { load } from './parts/load.ts'
import { overHttp } from './parts/over-http.ts'
import { pages } from './parts/pages.ts'
import type { Part, PartOptions, Report } from './parts/part.ts'
import { reconcile } from './parts/reconcile.ts'
import { requests } from './parts/requests.ts'
import { installed } from './peers/program.ts'
import { type PlanetFile, writePlanet } from './planet/file.ts'
import { queries } from './queries.ts'

const parts: Readonly<Record<string, Part>> = {
  'in-process': inProcess,
  http: overHttp,
  requests,
  reconcile,
  dump,
  load,
  pages,
  copies,
}

const { values } = parseArgs({
  options: {
    triples: { type: 'string', default: '100000' },
    engines: { type: 'string' },
    json: { type: 'string' },
    parts: { type: 'string', default: 'in-process,http' },
    queries: { type: 'string' },
    rounds: { type: 'string', default: '8' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000) % 1_000_000) },
  },
})

const asked = values.queries?.split(',')
const options: PartOptions = {
  queries: queries.filter(({ name }) => asked?.includes(name) ?? true),
  rounds: Number(values.rounds),
  seed: Number(values.seed),
  engines: values.engines?.split(','),
}
const sizes = values.triples.split(',').map(Number)
const reports = new Map<string, Report>()
for (const name of values.parts.split(',')) {
  const part = parts[name]
  if (!part) throw new Error(`${name} is no part; there are ${Object.keys(parts).join(', ')}`)
  const report = await onPlanets(part)
  console.log(`## ${name}, ${values.triples} triples, --seed ${values.seed}\n\n${report.markdown}`)
  await keep(name, report)
  reports.set(name, report)
}
const figures = JSON.stringify(figuresOf(sizes.at(-1)!, reports.get('in-process'), reports.get('http')), null, 2)
if (values.json) await writeFile(values.json, `${figures}\n`)

/** A part on the planet of each size, which is taken away again. */
async function onPlanets(part: Part): Promise<Report> {
  const planets = sizes.map((size) => () => writePlanet(size, join(installed, `planet-${size}.nq`)))
  const onPlanet = async (data: PlanetFile, options: PartOptions) => {
    try {
      return await part(data, options)
    } finally {
      await rm(data.file)
    }
  }
  return planets.length > 1 ? growth(planets, onPlanet, options) : onPlanet(await planets[0]!(), options)
}

/** Writes the tables, and a chart where there is something to draw. */
async function keep(name: string, { markdown, heats }: Report): Promise<void> {
  const results = join(installed, 'results')
  const file = join(results, [name, values.triples].join('-'))
  await mkdir(results, { recursive: true })
  await writeFile(`${file}.md`, markdown)
  if (heats.length) await writeFile(`${file}.svg`, chartOf(heats, `${values.triples} triples, ${name}`))
}
