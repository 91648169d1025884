/** Results as Markdown. */
import { type Heat, type Lane, median } from './race.ts'

export type Cell = string | number

export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `| ${cells.map(show).join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}

/** Medians of every contestant; behind those of the peers in brackets, how many times as long as ours they take. */
export function heatsTable(heats: readonly Heat[]): string {
  const names = heats[0]!.lanes.map(({ contestant }) => contestant)
  const rows = heats.map(({ query, rows, lanes }) => [
    query,
    rows ?? '–',
    ...lanes.map((lane) => medianCell(lane, lanes[0]!)),
  ])
  const summary = (title: string, of: (peer: string) => Cell) => [title, '', '', ...names.slice(1).map(of)]
  const times = (ratio: number) => (Number.isNaN(ratio) ? '–' : `×${show(ratio)}`)
  return table(
    ['query', 'rows', ...names.map((name) => `${name}, ms`)],
    [
      ...rows,
      summary('**geometric mean**', (peer) => times(geometricMean(ratiosTo(peer, heats)))),
      summary('– where it takes 1 ms or more', (peer) => times(geometricMean(ratiosTo(peer, heats, 1)))),
      summary('ours behind at most, ms', (peer) => farthestBehind(peer, heats)),
    ],
  )
}

/** Where we are behind the fastest, and why a lane has no times. */
export function remarks(heats: readonly Heat[]): string {
  const behind = heats
    .map(({ query, lanes }) => ({ query, ms: behindFastest(lanes) }))
    .filter(({ ms }) => ms > 0.1)
    .map(({ query, ms }) => `- ${query}: ours ${show(ms)} ms behind the fastest\n`)
  const faults = heats.flatMap(({ query, lanes }) =>
    lanes.flatMap(({ contestant, fault }) => (fault ? [`- ${query}, ${contestant}: ${fault.slice(0, 600)}\n`] : [])),
  )
  return [...behind, ...faults].join('')
}

function behindFastest([ours, ...others]: readonly Lane[]): number {
  const fastest = Math.min(...others.map((lane) => medianOf(lane) ?? Number.POSITIVE_INFINITY))
  return (medianOf(ours!) ?? Number.POSITIVE_INFINITY) - fastest
}

/** How many times as long as ours a peer takes, for every query that both answered and that takes it long enough. */
export function ratiosTo(peer: string, heats: readonly Heat[], leastMs = 0): number[] {
  return heats.flatMap(({ lanes }) => {
    const [ours, theirs] = [lanes[0]!, lanes.find(({ contestant }) => contestant === peer)!].map(medianOf)
    return ours === undefined || theirs === undefined || theirs < leastMs ? [] : [theirs / ours]
  })
}

export function geometricMean(numbers: readonly number[]): number {
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length)
}

export function medianOf({ times, fault }: Lane): number | undefined {
  return fault || !times.length ? undefined : median(times)
}

function farthestBehind(peer: string, heats: readonly Heat[]): Cell {
  const behind = heats.flatMap(({ query, lanes }) => {
    const [ours, theirs] = [lanes[0]!, lanes.find(({ contestant }) => contestant === peer)!].map(medianOf)
    return ours === undefined || theirs === undefined || ours <= theirs ? [] : [{ query, ms: ours - theirs }]
  })
  const [most] = behind.sort((a, b) => b.ms - a.ms)
  return most ? `${show(most.ms)} (${most.query})` : 'nowhere'
}

function medianCell(lane: Lane, ours: Lane): Cell {
  const ms = medianOf(lane)
  if (ms === undefined) return lane.fault?.startsWith('differs') ? 'differs' : 'fails'
  const own = medianOf(ours)
  return lane === ours || own === undefined ? ms : `${show(ms)} (×${show(ms / own)})`
}

/** Three significant digits. */
export function show(cell: Cell): string {
  if (typeof cell === 'string' || Number.isInteger(cell)) return String(cell)
  return cell >= 100 ? cell.toFixed(0) : String(Number(cell.toPrecision(3)))
}
