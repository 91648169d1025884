/**
 * Asks OpenStreetMap's data by website, by name in an area, and by id with Overpass
 * (https://wiki.openstreetmap.org/wiki/Overpass_API/Overpass_QL).
 */
import { z } from 'zod'
import { answerTexts } from '../answer-text.ts'
import type { PoliteClient } from '../polite-client.ts'
import type { Found } from '../score.ts'
import { orFailure, ServiceFailure } from '../service-failure.ts'
import type { Thing } from '../things.ts'
import { spellings } from '../website.ts'
import { comparedElement, type Element, elementIri } from './element.ts'

const point = { lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }
const answer = z.object({
  elements: z.array(
    z.object({
      type: z.enum(['node', 'way', 'relation']),
      id: z.int().positive(),
      lat: point.lat.optional(),
      lon: point.lon.optional(),
      center: z.object(point).optional(),
      tags: answerTexts,
    }),
  ),
  remark: z.string().optional(),
})

const head = '[out:json][timeout:25];'
const mostFound = 30
const websiteTags = ['website', 'contact:website', 'url']

export class Overpass {
  readonly #client: PoliteClient
  readonly #url: string

  constructor(client: PoliteClient, url: string) {
    this.#client = client
    this.#url = url
  }

  /** What has a thing's website, or one of its names near where it is. */
  async find({ names, area, websites }: Thing): Promise<readonly Element[]> {
    const byWebsite = websites
      .flatMap(spellings)
      .flatMap((address) => websiteTags.map((tag) => `nwr[${quoted(tag)}=${quoted(address)}];`))
    // To compare names whatever their case, Overpass reads all that there are in a circle: a small one, and once.
    const circle = area && `(around:${Math.min(10_000, Math.max(2000, area.metres))},${area.lat},${area.long})`
    const anyName = names.map(({ text }) => pattern(text)).join('|')
    const byName = circle ? `nwr["name"~${quoted(`^(${anyName})$`)},i]${circle};` : ''
    const clauses = [...byWebsite, byName].filter(Boolean)
    if (!clauses.length) return []
    return (await this.#ask(`${head}(${clauses.join('')});out tags center ${mostFound};`)).slice(0, mostFound)
  }

  /** What stands under IRIs of elements; undefined under one that is not there. */
  async lookUp(iris: readonly string[]): Promise<ReadonlyMap<string, Found | ServiceFailure | undefined>> {
    const clauses = iris.map((iri) => iri.replace(/^.*\/(\w+)\/(\d+)$/, '$1($2);'))
    const elements = await orFailure(this.#ask(`${head}(${clauses.join('')});out tags center;`))
    if (elements instanceof ServiceFailure) return new Map(iris.map((iri) => [iri, elements]))
    const found = new Map(elements.map((element) => [elementIri(element), comparedElement(element)]))
    return new Map(iris.map((iri) => [iri, found.get(iri)]))
  }

  #ask(query: string): Promise<readonly Element[]> {
    const body = new URLSearchParams({ data: query }).toString()
    return this.#client.ask({ url: this.#url, body }, (json, readOn) => {
      const { elements, remark } = answer.parse(json)
      // A query that ran out of time or memory answers what it has so far, with status 200.
      if (remark) throw new ServiceFailure('answer', 'Overpass gave up on the question')
      return elements.map(({ type, id, lat, lon, center = { lat, lon }, tags }) => ({
        type,
        id,
        position:
          center.lat === undefined || center.lon === undefined ? undefined : { lat: center.lat, long: center.lon },
        tags,
        readOn,
      }))
    })
  }
}

/** A string of Overpass QL. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** A regular expression that only the text itself matches, whatever its case. */
function pattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
