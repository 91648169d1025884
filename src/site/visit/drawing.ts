/**
 * The still pictures of a visit: its day as a strip, and its walk as it lies on the earth. What they show stands beside
 * them in words too.
 */
import { html } from 'ghtml'
import { minutesOf } from '../moments.ts'
import type { Slot } from './visit.ts'
import type { Stop } from './walk.ts'

/** The day from its first hour to its last. @returns nothing for a visit of several days, or without times */
export function dayStrip(slots: readonly Slot[], label: string, hour: (hour: number) => string): string {
  const times = slots.flatMap(({ start, end }) => [start, ...(end ? [end] : [])])
  const day = slots[0]!.start.day
  if (times.some((moment) => moment.day !== day || moment.time === undefined)) return ''
  const minutes = times.map(({ time }) => minutesOf(time!))
  const first = Math.floor(Math.min(...minutes) / 60)
  const last = Math.max(first + 1, Math.ceil(Math.max(...minutes) / 60))
  const across = (time: string) => ((minutesOf(time) - first * 60) / ((last - first) * 60)) * 100
  const percent = (value: number) => `${value.toFixed(2)}%`
  const blocks = slots.map(({ start, end, towards }) => {
    const from = across(start.time!)
    const width = end ? across(end.time!) - from : 0
    const kind = towards.length ? 'moving' : 'staying'
    return width > 0
      ? html`<rect class="${kind}" x="${percent(from)}" y="8" width="${percent(width)}" height="26"/><line class="edge" x1="${percent(from)}" x2="${percent(from)}" y1="8" y2="34"/>`
      : html`<circle class="${kind}" cx="${percent(from)}" cy="21" r="6"/>`
  })
  const hours = Array.from({ length: last - first + 1 }, (_, index) => {
    const x = percent((index / (last - first)) * 100)
    const anchor = index === 0 ? 'start' : index === last - first ? 'end' : 'middle'
    return html`<line class="hour" x1="${x}" x2="${x}" y1="34" y2="40"/><text x="${x}" y="54" text-anchor="${anchor}">${hour(first + index)}</text>`
  })
  return html`<svg class="day" role="img" aria-label="${label}" width="100%" height="60">!${blocks}!${hours}</svg>`
}

const [width, height, margin] = [400, 240, 40]
/** Metres that a degree of latitude is long. */
const degree = 111_195

/**
 * Stops whose coordinates a source states, north up, and a line between two that follow each other. A stop without
 * coordinates is nowhere in it, and no line goes past it.
 * @returns nothing where fewer than two places are known
 */
export function walkDrawing(stops: readonly Stop[], label: string, north: string): string {
  const placed = stops.flatMap(({ number, point }) => (point ? [{ number, point }] : []))
  const byPlace = [
    ...Map.groupBy(placed, ({ point }) => `${point.latitude.toFixed(5)} ${point.longitude.toFixed(5)}`).values(),
  ]
  if (byPlace.length < 2) return ''
  const middle = placed.reduce((sum, { point }) => sum + point.latitude, 0) / placed.length
  const metres = placed.map(({ number, point }) => ({
    number,
    east: point.longitude * degree * Math.cos((middle * Math.PI) / 180),
    north: point.latitude * degree,
  }))
  const [west, east] = spread(metres.map((one) => one.east))
  const [south, up] = spread(metres.map((one) => one.north))
  const scale = Math.min((width - 2 * margin) / (east - west || 1), (height - 2 * margin) / (up - south || 1))
  const position = new Map(
    metres.map((one) => [
      one.number,
      {
        x: width / 2 + (one.east - (west + east) / 2) * scale,
        y: height / 2 - (one.north - (south + up) / 2) * scale,
      },
    ]),
  )
  const ways = placed.slice(1).flatMap(({ number }) => {
    const [from, to] = [position.get(number - 1), position.get(number)!]
    return from
      ? [html`<line class="way" x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}"/>`]
      : []
  })
  const marks = byPlace.map((here) => {
    const { x, y } = position.get(here[0]!.number)!
    const numbers = here.map(({ number }) => number).join(' · ')
    const half = 7 + 4 * numbers.length
    return html`<rect class="stop" x="${round(x - half)}" y="${round(y - 12)}" width="${2 * half}" height="24" rx="12"/><text class="number" x="${round(x)}" y="${round(y + 5)}" text-anchor="middle">${numbers}</text>`
  })
  const bar = roundMetres((width / 4 / scale) | 0)
  const length = bar * scale
  return html`<svg class="walk" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}">
!${ways}!${marks}
<line class="scale" x1="12" x2="${round(12 + length)}" y1="${height - 12}" y2="${height - 12}"/><text x="12" y="${height - 18}">${bar < 1000 ? `${bar} m` : `${bar / 1000} km`}</text>
<text x="${width - 12}" y="22" text-anchor="end">${north} ↑</text>
</svg>`
}

function spread(values: readonly number[]): [least: number, greatest: number] {
  return [Math.min(...values), Math.max(...values)]
}

/** The greatest 1, 2 or 5 with zeros that is not more. */
function roundMetres(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, metres)))
  return [5, 2, 1].map((digit) => digit * power).find((candidate) => candidate <= metres) ?? 1
}

function round(value: number): string {
  return value.toFixed(1)
}
