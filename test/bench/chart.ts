/** Medians as an SVG: a line for each query, a dot for each contestant, milliseconds on a logarithmic axis. */
import type { Heat } from './race.ts'
import { geometricMean, medianOf, ratiosTo, show } from './table.ts'

const width = 860
const left = 130
const right = 20
const top = 56
const rowHeight = 19
/** Told apart by people who see few colours, too (after Okabe and Ito). */
const colours = ['#d55e00', '#0072b2', '#009e73', '#cc79a7', '#e69f00', '#56b4e9']

export function chartOf(heats: readonly Heat[], title: string): string {
  const names = heats[0]!.lanes.map(({ contestant }) => contestant)
  const medians = heats.flatMap(({ lanes }) => lanes.map(medianOf)).filter((ms) => ms !== undefined)
  const [from, to] = [Math.floor(Math.log10(Math.min(...medians))), Math.ceil(Math.log10(Math.max(...medians)))]
  const x = (ms: number) => left + ((Math.log10(ms) - from) / (to - from)) * (width - left - right)
  const bottom = top + heats.length * rowHeight
  const decades = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index))
  const grid = decades.map(
    (ms) => line(x(ms), top - 8, x(ms), bottom, '#ddd') + text(x(ms), bottom + 14, `${show(ms)} ms`, 'middle'),
  )
  const rows = heats.map(({ query, lanes }, row) => {
    const y = top + (row + 0.5) * rowHeight
    const times = lanes.map(medianOf)
    const known = times.filter((ms) => ms !== undefined)
    const span = known.length ? line(x(Math.min(...known)), y, x(Math.max(...known)), y, '#bbb') : ''
    const dots = times.map((ms, lane) => (ms === undefined ? '' : dot(x(ms), y, colours[lane]!)))
    // Ours comes last, over the others.
    return text(left - 10, y + 4, query, 'end') + span + dots.reverse().join('')
  })
  const step = (width - left) / names.length
  const legend = names.map((name, lane) => {
    const mean = lane ? ` ×${show(geometricMean(ratiosTo(name, heats)))}` : ''
    return dot(left + lane * step, 34, colours[lane]!) + text(left + lane * step + 9, 38, `${name}${mean}`, 'start')
  })
  const size = `width="${width}" height="${bottom + 26}" viewBox="0 0 ${width} ${bottom + 26}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="12" fill="#222">`,
    `<title>${title}</title><rect width="100%" height="100%" fill="#fff"/>`,
    text(left, 16, title, 'start'),
    ...legend,
    ...grid,
    ...rows,
    '</svg>\n',
  ].join('\n')
}

const line = (x1: number, y1: number, x2: number, y2: number, colour: string) =>
  `<line x1="${x1.toFixed(1)}" y1="${y1}" x2="${x2.toFixed(1)}" y2="${y2}" stroke="${colour}"/>`
const dot = (x: number, y: number, colour: string) => `<circle cx="${x.toFixed(1)}" cy="${y}" r="5" fill="${colour}"/>`
const text = (x: number, y: number, words: string, anchor: string) =>
  `<text x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}">${words}</text>`
