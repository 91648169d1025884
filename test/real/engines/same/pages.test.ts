/**
 * Every page, and every format, over an engine of others is what it is over the store in this process, but for the order of
 * what nothing orders.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { createServer } from '../../../../src/server.ts'
import { app } from '../../../support/app.ts'
import { baseIri, config } from '../../../support/dataset.ts'

const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-pages-'))
const ours = await createServer({ ...config, releasesDir })
afterAll(async () => {
  await ours.close()
  await rm(releasesDir, { recursive: true, force: true })
})

const { body: sitemap } = await ours.app.inject('/sitemap.xml')
const listed = Array.from(sitemap.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address]) =>
  address!.replaceAll('&amp;', '&').slice(baseIri.length - 1),
)
const further = [
  ...['/search?q=jardin', '/search?q=coopérative épicerie', '/lookup?wikidata=Q648', '/near?from=mutualab'],
  ...['/data/mutualab', '/data/mutualab.ttl', '/data/mutualab.geojson', '/data/nothing', '/dataset.ttl', '/links.json'],
  ...[
    '/graphs?default',
    `/graphs?graph=${encodeURIComponent(`${baseIri}graph/links`)}`,
    '/sparql',
    '/sparql/vocabulary.json',
  ],
  ...['/commons.csv', '/quality.csv', '/map.geojson', '/map.csv', '/agenda.csv', '/graph-of/mutualab.json'],
  ...['/compare?c=la-coroutine&c=communecter', '/page/mutualab?asOf=2016-12-31', '/change?thing=id/mutualab'],
  ...[
    '/reconcile',
    '/reconcile?query=mutualab',
    '/reconcile/suggest/entity?prefix=mut',
    '/reconcile/properties?type=cg:Commons',
  ],
].map(encodeURI)

/** Of the service: our functions of places are those of no engine. */
const description = /^\/sparql(\?lang=en)?$/

/** What is otherwise by the engine, or by what is not ordered and of which only the first are shown. */
const otherwise: Readonly<Record<string, readonly RegExp[]>> = {
  fuseki: [/^\/sources\?/, description],
  virtuoso: [
    /^\/sources\?/,
    description,
    // A path of length zero; YEAR of an unbound variable.
    /^\/queries\/(farm-land-structures|quality-facts-by-year)\?/,
    // MIN of IRIs is a literal; EXISTS is an integer.
    /^\/queries\/((funding|governance|legal)-statements|what-each-item-is)\?/,
  ],
}

/** The pieces of a document, sorted, its numbers to the millionth: sums depend on the order. */
function pieces(body: string): string[] {
  return body
    .replaceAll(/urn:uuid:[-0-9a-f]+/g, '')
    .replaceAll(/(?<=\d\.\d{6})\d+/g, '')
    .split(/[<>\n,;:{}[\]]+/)
    .map((piece) => piece.trim())
    .sort()
}

test.each([...new Set([...listed.filter((path) => !path.includes('lang=fr')), ...further])])('%s', async (path) => {
  const [here, there] = await Promise.all([ours.app.inject(path), app.inject(path)])
  const isSame = there.statusCode === here.statusCode && String(pieces(there.body)) === String(pieces(here.body))
  const isOtherwise = otherwise[inject('engineName')!]!.some((pattern) => pattern.test(path))
  expect({ path, status: there.statusCode, isSame }).toMatchObject({ path, isSame: !isOtherwise })
})
