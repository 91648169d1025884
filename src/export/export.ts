/**
 * The whole site as files, which any file server can host when the server is gone.
 *
 * **What is in it.** Whatever the real routes answer to someone who begins at the home page and the sitemap, in each
 * language, and follows every link: no page is written a second way. Addresses with parameters to which a page leads
 * (`?kind=`, `?asOf=`, `?thing=`) are files like the others. What the server only answers to what it is asked (search,
 * compare, near, SPARQL, services for programs) is left out; links to it lead to a page that says so and what there is
 * instead, and so does a note where a form stood. Forms that work in the browser, as the sheets of the workshop, stay.
 *
 * **Names.** A page in French is `fr/{path}.html`, in English `en/{path}.html`; with parameters, these and a digest of them
 * follow a `~`. Other files stand where they are on the server (`data/x.ttl`, `dumps/{version}/SHA256SUMS`), or below
 * `fr/` and `en/` if they are in a language. Every link names a file, relative to the one that it stands in: no server has
 * to rewrite, negotiate or redirect anything, and the export may lie below any path. Only what has to be said in full
 * (canonical addresses, Open Graph, the sitemap, the code of a frame) has `PUBLIC_URL` before it, which is where the export
 * will be.
 *
 * **Names of things.** RDF keeps its IRIs, and so do addresses in data and in what others wrote down: `id/x`, `page/x`,
 * `scheme/x` have an `index.html` each that leads to the page in each language. File servers show that for a folder; no link
 * of ours depends on it.
 *
 * **Whole or not at all.** Everything is written beside the folder and moved there in one step. A folder that is there and
 * not empty is refused. What is left of an export that was killed is called `{folder}.{something}.tmp` and may go.
 *
 * Opened from a disk without any server, pages and style are there; browsers load no modules then, so that the map is the
 * list that it is without a script.
 */
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FaultsError } from '../errors.ts'
import type { Bases } from '../representation/addresses.ts'
import { dayInWords } from '../representation/days.ts'
import { type Language, languages } from '../representation/negotiate.ts'
import { mostPages, type SitemapPage, sitemapIndexOf, sitemapOf } from '../representation/sitemap.ts'
import type { Server } from '../server.ts'
import { aboutPage, aboutPath, choicePage } from './about.ts'
import { Crawl, type Place, type Written } from './crawl.ts'
import { serviceAt } from './lacking.ts'
import { stilled } from './still.ts'
import { words } from './words.ts'

/** What no page names, or not each that there is. */
const unnamed = ['/', '/ontology/context.jsonld', '/dumps/latest/', '/style.css']

export interface Exported {
  readonly files: number
  readonly bytes: number
  /** Addresses that something names and that have no answer; they are no links in the export. */
  readonly failed: readonly string[]
}

/**
 * @param app that gives the pages
 * @param folder where they go; it is not there yet, or empty
 * @throws FaultsError if there is something already
 */
export async function exportSite(app: Server['app'], bases: Bases, folder: string): Promise<Exported> {
  await checkFree(folder)
  const draft = `${resolve(folder)}.${randomUUID()}.tmp`
  try {
    const crawl = new Crawl(app, bases.publicUrl, draft)
    const listed = await listedPlaces(app, bases, crawl)
    const unnamedPlaces = unnamed.flatMap((path) => languages.map((language): Place => ({ path, language })))
    await crawl.from([...unnamedPlaces, ...listed])
    const day = new Date().toISOString().slice(0, 10)
    for (const language of languages) {
      const context = { ...bases, language, path: aboutPath }
      await crawl.add({ path: `/${aboutPath}`, language }, aboutPage(day, context))
    }
    for (const page of crawl.pages()) await still(page, crawl, day, bases, draft)
    await writeChoices(crawl, draft)
    await writeForRobots(new Set(listed.map(({ path }) => path)), crawl, bases, draft)
    const size = await sizeOf(draft)
    await rename(draft, folder)
    return { ...size, failed: crawl.failed }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

async function checkFree(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') throw new FaultsError([{ message: `export: ${folder} is a file` }])
    throw error
  })
  if (entries.length) {
    throw new FaultsError([
      { message: `export: ${folder} is not empty; name a folder that is, or that is not there yet` },
    ])
  }
}

