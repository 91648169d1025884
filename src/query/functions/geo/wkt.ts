/**
 * Well-known text of points and polygons: geo:wktLiteral (GeoSPARQL 1.1 §8.7.1) on the grammar of Simple Features 1.2.1 §7.
 */

/** Longitude and latitude in degrees on WGS 84. */
export type Place = [longitude: number, latitude: number]

/** A ring begins and ends in the same place. */
export type Ring = Place[]

export type Geometry =
  | { readonly type: 'empty' }
  | { readonly type: 'point'; readonly place: Place }
  /** The first ring of each is its outside, the others are holes. */
  | { readonly type: 'polygons'; readonly polygons: Ring[][] }

/** Reference systems by whether they name the latitude first; CRS 84 is meant where nothing is said (§8.7.1.2). */
const latitudeFirst: ReadonlyMap<string, boolean> = new Map([
  ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', false],
  ['http://www.opengis.net/def/crs/EPSG/0/4326', true],
])

/** The geometry of a lexical form; undefined for what is none, and for what is neither point nor polygon on WGS 84. */
export function parseWkt(lexical: string): Geometry | undefined {
  const [head, system] = /^\s*(?:<([^>]*)>)?/.exec(lexical)!
  const swapped = system === undefined ? false : latitudeFirst.get(system.replace(/^https:/, 'http:'))
  if (swapped === undefined) return undefined
  try {
    return new WktReader(lexical.slice(head.length), swapped).geometry()
  } catch (error) {
    if (error instanceof NoGeometry) return undefined
    throw error
  }
}

class NoGeometry extends Error {}

class WktReader {
  readonly #text: string
  readonly #latitudeFirst: boolean
  #at = 0

  constructor(text: string, latitudeFirst: boolean) {
    this.#text = text
    this.#latitudeFirst = latitudeFirst
  }

  geometry(): Geometry {
    const type = this.#word()
    const dimensions = /^[ZM]/i.test(this.#peek()) ? this.#word() : ''
    if (!['', 'Z', 'M', 'ZM'].includes(dimensions)) throw new NoGeometry()
    if (/^E/i.test(this.#peek())) {
      if (!types.has(type) || this.#word() !== 'EMPTY') throw new NoGeometry()
      return this.#ended({ type: 'empty' })
    }
    switch (type) {
      case 'POINT':
        return this.#ended({ type: 'point', place: this.#inBrackets(() => this.#place()) })
      case 'POLYGON':
        return this.#ended({ type: 'polygons', polygons: [this.#polygon()] })
      case 'MULTIPOLYGON':
        return this.#ended({ type: 'polygons', polygons: this.#inBrackets(() => this.#list(() => this.#polygon())) })
      default:
        throw new NoGeometry()
    }
  }

  #polygon(): Ring[] {
    return this.#inBrackets(() => this.#list(() => this.#ring()))
  }

  #ring(): Ring {
    const ring = this.#inBrackets(() => this.#list(() => this.#place()))
    const [first, last] = [ring[0]!, ring.at(-1)!]
    if (ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) throw new NoGeometry()
    return ring
  }

  /** Two numbers, and up to two more that mean height and measure. */
  #place(): Place {
    const [first, second] = [this.#number(), this.#number()]
    for (let more = 0; more < 2 && /^[-+.\d]/.test(this.#peek()); more++) this.#number()
    const place: Place = this.#latitudeFirst ? [second, first] : [first, second]
    if (Math.abs(place[1]) > 90) throw new NoGeometry()
    return place
  }

  #inBrackets<T>(read: () => T): T {
    this.#take(/\(/y)
    const inside = read()
    this.#take(/\)/y)
    return inside
  }

  #list<T>(read: () => T): T[] {
    const members = [read()]
    while (this.#peek() === ',') {
      this.#at++
      members.push(read())
    }
    return members
  }

  #number(): number {
    return Number(this.#take(/[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/y))
  }

  #word(): string {
    return this.#take(/[a-z]+/iy).toUpperCase()
  }

  #ended(geometry: Geometry): Geometry {
    if (this.#peek()) throw new NoGeometry()
    return geometry
  }

  /** The next character that is no white space, or nothing. */
  #peek(): string {
    this.#skipSpace()
    return this.#text.charAt(this.#at)
  }

  #take(token: RegExp): string {
    this.#skipSpace()
    token.lastIndex = this.#at
    const taken = token.exec(this.#text)?.[0]
    if (taken === undefined) throw new NoGeometry()
    this.#at += taken.length
    return taken
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++
  }
}

const types: ReadonlySet<string> = new Set(['POINT', 'POLYGON', 'MULTIPOLYGON'])
