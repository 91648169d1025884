/**
 * The files of pages: their style, our own modules for the browser, and libraries of others, which we serve ourselves.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { transformSync } from 'amaro'
import type { FastifyInstance } from 'fastify'
import { RequestError } from '../errors.ts'
import { type LibraryFile, libraryFiles } from '../representation/html/libraries.ts'
import { respond } from './respond.ts'
import type { Services } from './services.ts'

const folder = join(import.meta.dirname, '../web')
const script = 'text/javascript'

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: script,
  mjs: script,
  png: 'image/png',
  svg: 'image/svg+xml',
}

/** What browsers show beside a page's name, and what other sites show where a page is shared. */
const images = ['favicon.svg', 'preview.png']

export async function assetRoutes(app: FastifyInstance, { store }: Services): Promise<void> {
  const tags = ['site']
  const style = await readStyle()
  const modules = await readModules()

  app.get('/style.css', { schema: { summary: 'The style sheet of the pages', tags } }, (request, reply) =>
    respond(request, reply, store.version(), { mediaType: 'text/css', variant: style, body: () => style }),
  )

  const named = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } as const
  const summary = 'A module of ours that makes pages handier in a browser'
  app.get('/web/:name', { schema: { summary, tags, params: named } }, (request, reply) => {
    const { name } = request.params as { name: string }
    const text = modules.get(name)
    if (text === undefined)
      throw new RequestError('entity-unknown', {
        en: `There is no module ${name}.`,
        fr: `Il n’y a pas de module ${name}.`,
      })
    return respond(request, reply, store.version(), { mediaType: script, variant: text, body: () => text })
  })

  for (const name of images) {
    const bytes = await readFile(join(folder, 'image', name))
    const mediaType = mediaTypes[name.split('.').at(-1)!]!
    app.get(`/${name}`, { schema: { summary: 'A picture of the site', tags } }, (request, reply) =>
      respond(request, reply, store.version(), { mediaType, body: () => bytes }),
    )
  }

  for (const [path, file] of Object.entries(libraryFiles)) {
    const { bytes, mediaType } = await readLibrary(file)
    app.get(
      `/${path}`,
      { schema: { summary: `${file.file} of the library ${file.library}`, tags } },
      (request, reply) => respond(request, reply, store.version(), { mediaType, variant: path, body: () => bytes }),
    )
  }
}

/** One style sheet of all: what every page has comes first, then what some have. */
async function readStyle(): Promise<string> {
  const styles = join(folder, 'style')
  const others = (await readdir(styles)).filter((file) => file !== 'base.css').sort()
  const sheets = await Promise.all(['base.css', ...others].map((file) => readFile(join(styles, file), 'utf8')))
  return sheets.join('\n')
}

/** Our modules are TypeScript whose types only have to be left out; they name each other by the files of their sources. */
async function readModules(): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  const entries = files.map(async (file): Promise<[string, string]> => {
    const { code } = transformSync(await readFile(join(folder, file), 'utf8'), { mode: 'strip-only' })
    return [file.replace(/\.ts$/, '.js'), code.replaceAll(/(from\s*'\.\/[\w-]+)\.ts'/g, "$1.js'")]
  })
  return new Map(await Promise.all(entries))
}

/** A file of an installed library, wherever that lies. */
async function readLibrary({ library, file }: LibraryFile): Promise<{ bytes: Buffer; mediaType: string }> {
  const folders = createRequire(import.meta.url).resolve.paths(library) ?? []
  const path = folders.map((modules) => join(modules, library, file)).find(existsSync)
  if (path === undefined) throw new Error(`${file} of ${library} is not installed: npm ci installs it`)
  return { bytes: await readFile(path), mediaType: mediaTypes[file.split('.').at(-1)!]! }
}
