/**
 * What changed between two files, whatever is written in them.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { versionOf } from '../../src/dataset/version.ts'
import { rdf } from '../../src/rdf/environment.ts'
import { JsonLd } from '../../src/rdf/jsonld.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { differenceOf } from '../../src/release/difference.ts'
import { publish } from '../../src/release/publish.ts'
import { StoredReleases } from '../../src/release/stored-releases.ts'

const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-difference-'))
afterAll(() => rm(releasesDir, { recursive: true }))

const baseIri = 'http://x/'
const jsonLd = new JsonLd(`${baseIri}context`, { '@context': {} })
const releases = new StoredReleases(releasesDir, `${baseIri}dataset`)
const quadOf = (subject: string, text: string) =>
  rdf.quad(rdf.namedNode(baseIri + subject), rdf.namedNode(`${baseIri}p`), rdf.literal(text, 'en')) as never

async function release(...quads: never[]): Promise<string> {
  const version = versionOf(quads)
  await publish({ baseIri, quads, version }, { releasesDir, publicUrl: baseIri, jsonLd })
  return version.name
}

const texts = [
  'line\u2028separator',
  'paragraph\u2029separator',
  'next\u0085line',
  'carriage\rreturn',
  'line\nfeed',
  '\u{1F331}',
  '\uFFFF',
]

test.each(texts)('%j is one statement, and what did not change is not told', async (text) => {
  const kept = texts.map((other, index) => quadOf(`kept-${index}`, other))
  const [before, after] = [await release(...kept, quadOf('old', text)), await release(...kept, quadOf('new', text))]
  expect(await differenceOf(releases, before, after)).toEqual({
    from: before,
    to: after,
    removed: [toNQuad(quadOf('old', text)).trimEnd()],
    added: [toNQuad(quadOf('new', text)).trimEnd()],
  })
})

test('lines longer than what is read at once are compared whole', async () => {
  const long = 'x'.repeat(200_000)
  const [before, after] = [
    await release(quadOf('a', `${long}1`)),
    await release(quadOf('a', `${long}2`), quadOf('b', long)),
  ]
  const { removed, added } = await differenceOf(releases, before, after)
  expect([removed.length, added.length]).toEqual([1, 2])
})
