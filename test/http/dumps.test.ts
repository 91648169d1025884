import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { canonicalNQuads, versionOf } from '../../src/dataset/version.ts'
import type { Quad } from '../../src/rdf/environment.ts'
import { toTriple } from '../../src/rdf/environment.ts'
import { nQuads, rdfFormats } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const fetchDump = async (extension: string) => {
  const { statusCode, rawPayload } = await get(`/dumps/latest/commons.${extension}`)
  expect(statusCode).toBe(200)
  return rawPayload
}

async function readDump(extension: string): Promise<Quad[]> {
  let text = (await fetchDump(extension)).toString()
  let format = rdfFormats.find((candidate) => candidate.extension === extension)!
  if (extension === 'jsonld') {
    const documentLoader = (url: string) => Promise.reject(new Error(`asked for ${url}`))
    text = (await jsonld.toRDF(JSON.parse(text), {
      format: 'application/n-quads',
      documentLoader,
    } as never)) as unknown as string
    format = nQuads
  }
  return (await parse(text, { baseIri: 'http://another.example/', file: '', format })).map(({ quad }) => quad)
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

  test.each(['ttl', 'nt'])('%s carries the union graph, and says so', async (extension) => {
    expect(canonicalNQuads(await readDump(extension))).toEqual(canonicalNQuads(dataset.quads.map(toTriple)))
    expect((await fetchDump(extension)).toString()).toMatch(/^# The union of all graphs/)
  })

  test.each(['jsonld', 'nq', 'trig', 'ttl', 'nt'])('%s is there compressed, whole', async (extension) => {
    const { headers, rawPayload } = await get(`/dumps/latest/commons.${extension}.gz`, undefined, {
      'accept-encoding': 'gzip',
    })
    expect(headers['content-type']).toBe('application/gzip')
    expect(headers['content-encoding']).toBeUndefined()
    expect(gunzipSync(rawPayload)).toEqual(await fetchDump(extension))
  })

  test('SHA256SUMS holds the sum of every other file', async () => {
    const sums = (await get('/dumps/latest/SHA256SUMS')).body.trimEnd().split('\n')
    expect(sums).toHaveLength(11)
    for (const line of sums) {
      const [sum, name] = line.split('  ')
      const { rawPayload } = await get(`/dumps/latest/${name}`)
      expect([name, createHash('sha256').update(rawPayload).digest('hex')]).toEqual([name, sum])
    }
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
      expect(files).toHaveLength(12)
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
