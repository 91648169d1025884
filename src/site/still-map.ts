/**
 * Points of the earth in a still drawing, north up: over a town or a country the middle latitude is that of all.
 */
import { html } from 'ghtml'
import type { Point } from './catalogue/commons.ts'

export interface Frame {
  readonly width: number
  readonly height: number
  /** Around the points. */
  readonly margin: number
}

export interface Projection {
  place(point: Pick<Point, 'latitude' | 'longitude'>): { readonly x: number; readonly y: number }
  /** How many units of the drawing a metre is long. */
  readonly scale: number
}

/** Metres that a degree of latitude is long. */
const degree = 111_195

/** Where fewer metres would fill the frame, it has so many: a single point stands in its middle. */
const least = 200

/** All points within the frame, as large as they can be. @param points one at least */
export function projectionOf(points: readonly Point[], { width, height, margin }: Frame): Projection {
  const [south, north] = spread(points.map(({ latitude }) => latitude))
  const [west, east] = spread(points.map(({ longitude }) => longitude))
  const shrinking = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max((east - west) * degree * shrinking, least)
  const up = Math.max((north - south) * degree, least)
  const scale = Math.min((width - 2 * margin) / across, (height - 2 * margin) / up)
  return {
    scale,
    place: ({ latitude, longitude }) => ({
      x: width / 2 + (longitude - (west + east) / 2) * degree * shrinking * scale,
      y: height / 2 - (latitude - (south + north) / 2) * degree * scale,
    }),
  }
}

/** A line in the lower left corner that says how long so much of the drawing is. */
export function scaleBar(scale: number, { width, height }: Frame): string {
  const metres = roundMetres(Math.floor(width / 4 / scale))
  return html`<line class="scale" x1="12" x2="${inUnits(12 + metres * scale)}" y1="${height - 12}" y2="${height - 12}"/><text x="12" y="${height - 18}">${metres < 1000 ? `${metres} m` : `${metres / 1000} km`}</text>`
}

/** As an attribute says it. */
export function inUnits(value: number): string {
  return value.toFixed(1)
}

function spread(values: readonly number[]): [least: number, greatest: number] {
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number])
}

/** The greatest 1, 2 or 5 with zeros that is not more. */
function roundMetres(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, metres)))
  return [5, 2, 1].map((digit) => digit * power).find((candidate) => candidate <= metres) ?? 1
}
