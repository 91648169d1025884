import { describe, expect, test } from 'vitest'
import { parse } from '../../src/rdf/parse.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { described } from '../support/release.ts'

describe('vocabularies and sources', () => {
  test.each([
    '/scheme/evaluation-keys',
    '/scheme/evaluation-keys/gouvernance',
    '/licence/agpl-3.0-only',
    '/source/visite-elus-2016',
    '/graph/derived',
    '/graph/editorial',
    '/ontology',
    '/shapes',
    '/dataset',
    '/.well-known/void',
  ])('%s by Accept', async (url) => {
    const turtle = await get(url, 'text/turtle')
    expect(turtle.statusCode).toBe(200)
    expect(turtle.headers['content-type']).toContain('text/turtle')
    expect((await parse(turtle.body, { baseIri, file: '' })).length).toBeGreaterThan(0)
    const jsonLd = await get(url, 'application/ld+json')
    expect(jsonLd.json()['@context']).toBe(`${baseIri}ontology/context.jsonld`)
    expect((await get(url, 'image/png')).statusCode).toBe(406)
    if (url !== '/.well-known/void') {
      expect((await get(url, 'text/html')).headers['content-type']).toContain('text/html')
      expect((await get(`${url}.ttl`)).body).toBe(turtle.body)
    }
  })

  test('a source shows its passages, each with the facts that it states', async () => {
    const { body } = await get('/source/visite-elus-2016.nq')
    const graphs = new Set(
      body
        .trimEnd()
        .split('\n')
        .map((line) => /<([^>]+)> \.$/.exec(line)![1]),
    )
    for (const line of [1, 42, 95]) expect(graphs).toContain(`${baseIri}source/visite-elus-2016#L${line}`)
    const page = (await get('/source/visite-elus-2016?lang=fr', 'text/html')).body
    expect(page).toContain('<div id="L42">')
  })

  test('the ontology stays where it is, whatever the deployment', async () => {
    expect((await get('/ontology.nt')).body).toContain('<https://w3id.org/commonsgraph/ontology#Commons>')
  })

  test('VoID counts what is there', async () => {
    const statements = await parse((await get('/.well-known/void')).body, { baseIri, file: '' })
    const value = (property: string) =>
      statements.find(
        ({ quad }) => quad.subject.value === `${baseIri}dataset` && quad.predicate.value.endsWith(property),
      )?.quad.object.value
    const union = new Set(
      dataset.quads.map((q) => `${q.subject.value}\n${q.predicate.value}\n${JSON.stringify(q.object)}`),
    )
    expect(Number(value('#triples'))).toBe(union.size)
    expect(value('#sparqlEndpoint')).toBe(`${baseIri}sparql`)
    expect(value('#version')).toBe(dataset.version.name)
  })

  test.each(['/scheme/nothing', '/licence/nothing', '/source/nothing', '/graph/nothing'])(
    '%s is not there',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404)
    },
  )
})

describe('home, search, health, OpenAPI', () => {
  test('home is a page for people and the description of the dataset for programs', async () => {
    const page = await get('/', 'text/html')
    expect(page.body).toContain('href="/commons?place&#61;mutualab"')
    const data = await get('/', 'text/turtle')
    expect(data.body).toContain('http://rdfs.org/ns/void#')
  })

  test.each([
    ['mutualab', 'id/mutualab'],
    ['MUTUALĀB', 'id/mutualab'],
    ['coroutne', 'id/la-coroutine'],
    ['repair cafe', 'id/repair-cafe-mres'],
    ['epicerie robin', 'id/robin-des-bio'],
    ['commons assembly', 'id/assemblee-des-communs'],
    ['gouvern', 'scheme/evaluation-keys/gouvernance'],
  ])('search finds %s', async (text, iri) => {
    const { results } = (await get(`/search?q=${encodeURIComponent(text)}`)).json()
    expect(results[0].iri).toBe(baseIri + iri)
    expect(results[0].labels.fr).toBeTruthy()
  })

  test('search without a word or with a strange limit is a clear error', async () => {
    expect((await get('/search')).json()).toMatchObject({ status: 400, code: 'parameter-invalid' })
    expect((await get('/search?q=x&limit=1000')).json()).toMatchObject({ status: 400, code: 'parameter-invalid' })
    expect((await get('/search?q=%F0%9F%98%80zzzz')).json().results).toEqual([])
  })

  test('health tells the version, and what the snapshot takes', async () => {
    const { body, headers } = await get('/health')
    const quads = described.quads.length + described.description.length
    const snapshot = { quads, bytes: expect.toSatisfy((bytes) => bytes > 72 * quads && bytes < 1000 * quads) }
    expect(JSON.parse(body)).toEqual({ status: 'ok', version: dataset.version, snapshot })
    expect(headers['cache-control']).toBe('no-store')
  })

  test('OpenAPI knows every route that answers', async () => {
    const { openapi, paths, servers } = (await get('/openapi.json')).json()
    expect(paths['/sparql'].get.parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'Dataset-Version' }),
    )
    expect(openapi).toMatch(/^3\.1/)
    expect(servers).toEqual([{ url: baseIri }])
    for (const path of [
      '/id/{slug}',
      '/data/{slug}',
      '/page/{slug}',
      '/sparql',
      '/search',
      '/dumps/{version}/{file}',
      '/queries/{name}',
    ]) {
      expect(Object.keys(paths)).toContain(path)
    }
    expect(Object.keys(paths['/sparql']).sort()).toEqual(['get', 'post', 'query'])
  })
})
