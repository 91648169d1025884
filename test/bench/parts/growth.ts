/** The same questions on planets of several sizes. */
import type { PlanetFile } from '../planet/file.ts'
import { type Cell, medianOf, show, table } from '../table.ts'
import type { Part, PartOptions, Report } from './part.ts'

/** @param part what is run on each planet; by ours alone, where nothing else is said */
export async function growth(
  planets: readonly (() => Promise<PlanetFile>)[],
  part: Part,
  options: PartOptions,
): Promise<Report> {
  const reports: { quads: number; report: Report }[] = []
  for (const planet of planets) {
    const data = await planet()
    reports.push({ quads: data.quads, report: await part(data, { ...options, engines: options.engines ?? ['ours'] }) })
  }
  const sizes = reports.map(({ quads }) => quads)
  // A part without questions has tables of its own only.
  const names = reports[0]!.report.heats[0]?.lanes.map(({ contestant }) => contestant) ?? []
  const tables = names.map((name) => {
    const rows = options.queries.map(({ name: query }) => {
      const medians = reports.map(({ report }) => {
        const heat = report.heats.find((candidate) => candidate.query === query)!
        return medianOf(heat.lanes.find(({ contestant }) => contestant === name)!)
      })
      const [first, last] = [medians[0], medians.at(-1)]
      const ratio: Cell = first && last ? `×${show(last / first)}` : '–'
      return [query, ...medians.map((median) => median ?? 'fails'), ratio]
    })
    return table([name, ...sizes.map((size) => `${size} quads, ms`), 'last to first'], rows)
  })
  const details = reports.map(({ quads, report }) => `${quads} quads\n\n${report.markdown}`)
  return {
    markdown: [...tables, ...details].join('\n'),
    // Of the largest planet.
    loads: reports.at(-1)!.report.loads,
    heats: reports.at(-1)!.report.heats,
  }
}
