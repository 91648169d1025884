import { expect, test } from 'vitest'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const { name } = dataset.version
const ask = `/sparql?query=${encodeURIComponent('ASK { ?s ?p ?o }')}`

test.each([
  ['a description', '/data/mutualab.ttl'],
  ['a page', '/'],
  ['an answer', ask],
  ['a listing', '/queries'],
  ['a dump', '/dumps/latest/commons.nq'],
])('%s tells its version, and where the release is that holds it', async (_, url) => {
  const { headers, statusCode } = await get(url)
  expect([url, statusCode]).toEqual([url, 200])
  expect(headers['dataset-version']).toBe(name)
  const [, target] = /<([^>]*)>; rel="collection"/.exec(String(headers.link)) ?? []
  expect(target).toBe(`${baseIri}dumps/${name}/`)
  expect((await get(target!.replace(baseIri, '/'))).statusCode).toBe(200)
})

test('so does what says that nothing has changed; what is not there is in no release', async () => {
  const { etag } = (await get(ask)).headers
  const unchanged = await get(ask, undefined, { 'if-none-match': String(etag) })
  expect([unchanged.statusCode, unchanged.headers['dataset-version']]).toEqual([304, name])
  const missing = await get('/data/nothing-of-that-name')
  expect([missing.statusCode, missing.headers['dataset-version']]).toEqual([404, name])
  expect(String(missing.headers.link)).not.toContain('rel="collection"')
})

test('other pages on the web may read the version', async () => {
  const { headers } = await get(ask, undefined, { origin: 'https://another.example' })
  expect(headers['access-control-expose-headers']).toContain('Dataset-Version')
})
