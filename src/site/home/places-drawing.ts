/**
 * The places of the map as a still picture: those close together are one dot, and the names of the first that have room
 * stand beside theirs. It leads to the map, whose list says all that it shows.
 */
import { html } from 'ghtml'
import type { Language } from '../../representation/negotiate.ts'
import type { Point } from '../catalogue/commons.ts'
import type { Spot } from '../catalogue/spots.ts'
import { once } from '../once.ts'
import type { Site } from '../site.ts'
import { inUnits, projectionOf, scaleBar } from '../still-map.ts'

const frame = { width: 480, height: 250, margin: 36 }
/** Places within so many units of the drawing are one dot. */
const cell = 14
/** So many dots may have a name, those with most places and commons. */
const mostNamed = 8
/** Of the letters of a name, on average and in height. */
const letter = { width: 7.2, height: 15 }
const longestName = 24

interface Dot {
  readonly x: number
  readonly y: number
  /** The places there. */
  readonly spots: readonly Spot[]
}

/** The dots, those with most places and commons first; none where no place has coordinates. */
const dotsIn = once(async ({ catalogue }) => {
  const placed = catalogue.spots.fr.flatMap((spot) => (spot.point ? [{ spot, point: spot.point }] : []))
  if (!placed.length) return { dots: [], scale: 1 }
  const { place, scale } = projectionOf(
    placed.map(({ point }): Point => point),
    frame,
  )
  const cells = Map.groupBy(placed, ({ point }) => {
    const { x, y } = place(point)
    return `${Math.floor(x / cell)} ${Math.floor(y / cell)}`
  })
  const dots = Array.from(cells.values(), (within): Dot => {
    return { ...place(within[0]!.point), spots: within.map(({ spot }) => spot) }
  })
  return { dots: dots.sort((one, other) => weightOf(other) - weightOf(one)), scale }
})

/** @returns nothing where no place has coordinates */
export async function placesDrawing(site: Site, language: Language, label: string): Promise<string> {
  const { dots, scale } = await dotsIn(site)
  if (!dots.length) return ''
  const names = namesBeside(dots, language)
  const marks = dots.map(({ x, y, spots }) => {
    return html`<circle cx="${inUnits(x)}" cy="${inUnits(y)}" r="${inUnits(radiusOf(spots.length))}"/>`
  })
  return html`<svg class="still-map" role="img" aria-label="${label}" viewBox="0 0 ${frame.width} ${frame.height}">!${marks}!${names.map(({ x, y, anchor, text }) => html`<text x="${inUnits(x)}" y="${inUnits(y)}" text-anchor="${anchor}">${text}</text>`)}!${scaleBar(scale, frame)}</svg>`
}

function weightOf({ spots }: Dot): number {
  return spots.reduce((sum, { guests }) => sum + 1 + guests.length, 0)
}

function radiusOf(count: number): number {
  return Math.min(5 + 1.5 * Math.sqrt(count), 16)
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Name {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly text: string
}

/** Names to the right or the left of their dots, where nothing else stands. */
function namesBeside(dots: readonly Dot[], language: Language): Name[] {
  const taken: Box[] = dots.map(({ x, y, spots }) => {
    const radius = radiusOf(spots.length)
    return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
  })
  return dots.slice(0, mostNamed).flatMap(({ x, y, spots }) => {
    const name = spots[0]!.place.name[language]
    const text = name.length > longestName ? `${name.slice(0, longestName - 1).trimEnd()}…` : name
    const gap = radiusOf(spots.length) + 5
    const width = text.length * letter.width
    const sides = [
      { anchor: 'start', at: x + gap, box: boxAt(x + gap, y, width) },
      { anchor: 'end', at: x - gap, box: boxAt(x - gap - width, y, width) },
    ] as const
    const side = sides.find(
      ({ box }) => box.left >= 0 && box.right <= frame.width && !taken.some((other) => meet(box, other)),
    )
    if (!side) return []
    taken.push(side.box)
    return [{ x: side.at, y: y + letter.height / 3, anchor: side.anchor, text }]
  })
}

function boxAt(left: number, y: number, width: number): Box {
  return { left, right: left + width, top: y - letter.height / 2, bottom: y + letter.height / 2 }
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
