/**
 * The still pictures of a visit: its day as a strip, and its walk as it lies on the earth. What they show stands beside
 * them in words too.
 */
import { html } from 'ghtml'
import { minutesOf } from '../moments.ts'
import { inUnits, projectionOf, scaleBar } from '../still-map.ts'
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

const frame = { width: 400, height: 240, margin: 40 }

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
  const { place, scale } = projectionOf(
    placed.map(({ point }) => point),
    frame,
  )
  const position = new Map(placed.map(({ number, point }) => [number, place(point)]))
  const ways = placed.slice(1).flatMap(({ number }) => {
    const [from, to] = [position.get(number - 1), position.get(number)!]
    return from
      ? [
          html`<line class="way" x1="${inUnits(from.x)}" y1="${inUnits(from.y)}" x2="${inUnits(to.x)}" y2="${inUnits(to.y)}"/>`,
        ]
      : []
  })
  const marks = byPlace.map((here) => {
    const { x, y } = position.get(here[0]!.number)!
    const numbers = here.map(({ number }) => number).join(' · ')
    const half = 7 + 4 * numbers.length
    return html`<rect class="stop" x="${inUnits(x - half)}" y="${inUnits(y - 12)}" width="${2 * half}" height="24" rx="12"/><text class="number" x="${inUnits(x)}" y="${inUnits(y + 5)}" text-anchor="middle">${numbers}</text>`
  })
  return html`<svg class="walk" role="img" aria-label="${label}" viewBox="0 0 ${frame.width} ${frame.height}">
!${ways}!${marks}
!${scaleBar(scale, frame)}
<text x="${frame.width - 12}" y="22" text-anchor="end">${north} ↑</text>
</svg>`
}