/** What the sitemap names. */
async function listedPlaces(app: Server['app'], { publicUrl }: Bases, crawl: Crawl): Promise<readonly Place[]> {
  const addresses: string[] = []
  for (const files = [`${publicUrl}sitemap.xml`]; files.length; ) {
    const { body } = await app.inject(new URL(files.shift()!).pathname)
    const named = Array.from(body.matchAll(/<loc>([^<]*)<\/loc>/g), ([, address]) => address!.replaceAll('&amp;', '&'))
    ;(body.includes('<sitemapindex') ? files : addresses).push(...named)
  }
  const home: Place = { path: '/', language: languages[0] }
  return addresses.map((address) => crawl.place(address, home)).filter((place) => place !== undefined)
}

/** Makes a page that was written as the server gave it one of the export. */
async function still(
  page: Place & Written,
  crawl: Crawl,
  day: string,
  { publicUrl }: Bases,
  draft: string,
): Promise<void> {
  const { file, language } = page
  const told = words[language]
  const about = crawl.at({ path: `/${aboutPath}`, language })!.file
  const leadsTo = (address: string) => {
    const place = crawl.place(address, page)
    if (!place) return 'elsewhere'
    const service = serviceAt(place.path)
    if (service) return { file: about, fragment: `#${service}` }
    const written = crawl.at(place)
    return written && { file: written.file, fragment: /#.*/s.exec(address)?.[0] ?? '' }
  }
  const path = join(draft, file)
  const lacks = {
    address: `${publicUrl}${aboutPath}`,
    name: told.copyOf(dayInWords(day, language)),
    choosing: told.choosing,
    searching: told.searching,
  }
  await writeFile(path, stilled(await readFile(path, 'utf8'), { file, publicUrl, leadsTo, about: lacks }))
}

/** At each address without a language, and at each name of a thing, a page that leads to those with one. */
async function writeChoices(crawl: Crawl, draft: string): Promise<void> {
  for (const [path, inLanguages] of pagesByPath(crawl)) {
    const pages = languages.flatMap((language) => {
      const written = inLanguages[language]
      return written ? [{ language, file: written.file, heading: written.heading ?? '' }] : []
    })
    const names = [path, ...(path.startsWith('/page/') ? [path.replace('/page/', '/id/')] : [])]
    for (const name of names) {
      const file = crawl.files.nameOf(`${name.replace(/\/$/, '')}/`, true, undefined)
      const target = join(draft, file)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, choicePage({ file, pages }))
    }
  }
}

/** Those without parameters. */
function pagesByPath(crawl: Crawl): Map<string, Partial<Record<Language, Written>>> {
  const byPath = new Map<string, Partial<Record<Language, Written>>>()
  for (const { path, language, file, heading } of crawl.pages()) {
    if (!path.includes('?')) byPath.set(path, { ...byPath.get(path), [language]: { file, heading } })
  }
  return byPath
}

async function writeForRobots(
  listed: ReadonlySet<string>,
  crawl: Crawl,
  { publicUrl }: Bases,
  draft: string,
): Promise<void> {
  const pages = Array.from(pagesByPath(crawl), ([path, { fr, en }]): SitemapPage | undefined => {
    if (!fr || !en || !listed.has(path)) return undefined
    return { in: { fr: publicUrl + encodeURI(fr.file), en: publicUrl + encodeURI(en.file) } }
  }).filter((page) => page !== undefined)
  const parts = Math.ceil(pages.length / mostPages)
  const names = parts === 1 ? ['sitemap.xml'] : Array.from({ length: parts }, (_, index) => `sitemap-${index + 1}.xml`)
  for (const [index, name] of names.entries()) {
    const part = pages.slice(index * mostPages, (index + 1) * mostPages)
    await pipeline(sitemapOf(part), createWriteStream(join(draft, name)))
  }
  if (parts > 1) {
    const files = names.map((name) => publicUrl + name)
    await pipeline(sitemapIndexOf(files), createWriteStream(join(draft, 'sitemap.xml')))
  }
  await writeFile(join(draft, 'robots.txt'), `User-agent: *\nDisallow:\n\nSitemap: ${publicUrl}sitemap.xml\n`)
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  let bytes = 0
  for (const { parentPath, name } of files) bytes += (await stat(join(parentPath, name))).size
  return { files: files.length, bytes }
}
