/**
 * A server over a folder that has a release from before: what changed since, and what was there then.
 */
import { appendFile, cp, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { versionOf } from '../../src/dataset/version.ts'
import { type Quad, rdf, toTriple } from '../../src/rdf/environment.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { publish } from '../../src/release/publish.ts'
import { createServer, type Server } from '../../src/server.ts'
import { baseIri, config, dataset } from '../support/dataset.ts'
import { jsonLd } from '../support/release.ts'

const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-releases-'))
const [first, ...others] = dataset.quads
const node = (path: string) => rdf.namedNode(baseIri + path)
const label = rdf.namedNode('http://www.w3.org/2000/01/rdf-schema#label')
const gone = rdf.quad(node('id/gone'), label, rdf.literal('Parti <b>"là"</b>', 'fr'), node('graph/editorial')) as Quad
const before = [...others, gone]
const earlier = versionOf(before).name
const { name } = dataset.version
const dumps = `${baseIri}dumps/`

let server: Server
const get = (url: string, accept?: string, headers: Record<string, string> = {}) =>
  server.app.inject({ url, headers: { ...headers, ...(accept && { accept }) } })

beforeAll(async () => {
  await publish({ baseIri, quads: before, version: versionOf(before) }, { releasesDir, publicUrl: baseIri, jsonLd })
  server = await createServer({ ...config, releasesDir })
}, 60_000)
afterAll(async () => {
  await server.close()
  await rm(releasesDir, { recursive: true })
})

const listed = async () =>
  (await get('/dumps/')).json().files.map(({ url }: { url: string }) => url.slice(dumps.length, -1))

describe('releases before this one', () => {
  test('are listed, the newest first, though both are of one day', async () => {
    expect(earlier.slice(0, 10)).toBe(name.slice(0, 10))
    expect(await listed()).toEqual([name, earlier, 'latest'])
  })

  test('are a page: the day of each, how many files it has, and what changed since the one before', async () => {
    const { body } = await get('/dumps/?lang=en', 'text/html')
    const items = body
      .match(/<ol class="releases".*?<\/ol>/s)![0]
      .split('<li>')
      .slice(1)
    expect(items).toHaveLength(2)
    for (const [index, version] of [name, earlier].entries()) {
      const { files } = (await get(`/dumps/${version}/`)).json()
      expect(items[index]).toContain(`<time datetime="${version.slice(0, 10)}">`)
      expect(items[index]).toContain(`>${version.slice(11, 23)}</code>`)
      expect(items[index]).toContain(`${files.length} files`)
    }
    expect(items[0]).toMatch(new RegExp(`href="/dumps/${earlier}\\.\\.${name}`))
    expect(items[1]).not.toContain('..')
    expect(body).toContain('/dumps/latest/')
    expect(body).toMatch(/<main.*href="\/dataset.*<\/main>/s)
    // Names of 75 characters are for machines.
    expect(body.replaceAll(/<[^>]*>/g, '')).not.toContain(name)
    const own = await get(`/dumps/${name}/?lang=en`, 'text/html')
    expect(own.body).toMatch(new RegExp(`href="/dumps/${earlier}\\.\\.${name}`))
    expect(own.body).toContain('All, with the passage of each fact, as TriG')
  })

  test('are named by those that came after them', async () => {
    const version = (of: string) => `<${baseIri}dataset#version-${of}>`
    const { body } = await get('/dataset', 'application/n-triples')
    expect(body).toContain(`${version(name)} <http://www.w3.org/ns/dcat#previousVersion> ${version(earlier)} .`)
    expect(body).toContain(`<${baseIri}dataset> <http://www.w3.org/ns/dcat#hasCurrentVersion> ${version(name)} .`)
    const own = await get(`/dumps/${earlier}/metadata.ttl`)
    expect(own.body).not.toContain('previousVersion')
  })

  test('are served, and their files are of their day', async () => {
    const { headers, statusCode } = await get(`/dumps/${earlier}/commons.nq`)
    expect([statusCode, headers['last-modified']]).toEqual([200, new Date(earlier.slice(0, 10)).toUTCString()])
  })

  test.each([
    ['a byte more', (folder: string) => appendFile(join(folder, 'commons.nq'), ' ')],
    ['a truncated file', (folder: string) => truncate(join(folder, 'commons.ttl'), 1000)],
    ['a file that is gone', (folder: string) => rm(join(folder, 'commons.trig.gz'))],
    ['no checksums', (folder: string) => rm(join(folder, 'SHA256SUMS'))],
    ['other checksums', (folder: string) => writeFile(join(folder, 'SHA256SUMS'), 'x\n')],
    ['no metadata', (folder: string) => rm(join(folder, 'metadata.ttl'))],
  ])('are not there with %s, also when they were', async (_, damage) => {
    const folder = join(releasesDir, earlier)
    const kept = `${folder}.kept`
    await cp(folder, kept, { recursive: true })
    expect((await get(`/dumps/${earlier}/commons.nt`)).statusCode).toBe(200)
    await damage(folder)
    for (const path of ['', 'commons.nq', 'commons.nt', 'SHA256SUMS']) {
      expect([path, (await get(`/dumps/${earlier}/${path}`)).statusCode]).toEqual([path, 404])
    }
    expect(await listed()).toEqual([name, 'latest'])
    expect((await get('/dumps/changes.atom')).body.match(/<entry>/g)).toHaveLength(1)
    await rm(folder, { recursive: true })
    await cp(kept, folder, { recursive: true })
    await rm(kept, { recursive: true })
    expect(await listed()).toEqual([name, earlier, 'latest'])
  })

  test('are not there under the name of other data', async () => {
    const other = `2016-03-17-${'0'.repeat(64)}`
    await cp(join(releasesDir, earlier), join(releasesDir, other), { recursive: true })
    expect((await get(`/dumps/${other}/`)).statusCode).toBe(404)
    await rm(join(releasesDir, other), { recursive: true })
  })
})

describe('what changed between two releases', () => {
  const lineOf = (quad: Quad) => toNQuad(quad).trimEnd()

  test('is an RDF Patch', async () => {
    const { body, headers } = await get(`/dumps/${earlier}..latest`, 'application/rdf-patch')
    expect(headers['content-type']).toBe('application/rdf-patch')
    expect(body.split('\n')).toEqual([
      `H id <${dumps}${earlier}..${name}> .`,
      `H from <${dumps}${earlier}/> .`,
      `H to <${dumps}${name}/> .`,
      'TX .',
      `D ${lineOf(gone)}`,
      `A ${lineOf(first!)}`,
      'TC .',
      '',
    ])
    const back = (await get(`/dumps/${name}..${earlier}`)).body
    expect(back).toContain(`\nA ${lineOf(gone)}\n`)
    expect((await get(`/dumps/${name}..${name}`)).body.split('\n').slice(3)).toEqual(['TX .', 'TC .', ''])
  })

  test('is a page, in both languages, with nothing in it but text', async () => {
    const { body, headers } = await get(`/dumps/${earlier}..${name}?lang=en`, 'text/html')
    expect(headers['content-type']).toContain('text/html')
    expect(body).toContain('<h2>Gone (1)</h2>')
    expect(body).toContain('<h2>New (1)</h2>')
    expect(body).toContain('Parti &#60;b&#62;')
    expect(body).not.toContain('<b>')
    expect((await get(`/dumps/${earlier}..${name}?lang=fr`, 'text/html')).body).toContain('<h2>Retiré (1)</h2>')
  })

  test.each([
    [`${earlier}..2016-01-01-abc`, 404],
    [`${earlier}..`, 404],
    [`${earlier}..${name}..${name}`, 308],
  ])('%s is %i', async (path, status) => {
    expect((await get(`/dumps/${path}`)).statusCode).toBe(status)
  })

  test('comes in the formats that it has', async () => {
    expect((await get(`/dumps/${earlier}..${name}`, 'text/turtle')).statusCode).toBe(406)
  })

  test('is an entry of the feed, which is the same until there is another release', async () => {
    const { body, headers } = await get('/dumps/changes.atom?lang=en')
    expect(headers['content-type']).toBe('application/atom+xml')
    expect(body.match(/<entry>/g)).toHaveLength(2)
    expect(body).toContain(`<id>${baseIri}dataset</id>`)
    expect(body).toContain(`<updated>${name.slice(0, 10)}T00:00:00.000Z</updated>`)
    expect(body).toContain(`Gone (1), New (1). <a href="${dumps}${earlier}..${name}">`)
    expect((await get('/dumps/changes.atom?lang=en', undefined, { 'if-none-match': headers.etag! })).statusCode).toBe(
      304,
    )
    expect((await get('/dumps/changes.atom', undefined, { 'accept-language': 'fr' })).body).toContain('Retiré (1)')
  })
})

describe('the current release', () => {
  test('is made anew when it is damaged or taken away under a running server', async () => {
    for (const damage of [
      () => truncate(join(releasesDir, name, 'commons.ttl'), 100),
      () => rm(join(releasesDir, name), { recursive: true }),
    ]) {
      await damage()
      expect((await get('/dumps/changes.atom')).statusCode).toBe(200)
      for (const path of ['commons.ttl', 'SHA256SUMS', '']) {
        expect([path, (await get(`/dumps/latest/${path}`)).statusCode]).toEqual([path, 200])
      }
      expect(await listed()).toEqual([name, earlier, 'latest'])
    }
  })

  test('says of itself what the server says', async () => {
    const read = async (url: string) =>
      (await parse((await get(url, 'text/turtle')).body, { baseIri, file: 'x.ttl' })).map(({ quad }) =>
        toNQuad(toTriple(quad)),
      )
    expect(new Set(await read('/dumps/latest/metadata.ttl'))).toEqual(new Set(await read('/graph/dataset')))
  })
})

describe('a thing that was in an earlier release', () => {
  test.each(['/id/gone', '/data/gone', '/page/gone', '/data/gone.ttl'])(
    'is gone at %s, and the release named',
    async (url) => {
      const { statusCode, body } = await get(url, 'application/json')
      expect(statusCode).toBe(410)
      expect(JSON.parse(body)).toMatchObject({ code: 'entity-withdrawn', release: `${dumps}${earlier}/` })
    },
  )

  test.each(['/id/never', '/id/gon', '/id/gone2', '/id/', '/id/%F0%9F%8C%B1', '/id/aaa', '/id/zzz'])(
    'is told from one that never was: %s',
    async (url) => {
      expect((await get(url, 'application/json')).statusCode).toBe(404)
    },
  )

  test('every subject of the earlier release is found in it', async () => {
    const { releaseThatSpeaksOf } = await import('../../src/release/spoken-of.ts')
    const { StoredReleases } = await import('../../src/release/stored-releases.ts')
    const releases = new StoredReleases(releasesDir, `${baseIri}dataset`)
    const subjects = [...new Set(before.map(({ subject }) => subject.value))]
    const found = await Promise.all(subjects.map((iri) => releaseThatSpeaksOf(iri, [earlier], releases)))
    expect(found.filter((release) => release !== earlier)).toEqual([])
  })
})
