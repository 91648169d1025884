/** `npm run bench`: see `README.md` beside this file. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chartOf } from './chart.ts'
import { growth } from './parts/growth.ts'
import { inProcess } from './parts/in-process.ts'
import { overHttp } from './parts/over-http.ts'
import type { Part, PartOptions } from './parts/part.ts'
import { requests } from './parts/requests.ts'
import { installed } from './peers/program.ts'
import { writePlanet } from './planet/file.ts'
import { queries } from './queries.ts'

const { values } = parseArgs({
  options: {
    triples: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '8' },
    only: { type: 'string' },
    queries: { type: 'string' },
    'in-process': { type: 'boolean', default: false },
    requests: { type: 'boolean', default: false },
  },
})

const named = values.queries?.split(',')
const options: PartOptions = {
  queries: queries.filter(({ name }) => named?.includes(name) ?? true),
  rounds: Number(values.rounds),
  only: values.only?.split(','),
}
const part = values['in-process'] ? inProcess : values.requests ? requests : overHttp
const onPlanet: Part = async (data, options) => {
  try {
    return await part(data, options)
  } finally {
    await rm(data.file)
  }
}
const sizes = values.triples.split(',').map(Number)
const planets = sizes.map((size) => () => writePlanet(size, join(installed, `planet-${size}.nq`)))
const report =
  planets.length > 1 ? await growth(planets, onPlanet, options) : await onPlanet(await planets[0]!(), options)
console.log(report.markdown)

const results = join(installed, 'results')
const name = [part.name, values.triples].join('-')
await mkdir(results, { recursive: true })
await writeFile(join(results, `${name}.md`), report.markdown)
await writeFile(join(results, `${name}.json`), JSON.stringify(report.figures))
if (report.heats)
  await writeFile(join(results, `${name}.svg`), chartOf(report.heats, `${values.triples} triples, ${part.name}`))
