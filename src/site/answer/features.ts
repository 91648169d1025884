/**
 * An answer with coordinates as a GeoJSON FeatureCollection (RFC 7946 §3.3): a feature for each row that says where.
 */
import { wktToGeoJSON } from '@terraformer/wkt'
import type { MapVariables } from '../../query/saved.ts'
import { type Answer, type AnswerRow, numberIn } from './answer.ts'

/** In degrees (WGS 84). */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

export function featuresOf({ rows }: Answer, variables: MapVariables): string {
  const features = rows.flatMap((row) => {
    const geometry = geometryOf(row, variables)
    if (!geometry) return []
    const properties = Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value]))
    return [{ type: 'Feature', geometry, properties }]
  })
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`
}

/** Where a row stands, if it is a point on the earth. */
export function positionOf(row: AnswerRow, variables: MapVariables): Position | undefined {
  const geometry = geometryOf(row, variables) as { type: string; coordinates: readonly number[] } | undefined
  if (geometry?.type !== 'Point') return undefined
  const [longitude, latitude] = geometry.coordinates as readonly [number, number]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

/** Undefined where the row has no place, or none that can be read. */
function geometryOf(row: AnswerRow, variables: MapVariables): object | undefined {
  if ('wkt' in variables) return fromWkt(row[variables.wkt]?.value ?? '')
  const longitude = numberIn(row[variables.longitude])
  const latitude = numberIn(row[variables.latitude])
  if (longitude === undefined || latitude === undefined) return undefined
  return { type: 'Point', coordinates: [longitude, latitude] }
}

/** Only in the reference system that GeoJSON has: another one would put things where they are not. */
function fromWkt(text: string): object | undefined {
  const [, system, wkt] = /^\s*(?:<([^>]*)>)?\s*(.*)$/s.exec(text)!
  // What is empty is nowhere.
  if ((system !== undefined && !system.endsWith('/CRS84')) || !/\d/.test(wkt!)) return undefined
  try {
    return wktToGeoJSON(wkt!.toUpperCase())
  } catch {
    return undefined
  }
}
