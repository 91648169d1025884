import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { canonicalNQuads, versionOf } from '../../src/dataset/version.ts'
import type { Quad } from '../../src/rdf/environment.ts'
import { toTriple } from '../../src/rdf/environment.ts'
import { rdfFormats } from '../../src/rdf/formats.ts'
import { readRdf } from '../conformance/rdf.ts'
import { app, get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const fetchDump = async (extension: string) => {
  const { statusCode, rawPayload } = await get(`/dumps/latest/commons.${extension}`)
  expect(statusCode).toBe(200)
  return rawPayload
}

async function readDump(extension: string): Promise<Quad[]> {
  const format = rdfFormats.find((candidate) => candidate.extension === extension)!
  return readRdf((await fetchDump(extension)).toString(), format, 'http://another.example/')
}

describe('the dumps', () => {
  test.each(['nq', 'trig', 'jsonld'])(
    '%s carries the whole dataset, and its hash is the version',
    async (extension) => {
      const quads = await readDump(extension)
      expect(quads).toHaveLength(dataset.quads.length)
      expect(versionOf(quads)).toEqual(dataset.version)
    },
  )

  test.each(['ttl', 'nt', 'rdf'])('%s carries the union graph, and says so', async (extension) => {
    expect(canonicalNQuads(await readDump(extension))).toEqual(canonicalNQuads(dataset.quads.map(toTriple)))
    expect((await fetchDump(extension)).toString()).toMatch(/^(# |<\?xml [^>]*\?>\n<!-- )The union of all graphs/)
  })

  test.each(['jsonld', 'nq', 'trig', 'ttl', 'nt', 'rdf'])('%s is there compressed, whole', async (extension) => {
    const { headers, rawPayload } = await get(`/dumps/latest/commons.${extension}.gz`, undefined, {
      'accept-encoding': 'gzip',
    })
    expect(headers['content-type']).toBe('application/gzip')
    expect(headers['content-encoding']).toBeUndefined()
    expect(gunzipSync(rawPayload)).toEqual(await fetchDump(extension))
  })

  test('SHA256SUMS holds the sum of every other file', async () => {
    const sums = (await get('/dumps/latest/SHA256SUMS')).body.trimEnd().split('\n')
    expect(sums).toHaveLength(28)
    for (const line of sums) {
      const [sum, name] = line.split('  ')
      const { rawPayload } = await get(`/dumps/latest/${name}`)
      expect([name, createHash('sha256').update(rawPayload).digest('hex')]).toEqual([name, sum])
    }
  })

  test('the sum of the N-Quads is the one in the version', async () => {
    expect(
      createHash('sha256')
        .update(await fetchDump('nq'))
        .digest('hex'),
    ).toBe(dataset.version.sha256)
  })

  test('the JSON-LD dump carries its context inside and reads by eye', async () => {
    const document = JSON.parse((await fetchDump('jsonld')).toString())
    expect(document['@context'].name).toEqual({ '@id': 'rdfs:label', '@container': '@language' })
  })

  test('listings name every file, under latest and under the version', async () => {
    const releases = (await get('/dumps/')).json().files.map(({ url }: { url: string }) => url)
    expect(releases).toEqual([`${baseIri}dumps/${dataset.version.name}/`, `${baseIri}dumps/latest/`])
    for (const version of ['latest', dataset.version.name]) {
      const { files } = (await get(`/dumps/${version}/`)).json()
      expect(files).toHaveLength(29)
      for (const { url } of files) expect((await get(url.replace(baseIri, '/'))).statusCode).toBe(200)
    }
    expect((await get('/dumps/latest/', 'text/html')).body).toContain('commons.jsonld.gz')
  })

  test.each(['/dumps/2016-01-01-abc/', '/dumps/latest/commons.exe', '/dumps/2016-01-01-abc/commons.nq'])(
    '%s is not there',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404)
    },
  )
})

describe('a file of a release', () => {
  const { name } = dataset.version
  const path = `/dumps/${name}/commons.nq`

  test('never changes under its version, and may under latest', async () => {
    const { headers, rawPayload } = await get(path)
    const sha256 = createHash('sha256').update(rawPayload).digest('hex')
    expect(headers).toMatchObject({
      etag: `"${sha256}"`,
      'last-modified': new Date(dataset.version.date).toUTCString(),
      'cache-control': 'public, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'content-length': String(rawPayload.length),
      vary: expect.stringContaining('Accept-Encoding'),
    })
    const latest = await get('/dumps/latest/commons.nq')
    expect(latest.headers).toMatchObject({ etag: `"${sha256}"`, 'cache-control': 'no-cache' })
    expect(latest.headers.link).toContain(`<${baseIri}${path.slice(1)}>; rel="canonical"`)
    expect((await get(`/dumps/${name}/metadata.ttl`)).headers['cache-control']).toBe('no-cache')
  })

  test.each([
    ['bytes=0-9', 0, 10],
    ['bytes=100-', 100, undefined],
    ['bytes=-7', -7, undefined],
    ['bytes=5-5', 5, 6],
  ])('is sent in part for %s', async (range, from, to) => {
    const whole = (await get(path)).rawPayload
    const part = await get(path, undefined, { range, 'accept-encoding': 'gzip' })
    const expected = whole.subarray(from, to)
    const first = from < 0 ? whole.length + from : from
    expect(part.statusCode).toBe(206)
    expect(part.rawPayload.equals(expected)).toBe(true)
    expect(part.headers).toMatchObject({
      'content-range': `bytes ${first}-${first + expected.length - 1}/${whole.length}`,
      'content-length': String(expected.length),
    })
    expect(part.headers['content-encoding']).toBeUndefined()
  })

  test.each(['bytes=0-1,5-6', 'lines=1-2', 'bytes=9-1', 'nonsense'])('is sent whole for %s', async (range) => {
    const { statusCode, rawPayload } = await get(path, undefined, { range })
    expect(statusCode).toBe(200)
    expect(rawPayload.equals((await get(path)).rawPayload)).toBe(true)
  })

  test('a range behind its end is refused, with its length', async () => {
    const { statusCode, headers, rawPayload } = await get(path, undefined, { range: 'bytes=999999999-' })
    const size = (await get(path)).rawPayload.length
    expect([statusCode, headers['content-range'], rawPayload.length]).toEqual([416, `bytes */${size}`, 0])
  })

  test('can be gone on with if it is the same, and is sent whole if not', async () => {
    const { etag, 'last-modified': modified } = (await get(path)).headers as Record<string, string>
    const statusFor = async (condition: string, url = path) =>
      (await get(url, undefined, { range: 'bytes=10-', 'if-range': condition })).statusCode
    expect(await statusFor(etag!)).toBe(206)
    expect(await statusFor(modified!)).toBe(206)
    expect(await statusFor('"another"')).toBe(200)
    expect(await statusFor(new Date(0).toUTCString())).toBe(200)
    // Two releases of one day have the same date.
    for (const url of ['/dumps/latest/commons.nq', `/dumps/${name}/metadata.ttl`]) {
      expect(await statusFor(modified!, url)).toBe(200)
    }
  })

  test('is not sent again to whoever has it', async () => {
    const { etag, 'last-modified': modified } = (await get(path)).headers as Record<string, string>
    const statusFor = async (headers: Record<string, string>) => {
      const { statusCode, rawPayload } = await get(path, undefined, headers)
      return [statusCode, rawPayload.length > 0]
    }
    expect(await statusFor({ 'if-none-match': etag! })).toEqual([304, false])
    expect(await statusFor({ 'if-none-match': etag!.replace(/"$/, '.gzip"') })).toEqual([304, false])
    expect(await statusFor({ 'if-modified-since': modified! })).toEqual([304, false])
    expect(await statusFor({ 'if-modified-since': new Date(0).toUTCString() })).toEqual([200, true])
    expect(await statusFor({ 'if-modified-since': modified!, 'if-none-match': '"another"' })).toEqual([200, true])
    expect(await statusFor({ 'if-modified-since': 'yesterday' })).toEqual([200, true])
  })

  test('is sent as it lies compressed beside it, to whoever takes that', async () => {
    const plain = await get(path)
    const { headers, rawPayload } = await get(path, undefined, { 'accept-encoding': 'gzip, br' })
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-length': String(rawPayload.length),
      etag: String(plain.headers.etag).replace(/"$/, '.gzip"'),
    })
    expect(gunzipSync(rawPayload).equals(plain.rawPayload)).toBe(true)
    const refused = await get(path, undefined, { 'accept-encoding': 'gzip;q=0' })
    expect(refused.headers['content-encoding']).toBeUndefined()
  })

  test('is not sent to whoever wants another', async () => {
    const { etag, 'last-modified': modified } = (await get(path)).headers as Record<string, string>
    const statusFor = async (headers: Record<string, string>) =>
      (await get(path, 'application/json', headers)).statusCode
    expect(await statusFor({ 'if-match': '"another"' })).toBe(412)
    expect(await statusFor({ 'if-match': `W/${etag}` })).toBe(412)
    expect(await statusFor({ 'if-match': `"another", ${etag}` })).toBe(200)
    expect(await statusFor({ 'if-match': '*' })).toBe(200)
    expect(await statusFor({ 'if-unmodified-since': new Date(0).toUTCString() })).toBe(412)
    expect(await statusFor({ 'if-unmodified-since': modified! })).toBe(200)
    expect(await statusFor({ 'if-match': etag!, 'if-unmodified-since': new Date(0).toUTCString() })).toBe(200)
  })

  test('says of itself in HEAD what it says in GET', async () => {
    const { headers, rawPayload, statusCode } = await app.inject({
      method: 'HEAD',
      url: path,
      headers: { range: 'bytes=0-9' },
    })
    const got = await get(path)
    expect([statusCode, rawPayload.length]).toEqual([200, 0])
    for (const header of ['content-length', 'etag', 'content-type', 'last-modified', 'accept-ranges']) {
      expect(headers[header]).toEqual(got.headers[header])
    }
  })
})
