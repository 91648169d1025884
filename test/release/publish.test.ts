import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { versionOf } from '../../src/dataset/version.ts'
import { JsonLd } from '../../src/rdf/jsonld.ts'
import { Lookup } from '../../src/rdf/lookup.ts'
import { dcat } from '../../src/rdf/namespaces.ts'
import { parse } from '../../src/rdf/parse.ts'
import { defaultGraph, iri, literal, type Quad } from '../../src/rdf/terms.ts'
import { type PublishOptions, publish } from '../../src/release/publish.ts'
import { StoredReleases } from '../../src/release/stored-releases.ts'
import { quad } from '../store/snapshot/quads.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function optionsFor(publicUrl = 'http://x/'): Promise<PublishOptions> {
  const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-publish-'))
  folders.push(releasesDir)
  return { releasesDir, publicUrl, jsonLd: new JsonLd('http://x/context', { '@context': {} }) }
}

function datasetOf(object: Quad['object']) {
  const quads = [quad(iri('http://x/s'), iri('http://x/p'), object, defaultGraph)] as never[]
  return { baseIri: 'http://x/', quads, version: versionOf(quads) }
}

async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'base64')] as const)),
  )
}

/** The versions that a release's metadata names one before the other. */
async function previousVersions({ releasesDir }: PublishOptions, name: string): Promise<string[]> {
  const text = await readFile(join(releasesDir, name, 'metadata.ttl'), 'utf8')
  const said = new Lookup((await parse(text, { baseIri: 'urn:x:', file: 'metadata.ttl' })).map(({ quad }) => quad))
  const before: string[] = []
  const [start] = said.using(dcat.hasCurrentVersion!)
  for (
    let node = said.object(start!.object, dcat.previousVersion!);
    node;
    node = said.object(node, dcat.previousVersion!)
  ) {
    before.push(said.object(node, dcat.version!)!.value)
  }
  return before
}

