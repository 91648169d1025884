/**
 * Searches OpenStreetMap by name with Nominatim (https://nominatim.org/release-docs/latest/api/Search/), under its usage
 * policy (https://operations.osmfoundation.org/policies/nominatim/).
 */
import { z } from 'zod'
import { answerText, answerTexts, optionalText } from '../answer-text.ts'
import type { PoliteClient } from '../polite-client.ts'
import type { Thing } from '../things.ts'
import type { Element } from './element.ts'

const namesAsked = 3
const hitsEach = 10

/** Numbers come as text. */
const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number)
    .refine((value) => Math.abs(value) <= most)

const places = z.array(
  z.object({
    // Places that are made up of others have neither.
    osm_type: z.enum(['node', 'way', 'relation']).optional(),
    osm_id: z.int().positive().optional(),
    lat: degrees(90),
    lon: degrees(180),
    category: answerText,
    type: answerText,
    name: optionalText,
    display_name: optionalText,
    extratags: answerTexts,
    namedetails: answerTexts,
  }),
)

export class Nominatim {
  readonly #client: PoliteClient
  readonly #url: string

  /** @param url the address that `search` stands under */
  constructor(client: PoliteClient, url: string) {
    this.#client = client
    this.#url = url
  }

  async find({ names, town }: Thing): Promise<readonly Element[]> {
    const elements: Element[] = []
    for (const { text } of names.slice(0, namesAsked)) {
      const url = new URL('search', this.#url)
      const q = town === undefined || text.includes(town) ? text : `${text}, ${town}`
      const parameters = { q, format: 'jsonv2', limit: hitsEach, extratags: 1, namedetails: 1, 'accept-language': 'fr' }
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, String(value))
      elements.push(
        ...(await this.#client.ask({ url: url.href }, (json, readOn) =>
          places
            .parse(json)
            .slice(0, hitsEach)
            .flatMap((place) => read(place, readOn)),
        )),
      )
    }
    return elements
  }
}

function read(place: z.infer<typeof places>[number], readOn: string): Element[] {
  const { osm_type: type, osm_id: id, lat, lon, category, extratags, namedetails, name } = place
  if (!type || !id) return []
  const tags = { ...extratags, ...namedetails, [category]: place.type, ...(name && { name }) }
  return [{ type, id, position: { lat, long: lon }, tags, description: place.display_name, readOn }]
}
