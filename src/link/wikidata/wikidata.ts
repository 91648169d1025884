/**
 * Wikidata as a register that things can be found in: its search, by name and by website, and its items
 * (https://www.wikidata.org/w/api.php).
 */
import { WBK } from 'wikibase-sdk'
import { z } from 'zod'
import { foldName } from '../../names/fold.ts'
import { prefixes } from '../../rdf/namespaces.ts'
import { type Kind, knownClasses, pagesAboutPages } from '../kinds.ts'
import type { PoliteClient } from '../polite-client.ts'
import type { Fit, Found } from '../score.ts'
import { orFailure, ServiceFailure } from '../service-failure.ts'
import type { Thing } from '../things.ts'
import { spellings } from '../website.ts'
import { entitiesOf, type Item, itemId, readItem } from './item.ts'

/** Of the names of a thing, how many are asked for by their beginning, and how many by their words. */
const namesAsked = 4
const textsAsked = 2
const hitsEach = 10
const itemsCompared = 60
const itemsAtOnce = 20
const classesAtOnce = 50
/** How many steps up from its class a thing's kind may be. */
const stepsUp = 6

/** The search refuses longer questions (CirrusSearch's setting, https://www.mediawiki.org/wiki/Help:CirrusSearch). */
const searchLength = 300

/** Seconds that the copies of the data may be behind: when they are more, others need the service more than we do. */
const maxlag = 5

const languages = ['fr', 'en', 'mul'] as never

const nameHits = z.object({ search: z.array(z.object({ id: itemId })) })
const textHits = z.object({ query: z.object({ search: z.array(z.object({ title: z.string() })) }) })
const apiError = z.object({ error: z.object({ code: z.string() }) })

/** Errors of the API that pass (https://www.mediawiki.org/wiki/API:Errors_and_warnings). */
const passing = /^(maxlag|ratelimited|readonly|internal_api_error_.*)$/

type Seen = Item & Pick<Found, 'readOn'>

export class Wikidata {
  readonly #client: PoliteClient
  readonly #api: ReturnType<typeof WBK>
  /** Label and superclasses of the classes met so far. */
  readonly #classes = new Map<string, Item>()

  /** @param api the address of the action API */
  constructor(client: PoliteClient, api: string) {
    const [, instance, wgScriptPath] = /^(.*?:\/\/[^/]+)\/(.*)\/api\.php$/.exec(api)!
    this.#client = client
    this.#api = WBK({ instance, wgScriptPath } as never)
  }