describe('a release', () => {
  test.each([
    ['a text', literal('text'), true],
    ['a character that XML forbids', literal('\u0001'), false],
  ])('of %s', async (_, object, isThere) => {
    const options = await optionsFor()
    const { version } = await publish(datasetOf(object), options)
    const names = await readdir(join(options.releasesDir, version.name))
    expect([names.includes('commons.rdf'), names.includes('commons.nq')]).toEqual([isThere, true])
    expect(await readdir(options.releasesDir)).toEqual([version.name, 'published.txt'])
  })

  test('that is there is left as it is', async () => {
    const options = await optionsFor()
    const dataset = datasetOf(literal('text'))
    const first = await publish(dataset, options)
    const folder = join(options.releasesDir, dataset.version.name)
    const { ino, mtimeMs } = await stat(join(folder, 'SHA256SUMS'))
    const second = await publish(dataset, options)
    expect(second.description).toEqual(first.description)
    expect(await stat(join(folder, 'SHA256SUMS'))).toMatchObject({ ino, mtimeMs })
    expect(await readdir(options.releasesDir)).toEqual([dataset.version.name, 'published.txt'])
  })

  test('is the same bytes when it is made again', async () => {
    const dataset = datasetOf(literal('text'))
    const [one, other] = [await optionsFor(), await optionsFor()]
    for (const options of [one, other]) await publish(dataset, options)
    const [first, second] = await Promise.all(
      [one, other].map(({ releasesDir }) => contentsOf(join(releasesDir, dataset.version.name))),
    )
    expect(first).toEqual(second)
  })

  test('says where it is served now, and keeps its files', async () => {
    const options = await optionsFor()
    const dataset = datasetOf(literal('text'))
    const folder = join(options.releasesDir, dataset.version.name)
    await publish(dataset, options)
    const before = await contentsOf(folder)
    const { description } = await publish(dataset, { ...options, publicUrl: 'https://elsewhere.example/' })
    const after = await contentsOf(folder)
    const changed = Object.keys(before).filter((name) => before[name] !== after[name])
    expect(changed).toEqual(['SHA256SUMS', 'citation.cff', 'metadata.ttl'])
    expect(Object.keys(after)).toEqual(Object.keys(before))
    expect(description.some(({ object }) => object.value.startsWith('https://elsewhere.example/dumps/'))).toBe(true)
    expect(await new StoredReleases(options.releasesDir, 'http://x/dataset').names()).toEqual([dataset.version.name])
    expect(await readdir(options.releasesDir)).toEqual([dataset.version.name, 'published.txt'])
  })

  test('names those before it, in their order, also when they are of one day', async () => {
    const options = await optionsFor()
    const names: string[] = []
    for (const text of ['one', 'two', 'three', 'four']) {
      const { version } = await publish(datasetOf(literal(text)), options)
      names.unshift(version.name)
    }
    const releases = new StoredReleases(options.releasesDir, 'http://x/dataset')
    expect(await releases.names()).toEqual(names)
    const before = await previousVersions(options, names[0]!)
    expect(before).toEqual(names.slice(1))
    // Data that is changed back is current again, and comes after what came between.
    await rm(join(options.releasesDir, names[2]!, 'commons.nt'))
    await publish(datasetOf(literal('two')), options)
    const [four, three, two, one] = names as [string, string, string, string]
    expect(await releases.names()).toEqual([two, four, three, one])
    expect(await previousVersions(options, two)).toEqual([four, three, one])
    expect((await releases.publications()).map(({ name, time }) => [name, time])).toEqual([
      [one, 1],
      [two, 1],
      [three, 1],
      [four, 1],
      [two, 2],
    ])
    // Nothing is said twice of what is there already.
    await publish(datasetOf(literal('two')), options)
    expect(await releases.publications()).toHaveLength(5)
  })

  test('does not name those of another dataset, and those are not there for it', async () => {
    const options = await optionsFor()
    const elsewhere = { ...datasetOf(literal('other')), baseIri: 'http://y/' }
    await publish(elsewhere, options)
    const { version } = await publish(datasetOf(literal('text')), options)
    expect(await previousVersions(options, version.name)).toEqual([])
    const releases = new StoredReleases(options.releasesDir, 'http://x/dataset')
    expect(await releases.names()).toEqual([version.name])
    expect(await releases.release(elsewhere.version.name)).toBeUndefined()
  })

  test('that was made before there was a register is older than those after', async () => {
    const options = await optionsFor()
    const first = await publish(datasetOf(literal('one')), options)
    await rm(join(options.releasesDir, 'published.txt'))
    const second = await publish(datasetOf(literal('two')), options)
    const releases = new StoredReleases(options.releasesDir, 'http://x/dataset')
    expect(await releases.names()).toEqual([second.version.name, first.version.name])
    expect((await releases.publications()).map(({ name }) => name)).toEqual([first.version.name, second.version.name])
  })

  test('takes away what others left behind an hour ago, and nothing that is not theirs', async () => {
    const options = await optionsFor()
    const draft = (digit: number) => `2000-01-01-${'0'.repeat(64)}.00000000-0000-4000-8000-00000000000${digit}.tmp`
    const paths = [draft(0), draft(1), 'my-work.tmp'].map((name) => join(options.releasesDir, name)) as [
      string,
      string,
      string,
    ]
    const [old, fresh, foreign] = paths
    const before = new Date(Date.now() - 2 * 60 * 60 * 1000)
    for (const path of paths) {
      await mkdir(path)
      await writeFile(join(path, 'commons.nq'), '')
    }
    for (const path of [join(old, 'commons.nq'), old, fresh, join(foreign, 'commons.nq'), foreign]) {
      await utimes(path, before, before)
    }
    await publish(datasetOf(literal('text')), options)
    const left = (await readdir(options.releasesDir)).filter((name) => name.endsWith('.tmp'))
    expect(left.toSorted()).toEqual([basename(fresh), basename(foreign)].toSorted())
  })

  test('where nothing can be written is a fault with the folder and why', async () => {
    const options = await optionsFor()
    const file = join(options.releasesDir, 'file')
    await writeFile(file, '')
    const publishing = publish(datasetOf(literal('text')), { ...options, releasesDir: file })
    await expect(publishing).rejects.toThrow(`RELEASES_DIR=${file}: cannot be written to (EEXIST)`)
  })

  test('of which many are made at once is there once, whole', async () => {
    const options = await optionsFor()
    const dataset = datasetOf(literal('text'))
    await Promise.all(Array.from({ length: 6 }, () => publish(dataset, options)))
    expect(await readdir(options.releasesDir)).toEqual([dataset.version.name, 'published.txt'])
    expect(await new StoredReleases(options.releasesDir, 'http://x/dataset').names()).toEqual([dataset.version.name])
  })
})
