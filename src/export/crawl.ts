/**
 * Everything that can be reached from some addresses, written into files as the server answers it.
 */
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { type Language, languages } from '../representation/negotiate.ts'
import type { Server } from '../server.ts'
import { Files } from './files.ts'
import { serviceAt } from './lacking.ts'
import { headingOf, namedIn } from './still.ts'

/** An address of the server as someone reads it. */
export interface Place {
  /** With its query, without the language, with a leading `/` that stands for the public URL. */
  readonly path: string
  readonly language: Language
}

export interface Written {
  readonly file: string
  /** Of a page, its heading. */
  readonly heading?: string | undefined
}

export class Crawl {
  readonly #app: Server['app']
  readonly #publicUrl: string
  readonly #folder: string
  readonly files = new Files()
  /** What was written of each place; undefined where there is nothing. */
  readonly #written = new Map<string, Written | undefined>()
  readonly #redirects = new Map<string, Place>()
  readonly #failed: string[] = []

  /** @param folder where the files go */
  constructor(app: Server['app'], publicUrl: string, folder: string) {
    this.#app = app
    this.#publicUrl = publicUrl
    this.#folder = folder
  }

  /** Breadth first, so that what is near the first addresses has the plainer names. */
  async from(places: readonly Place[]): Promise<void> {
    const queue = [...places]
    const known = new Set<string>()
    for (let next = 0; next < queue.length; next++) {
      const place = queue[next]!
      if (serviceAt(place.path) || known.has(keyOf(place)) || this.at(place)) continue
      known.add(keyOf(place))
      const { found, path } = await this.#write(place)
      for (const address of found) {
        const other = this.place(address, { path, language: place.language })
        if (other && !known.has(keyOf(other))) queue.push(other)
      }
    }
  }

  /** The place that an address names, undefined if it is not on this server. @param from where it stands */
  place(address: string, { path, language }: Place): Place | undefined {
    const url = URL.parse(address, this.#publicUrl + path.slice(1))
    if (!url?.href.startsWith(this.#publicUrl)) return undefined
    const asked = languages.find((each) => each === url.searchParams.get('lang'))
    url.searchParams.delete('lang')
    return { path: `/${url.href.slice(this.#publicUrl.length).replace(/#.*/s, '')}`, language: asked ?? language }
  }

  /** What was written of a place. */
  at(place: Place): Written | undefined {
    const to = this.#redirects.get(keyOf(place))
    return to ? this.at(to) : (this.#written.get(keyOf(place)) ?? this.#written.get(place.path))
  }

  /** The pages, in the order in which they were found. */
  *pages(): Generator<Place & Written> {
    for (const [key, written] of this.#written) {
      if (written?.heading === undefined) continue
      const [language, path] = [key.slice(0, 2) as Language, key.slice(3)]
      yield { path, language, ...written }
    }
  }

  /** Addresses that something names and that have no answer. */
  get failed(): readonly string[] {
    return this.#failed
  }

  /** A page that no route gives. */
  async add(place: Place, html: string): Promise<void> {
    await this.#keep(place, true, async (path) => writeFile(path, html), headingOf(html))
  }

  /** @returns the addresses that stand there, and where that is */
  async #write(place: Place): Promise<{ found: readonly string[]; path: string }> {
    const { path, language } = place
    const answer = await this.#app.inject({
      url: new URL(this.#publicUrl).pathname + path.slice(1),
      headers: { accept: 'text/html, */*;q=0.5', 'accept-language': language },
      payloadAsStream: true,
    })
    const { statusCode, headers } = answer
    const stream = answer.stream()
    if (statusCode >= 300) {
      await text(stream)
      const to = headers.location === undefined ? undefined : this.place(headers.location, place)
      if (to) this.#redirects.set(keyOf(place), to)
      else this.#failed.push(`${statusCode} ${this.#publicUrl}${path.slice(1)}`)
      return { found: to ? [String(headers.location)] : [], path }
    }
    const type = String(headers['content-type'])
    if (type.startsWith('text/html')) {
      const html = await text(stream)
      await this.add(place, html)
      return { found: namedIn(html), path }
    }
    const isInLanguage = /accept-language/i.test(String(headers.vary))
    if (type.startsWith('text/javascript')) {
      const script = await text(stream)
      await this.#keep(place, isInLanguage, (file) => writeFile(file, script))
      return { found: imported(script), path }
    }
    await this.#keep(place, isInLanguage, (file) => pipeline(stream, createWriteStream(file)))
    return { found: [], path }
  }

  async #keep(
    { path, language }: Place,
    isInLanguage: boolean,
    write: (path: string) => Promise<void>,
    heading?: string,
  ): Promise<void> {
    const isPage = heading !== undefined
    const file = this.files.nameOf(path, isPage, isInLanguage ? language : undefined)
    const target = join(this.#folder, file)
    await mkdir(dirname(target), { recursive: true })
    await write(target)
    this.#written.set(isInLanguage ? `${language} ${path}` : path, { file, heading })
  }
}

function keyOf({ path, language }: Place): string {
  return `${language} ${path}`
}

/** The modules that a module of ours names by their place. */
function imported(script: string): readonly string[] {
  return Array.from(script.matchAll(/^(?:import|export)\b[^'"]*?(['"])(\.{1,2}\/.*?)\1/gm), ([, , path]) => path!)
}
