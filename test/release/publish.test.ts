import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { versionOf } from '../../src/dataset/version.ts'
import { JsonLd } from '../../src/rdf/jsonld.ts'
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

describe('a release', () => {
  test.each([
    ['a text', literal('text'), true],
    ['a character that XML forbids', literal('\u0001'), false],
  ])('of %s', async (_, object, isThere) => {
    const options = await optionsFor()
    const { version } = await publish(datasetOf(object), options)
    const names = await readdir(join(options.releasesDir, version.name))
    expect([names.includes('commons.rdf'), names.includes('commons.nq')]).toEqual([isThere, true])
    expect(await readdir(options.releasesDir)).toEqual([version.name])
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
    expect(await readdir(options.releasesDir)).toEqual([dataset.version.name])
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
    expect(await new StoredReleases(options.releasesDir).names()).toEqual([dataset.version.name])
    expect(await readdir(options.releasesDir)).toEqual([dataset.version.name])
  })

  test('names those before it, in their order, also when they are of one day', async () => {
    const options = await optionsFor()
    const names: string[] = []
    for (const text of ['one', 'two', 'three', 'four']) {
      const { version } = await publish(datasetOf(literal(text)), options)
      names.unshift(version.name)
    }
    const releases = new StoredReleases(options.releasesDir)
    expect(await releases.names()).toEqual(names)
    expect((await releases.release(names[0]!))!.history.earlier).toEqual(names.slice(1))
    // One that is made again keeps its place.
    await rm(join(options.releasesDir, names[2]!, 'commons.nt'))
    await publish(datasetOf(literal('two')), options)
    expect((await releases.release(names[2]!))!.history.earlier).toEqual(names.slice(3))
    expect(await releases.names()).toEqual(names)
  })

  test('of which many are made at once is there once, whole', async () => {
    const options = await optionsFor()
    const dataset = datasetOf(literal('text'))
    await Promise.all(Array.from({ length: 6 }, () => publish(dataset, options)))
    expect(await readdir(options.releasesDir)).toEqual([dataset.version.name])
    expect(await new StoredReleases(options.releasesDir).names()).toEqual([dataset.version.name])
  })
})
