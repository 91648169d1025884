/**
 * Which places are nearest to a point: by the geodesic on the ellipsoid of WGS 84.
 */
import geographiclib from 'geographiclib-geodesic'
import type { Point } from '../catalogue/commons.ts'
import type { Spot } from '../catalogue/spots.ts'

export type Position = Omit<Point, 'of'>

export interface Near {
  readonly spot: Spot
  readonly metres: number
  /** In which direction it lies, in degrees clockwise from north. */
  readonly azimuth: number
}

/** Radius of the sphere that stands for the earth in a first look, in metres, and how far its distances may be wrong. */
const [radius, fault] = [6_371_008.8, 0.01]

/** @returns so many at most, the nearest first */
export function nearest(from: Position, spots: readonly Spot[], most: number): Near[] {
  const standing = spots.flatMap((spot) =>
    spot.point ? [{ spot, point: spot.point, about: onSphere(from, spot.point) }] : [],
  )
  const last = standing.map(({ about }) => about).toSorted((one, other) => one - other)[most - 1] ?? Infinity
  // Whatever is among the nearest by the geodesic is not farther than this on the sphere.
  const farthest = (last * (1 + fault)) / (1 - fault)
  return standing
    .filter(({ about }) => about <= farthest)
    .map(({ spot, point }): Near => {
      const { s12, azi1 } = geographiclib.Geodesic.WGS84.Inverse(
        from.latitude,
        from.longitude,
        point.latitude,
        point.longitude,
      )
      return { spot, metres: s12!, azimuth: (azi1! + 360) % 360 }
    })
    .sort((one, other) => one.metres - other.metres)
    .slice(0, most)
}

/** By the haversine formula. */
function onSphere(one: Position, other: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const chord =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(one.longitude, other.longitude)
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)))
}
