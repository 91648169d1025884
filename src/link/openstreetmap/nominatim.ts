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

const places = z.array(
  z.object({
    // Places that are made up of others have neither.
    osm_type: z.enum(['node', 'way', 'relation']).optional(),
    osm_id: z.int().positive().optional(),
    lat: z.coerce.number().min(-90).max(90),
    lon: z.coerce.number().min(-180).max(180),
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
      elements.push(...(await this.#client.ask({ url: url.href }, (json) => places.parse(json).flatMap(read))))
    }
    return elements
  }
}

function read(place: z.infer<typeof places>[number]): Element[] {
  const { osm_type: type, osm_id: id, lat, lon, category, extratags, namedetails, name } = place
  if (!type || !id) return []
  const tags = { ...extratags, ...namedetails, [category]: place.type, ...(name && { name }) }
  return [{ type, id, position: { lat, long: lon }, tags, description: place.display_name }]
}
