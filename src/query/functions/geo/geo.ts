/**
 * The functions of GeoSPARQL 1.1 that places on a map need: geof:distance (§8.8.2) between points and geof:sfWithin (§9.3)
 * of a point in polygons.
 */
import geographiclib from 'geographiclib-geodesic'
import pointInPolygon from 'point-in-polygon-hao'
import { literal, type Term } from '../../../rdf/terms.ts'
import { booleanLiteral } from '../boolean.ts'
import type { StrictFunction } from '../context.ts'
import { xsdDouble } from '../datatypes.ts'
import { writeDouble } from '../float.ts'
import { type Geometry, type Place, parseWkt } from './wkt.ts'

const geof = 'http://www.opengis.net/def/function/geosparql/'
const wktLiteral = 'http://www.opengis.net/ont/geosparql#wktLiteral'
const uom = 'http://www.opengis.net/def/uom/OGC/1.0/'
const qudt = 'http://qudt.org/vocab/unit/'

/** Metres of a unit of length. */
const lengths: ReadonlyMap<string, number> = new Map([
  [`${uom}metre`, 1],
  [`${uom}kilometre`, 1000],
  [`${qudt}M`, 1],
  [`${qudt}KiloM`, 1000],
  [`${qudt}MI`, 1609.344],
])

/** Degrees of a unit of angle. */
const angles: ReadonlyMap<string, number> = new Map([
  [`${uom}degree`, 1],
  [`${uom}radian`, 180 / Math.PI],
  [`${qudt}DEG`, 1],
  [`${qudt}RAD`, 180 / Math.PI],
])

const { WGS84 } = geographiclib.Geodesic

/** The geometry of the first argument, and of the second. */
const [first, second] = [keepingLast(), keepingLast()]

/** The length of the geodesic on WGS 84; as an angle, that of its arc. Of anything but points it is an error. */
const distance: StrictFunction = ([one, other, unit]) => {
  const [from, to] = [first(one!), second(other!)]
  if (from?.type !== 'point' || to?.type !== 'point') return undefined
  const metres = lengths.get(unit!.value)
  const degrees = angles.get(unit!.value)
  if (unit!.termType === 'BlankNode' || (metres === undefined && degrees === undefined)) return undefined
  const { s12, a12 } = WGS84.Inverse(from.place[1], from.place[0], to.place[1], to.place[0])
  return literal(writeDouble(metres === undefined ? a12! / degrees! : s12! / metres), xsdDouble)
}

/** Whether a point is inside of polygons, which one on their edge is not; a point is within itself. */
const sfWithin: StrictFunction = ([inner, outer]) => {
  const [point, area] = [first(inner!), second(outer!)]
  if (!point || !area || point.type === 'polygons') return undefined
  return booleanLiteral(point.type === 'point' && isWithin(point.place, area))
}

function isWithin(place: Place, area: Geometry): boolean {
  if (area.type === 'empty') return false
  if (area.type === 'point') return place[0] === area.place[0] && place[1] === area.place[1]
  return area.polygons.some((rings) => pointInPolygon(place, rings) === true)
}

/** GeoSPARQL's functions by IRI, with the number of their arguments. */
export const geoFunctions: ReadonlyMap<string, readonly [arity: number, call: StrictFunction]> = new Map([
  [`${geof}distance`, [3, distance]],
  [`${geof}sfWithin`, [2, sfWithin]],
])

type GeometryOf = (term: Term) => Geometry | undefined

/** Keeps what it has parsed last: a query compares many places with one. */
function keepingLast(): GeometryOf {
  let [text, geometry]: [string, Geometry | undefined] = ['', undefined]
  return (term) => {
    if (term.termType !== 'Literal' || term.datatype.value !== wktLiteral) return undefined
    if (term.value !== text) [text, geometry] = [term.value, parseWkt(term.value)]
    return geometry
  }
}
