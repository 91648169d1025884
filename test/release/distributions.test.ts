/**
 * Every file that the metadata lists is there as it says: with its size, its sum, its media type and what is read from it.
 */
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import canonize from 'rdf-canonize'
import { describe, expect, test } from 'vitest'
import { versionOf } from '../../src/dataset/version.ts'
import type { Quad, Term } from '../../src/rdf/environment.ts'
import { rdfFormats } from '../../src/rdf/formats.ts'
import { Lookup } from '../../src/rdf/lookup.ts'
import { cg, dcat, dcterms, spdx } from '../../src/rdf/namespaces.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { readRdf } from '../conformance/rdf.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const metadata = new Lookup(
  (await parse((await get('/dumps/latest/metadata.ttl')).body, { baseIri, file: 'metadata.ttl' })).map(
    ({ quad }) => quad,
  ),
)
const ofDataset = metadata.about({ value: `${baseIri}dataset` } as Term)
const distributions = ofDataset
  .filter(({ predicate }) => predicate.equals(dcat.distribution))
  .map(({ object }) => object)
const value = (subject: Term, property: unknown) => metadata.object(subject, property as Term)?.value
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const described = distributions.map((distribution) => ({
  name: value(distribution, dcterms.title)!,
  url: value(distribution, dcat.downloadURL)!,
  mediaType: value(distribution, dcat.mediaType)!.replace('https://www.iana.org/assignments/media-types/', ''),
  compressed: value(distribution, dcat.compressFormat) !== undefined,
  size: Number(value(distribution, dcat.byteSize)),
  sum: value(metadata.object(distribution, spdx.checksum!)!, spdx.checksumValue),
  statements: value(distribution, cg.statementCount),
}))

async function fetched({ url, compressed }: (typeof described)[number]): Promise<Buffer> {
  const { rawPayload } = await get(url.replace(baseIri, '/'))
  return compressed ? gunzipSync(rawPayload) : rawPayload
}

async function quadsOf(file: (typeof described)[number]): Promise<Quad[]> {
  const format = rdfFormats.find(({ mediaType }) => mediaType === file.mediaType)!
  return readRdf((await fetched(file)).toString(), format, 'http://another.example/')
}

test('every file of the release but those about it is a distribution', async () => {
  const { files } = (await get('/dumps/latest/')).json()
  const names = files.map(({ url }: { url: string }) => url.replace(/^.*\//, ''))
  const about = ['SHA256SUMS', 'citation.cff', 'metadata.ttl']
  expect(described.map(({ name }) => name).sort()).toEqual(names.filter((name: string) => !about.includes(name)).sort())
  expect(described.length).toBeGreaterThanOrEqual(26)
})

describe.each(described)('$name', (file) => {
  test('has the size, the sum and the media type that the metadata states', async () => {
    const { rawPayload, headers, statusCode } = await get(file.url.replace(baseIri, '/'))
    expect(statusCode).toBe(200)
    expect([rawPayload.length, sha256(rawPayload)]).toEqual([file.size, file.sum])
    const mediaType = file.compressed ? 'application/gzip' : file.mediaType
    expect(String(headers['content-type']).replace(/;.*/, '')).toBe(mediaType)
  })

  if (file.statements === undefined) return
  test('parses to the stated number of statements', async () => {
    const statements = new Set((await quadsOf(file)).map(toNQuad))
    expect(statements.size).toBe(Number(file.statements))
  })
})

const whole = described.filter(({ name }) => /^commons\.(nq|trig|jsonld)$/.test(name))

describe('the canonical hash', () => {
  test.each(whole)('of $name is the one in the version', async (file) => {
    expect(versionOf(await quadsOf(file))).toEqual(dataset.version)
  })

  test('is that of RDFC-1.0, as another implementation says', async () => {
    const nQuads = (await fetched(whole.find(({ name }) => name === 'commons.nq')!)).toString()
    const canonical = await canonize.canonize(nQuads, {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
      format: 'application/n-quads',
    })
    expect(canonical).toBe(nQuads)
    expect(sha256(Buffer.from(canonical))).toBe(dataset.version.sha256)
  })
})

test('what has a statement count is RDF, and RDF has one', () => {
  const formats = new Set(rdfFormats.map(({ mediaType }) => mediaType))
  expect(
    described.filter(({ mediaType, statements }) => formats.has(mediaType) !== (statements !== undefined)),
  ).toEqual([])
})
