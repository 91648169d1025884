/**
 * Wikidata's action API, Nominatim and Overpass on 127.0.0.1, over the answers in `answers/`: as much of each as the
 * program asks, in the forms that their documentation publishes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'answers')
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

/** An entity of Wikibase, as far as it is searched. */
export interface Entity {
  readonly id: string
  readonly labels: Record<string, { language: string; value: string }>
  readonly descriptions: Record<string, { value: string }>
  readonly aliases: Record<string, { value: string }[]>
  readonly claims: Record<string, { mainsnak: { datavalue: { value: unknown } } }[]>
}

export interface Place {
  readonly name: string
  readonly display_name: string
}

export interface OsmElement {
  readonly type: string
  readonly id: number
  readonly lat?: number
  readonly lon?: number
  readonly center?: { readonly lat: number; readonly lon: number }
  tags?: Record<string, string>
}

/** What a service does instead of answering; undefined lets it answer. */
export type Fault = (request: IncomingMessage, response: ServerResponse, count: number) => boolean

export class Services {
  readonly items = new Map<string, Entity>(
    readdirSync(join(folder, 'items'))
      .map((name): Entity => read(`items/${name}`))
      .map((entity) => [entity.id, entity]),
  )
  /** Items that were merged into others. */
  readonly redirects = new Map<string, string>()
  readonly places: Place[] = read('places.json')
  readonly elements: OsmElement[] = read('elements.json')
  /** Method, path and body of every request. */
  readonly asked: string[] = []
  readonly userAgents = new Set<string>()
  /** The most requests that were under way at once. */
  mostAtOnce = 0
  fault: Fault = () => false

  #underWay = 0
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#underWay)
    response.once('close', () => this.#underWay--)
    const body = (await request.setEncoding('utf8').toArray()).join('')
    this.userAgents.add(request.headers['user-agent'] ?? '')
    this.asked.push(`${request.method} ${request.url} ${body}`)
    if (this.fault(request, response, this.asked.length)) return
    const url = new URL(request.url!, 'http://localhost/')
    const answer = this.#answerTo(url, new URLSearchParams(body))
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify(answer))
  }

  #answerTo({ pathname, searchParams }: URL, form: URLSearchParams): unknown {
    const parameter = (name: string) => searchParams.get(name) ?? ''
    if (pathname === '/search') return this.#searchPlaces(parameter('q'))
    if (pathname === '/api/interpreter') return this.#overpass(form.get('data') ?? '')
    switch (parameter('action')) {
      case 'wbsearchentities':
        return this.#searchEntities(parameter('search'), parameter('language'))
      case 'query':
        return this.#searchText(parameter('srsearch'))
      default:
        return this.#entities(parameter('ids').split('|'))
    }
  }

  /** https://www.wikidata.org/w/api.php?action=help&modules=wbsearchentities: labels and aliases that begin so */
  #searchEntities(text: string, language: string) {
    const search = [...this.items.values()].flatMap((entity) => {
      const matched = namesOf(entity).find((name) => folded(name).startsWith(folded(text)))
      if (matched === undefined) return []
      const concepturi = `http://www.wikidata.org/entity/${entity.id}`
      const label = entity.labels[language]?.value ?? entity.labels.en?.value
      return [{ id: entity.id, title: entity.id, concepturi, repository: 'wikidata', label, match: { text: matched } }]
    })
    return { searchinfo: { search: text }, search: search.slice(0, 10), success: 1 }
  }

  /** https://www.mediawiki.org/wiki/API:Search: every word somewhere; https://www.mediawiki.org/wiki/Help:WikibaseCirrusSearch */
  #searchText(text: string) {
    if ([...text].length > 300) {
      const info = `Search request is longer than the maximum allowed length. (actual: ${[...text].length}; allowed: 300)`
      return { error: { code: 'cirrussearch-query-too-long', info } }
    }
    const statements = /^haswbstatement:(.*)$/.exec(text)?.[1]?.split('|')
    const words = folded(text).split(/[^\p{L}\p{N}]+/u)
    const found = [...this.items.values()].filter((entity) => {
      if (!statements) return words.every((word) => namesOf(entity).some((name) => folded(name).includes(word)))
      const websites = (entity.claims.P856 ?? []).map(({ mainsnak }) => `P856=${mainsnak.datavalue.value}`)
      return websites.some((statement) => statements.includes(statement))
    })
    const search = found.slice(0, 10).map(({ id }) => ({ ns: 0, title: id, snippet: '' }))
    return { batchcomplete: '', query: { searchinfo: { totalhits: found.length }, search } }
  }

  /** https://www.wikidata.org/w/api.php?action=help&modules=wbgetentities: by the ids asked for, redirects followed */
  #entities(ids: readonly string[]) {
    const entities = ids.map((id) => {
      const target = this.redirects.get(id)
      const entity = this.items.get(target ?? id)
      if (!entity) return [id, { id, missing: '' }]
      return [id, target ? { ...entity, redirects: { from: id, to: target } } : entity]
    })
    return { entities: Object.fromEntries(entities), success: 1 }
  }

  #searchPlaces(text: string) {
    const [name, ...around] = text.split(',').map((part) => folded(part.trim()))
    return this.places.filter((place) => {
      const shown = folded(place.display_name)
      const names = [place.name, ...Object.values((place as { namedetails?: object }).namedetails ?? {})].map(folded)
      return names.some((one) => one.includes(name!)) && around.every((part) => shown.includes(part))
    })
  }

  /** https://wiki.openstreetmap.org/wiki/Overpass_API/Overpass_QL: the three kinds of filter that are asked for */
  #overpass(query: string) {
    const byId = [...query.matchAll(/(node|way|relation)\((\d+)\)/g)].map(([, type, id]) => `${type}/${id}`)
    const equal = [...query.matchAll(/nwr\["([^"]+)"="([^"]+)"\]/g)]
    const named = [...query.matchAll(/nwr\["name"~"((?:[^"\\]|\\.)*)",i\]\(around:([\d.]+),([\d.]+),([\d.]+)\)/g)].map(
      ([, pattern, ...circle]) => ({
        pattern: new RegExp(pattern!.replace(/\\(.)/g, '$1'), 'i'),
        circle: circle.map(Number),
      }),
    )
    const elements = this.elements.filter(
      ({ type, id, tags = {}, lat = 0, lon = 0, center = { lat, lon } }) =>
        byId.includes(`${type}/${id}`) ||
        equal.some(([, key, value]) => tags[key!] === value) ||
        named.some(({ pattern, circle }) => pattern.test(tags.name ?? '') && isInside(center, circle)),
    )
    return { version: 0.6, generator: 'Overpass API', osm3s: { timestamp_osm_base: '2026-11-24T00:00:00Z' }, elements }
  }
}

function namesOf({ labels, aliases }: Entity): string[] {
  const others = Object.values(aliases).flat()
  return [...Object.values(labels), ...others].map(({ value }) => value)
}

/** On a plane, which is near enough for a few kilometres. */
function isInside({ lat, lon }: { lat: number; lon: number }, [metres, y, x]: readonly number[]): boolean {
  const degree = 111_320
  return Math.hypot((lat - y!) * degree, (lon - x!) * degree * Math.cos((lat * Math.PI) / 180)) <= metres!
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