  /** What a thing may be, as the search thinks. */
  async find(thing: Thing): Promise<readonly Found[]> {
    const items: Seen[] = []
    for (const some of inBatches((await this.#search(thing)).slice(0, itemsCompared), itemsAtOnce)) {
      items.push(...[...(await this.#items(some)).values()].filter((item) => item !== undefined))
    }
    // Two of the ids may have been merged into one item.
    return this.#found([...new Map(items.map((item) => [item.id, item])).values()])
  }

  /** What stands under IRIs of items, redirects followed; undefined under one that leads nowhere. */
  async lookUp(iris: readonly string[]): Promise<ReadonlyMap<string, Found | ServiceFailure | undefined>> {
    const found = new Map<string, Found | ServiceFailure | undefined>()
    for (const some of inBatches(iris, itemsAtOnce)) {
      const items = await orFailure(this.#items(some.map((iri) => iri.slice(prefixes.wd.length))))
      if (items instanceof ServiceFailure) {
        for (const iri of some) found.set(iri, items)
        continue
      }
      const there = await orFailure(this.#found([...items.values()].filter((item) => item !== undefined)))
      for (const [id, item] of items) {
        const compared = there instanceof ServiceFailure ? there : there.find(({ iri }) => iri === iriOf(item?.id))
        found.set(prefixes.wd + id, item && compared)
      }
    }
    return found
  }

  /** Items by the ids that are asked for, few enough for one question; undefined for one that is not there. */
  #items(ids: readonly string[]): Promise<ReadonlyMap<string, Seen | undefined>> {
    return this.#entities(ids, ['labels', 'aliases', 'descriptions', 'claims'])
  }

  /** Items as they are compared, with what is known of their classes. */
  async #found(items: readonly Seen[]): Promise<readonly Found[]> {
    await this.#meet(items.flatMap(({ classes }) => classes))
    return items.map((item) => this.#compared(item))
  }

  /** Ids of items, those with the same website first: they say most, and names have many hits. */
  async #search({ names, websites }: Thing): Promise<readonly string[]> {
    const ids: string[] = []
    for (const haswbstatement of withStatements(websites)) ids.push(...(await this.#searchPages({ haswbstatement })))
    for (const { text, language } of names.slice(0, namesAsked)) {
      const url = this.#api.searchEntities({ search: text, language: language || 'fr', limit: hitsEach } as never)
      const { value } = await this.#ask(url, nameHits)
      ids.push(...value.search.slice(0, hitsEach).map(({ id }) => id))
    }
    for (const { text } of names.slice(0, textsAsked)) {
      ids.push(...(await this.#searchPages({ search: foldName(text).words.join(' ') })))
    }
    return [...new Set(ids)]
  }

  async #searchPages(options: { readonly search: string } | { readonly haswbstatement: string }): Promise<string[]> {
    const url = this.#api.cirrusSearchPages({ ...options, namespace: [0], limit: hitsEach } as never)
    const { value } = await this.#ask(url, textHits)
    return value.query.search.slice(0, hitsEach).flatMap(({ title }) => itemId.safeParse(title).data ?? [])
  }

  /** Reads classes and what they are subclasses of, step by step, as far as the way is not known. */
  async #meet(classes: readonly string[]): Promise<void> {
    let level = classes
    for (let step = 0; step <= stepsUp && level.length; step++) {
      const strangers = [...new Set(level)].filter((id) => !this.#classes.has(id)).sort()
      for (const some of inBatches(strangers, classesAtOnce)) {
        const entities = await this.#entities(some, ['labels', 'claims'])
        for (const id of some) this.#classes.set(id, entities.get(id) ?? nothingKnown(id))
      }
      level = level.flatMap((id) => (knownClasses.has(id) ? [] : this.#classes.get(id)!.superclasses))
    }
  }

  async #entities(ids: readonly string[], props: readonly string[]): Promise<Map<string, Seen | undefined>> {
    const url = this.#api.getEntities({ ids, props, languages } as never)
    const { value, readOn } = await this.#ask(url, entitiesOf(ids))
    return new Map(
      ids.map((id) => {
        const item = readItem(value.entities[id]!)
        return [id, item && { ...item, readOn }]
      }),
    )
  }

  #ask<T>(url: string, schema: z.ZodType<T>): Promise<{ readonly value: T; readonly readOn: string }> {
    return this.#client.ask({ url: `${url}&maxlag=${maxlag}` }, (json, readOn) => {
      const code = apiError.safeParse(json).data?.error.code
      if (code && passing.test(code)) throw new ServiceFailure('away', `Wikidata is busy (${code})`)
      return { value: schema.parse(json), readOn }
    })
  }

  #compared(item: Seen): Found {
    const label = item.label ?? item.id
    const classes = item.classes.map((id) => this.#classes.get(id)?.label ?? id)
    const kindInWords = classes.join(', ') || (item.superclasses.length ? 'a class' : 'of no stated kind')
    return {
      iri: iriOf(item.id),
      label,
      names: item.names.length ? item.names : [label],
      description: item.description,
      kindInWords,
      fits: (kind) => this.#fit(item, kind),
      position: item.position,
      websites: item.websites,
      readOn: item.readOn,
    }
  }

  #fit({ classes, superclasses }: Item, kind: Kind): Fit | undefined {
    if (!kind.fits.length || !(classes.length || superclasses.length)) return undefined
    const steps = this.#stepsTo(classes)
    if (pagesAboutPages.some((id) => steps.has(id))) return 'other'
    const nearest = Math.min(...kind.fits.map((id) => steps.get(id) ?? Number.POSITIVE_INFINITY))
    if (nearest <= stepsUp) return { fits: 1 - nearest / (stepsUp + 1) }
    return kind.allows.some((id) => steps.has(id)) ? 'allowed' : 'other'
  }

  /** How many steps up each known class is. */
  #stepsTo(classes: readonly string[]): ReadonlyMap<string, number> {
    const steps = new Map<string, number>()
    let level = [...new Set(classes)]
    for (let step = 0; step <= stepsUp && level.length; step++) {
      for (const id of level) if (!steps.has(id)) steps.set(id, step)
      level = level.flatMap((id) => (knownClasses.has(id) ? [] : (this.#classes.get(id)?.superclasses ?? [])))
      level = [...new Set(level)].filter((id) => !steps.has(id))
    }
    return steps
  }
}

/** Questions for the items that have one of these websites, however it is written. */
function withStatements(websites: readonly string[]): readonly string[] {
  const room = searchLength - 'haswbstatement:'.length
  const questions: string[] = []
  for (const statement of websites.flatMap(spellings).map((address) => `P856=${address}`)) {
    const last = questions.at(-1)
    if (last !== undefined && last.length + 1 + statement.length <= room)
      questions.push(`${questions.pop()}|${statement}`)
    else if (statement.length <= room) questions.push(statement)
  }
  return questions
}

function iriOf(id = ''): string {
  return prefixes.wd + id
}

function inBatches<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, batch) => all.slice(batch * size, (batch + 1) * size))
}

function nothingKnown(id: string): Item {
  return { id, names: [], classes: [], superclasses: [], websites: [] }
}
