import { expect, test } from 'vitest'
import { app, get } from '../support/app.ts'
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

const other = `2016-05-26-${'0'.repeat(64)}`

test.each(['/data/mutualab.ttl', ask, '/page/mutualab', '/health', '/dumps/latest/commons.nq'])(
  'a request may name the version that it wants: %s',
  async (url) => {
    const same = await get(url, undefined, { 'dataset-version': name })
    expect([same.statusCode, same.headers['dataset-version']]).toEqual([200, name])
    const { statusCode, headers, body } = await get(url, undefined, { 'dataset-version': other })
    expect([statusCode, headers['dataset-version'], headers['retry-after']]).toEqual([404, name, '1'])
    expect(headers['cache-control']).toBe('no-store')
    expect(JSON.parse(body)).toMatchObject({ code: 'version-elsewhere', release: `${baseIri}dumps/${other}/` })
    expect(JSON.parse(body).detail).toContain(name)
  },
)

test('what is said of another version is said in French too', async () => {
  const { body } = await get('/page/mutualab?lang=fr', undefined, { 'dataset-version': other })
  expect(JSON.parse(body).detail).toContain(`Ce serveur sert la version ${name}`)
})

test.each(['latest', `${name}, ${name}`, '../..'])('no version is named %s', async (wanted) => {
  const { statusCode, body } = await get(ask, undefined, { 'dataset-version': wanted })
  expect([statusCode, JSON.parse(body).code]).toEqual([400, 'parameter-invalid'])
})

test('other pages on the web may name it, and read why it is not had', async () => {
  const origin = { origin: 'https://another.example' }
  const { headers } = await app.inject({
    method: 'OPTIONS',
    url: '/sparql',
    headers: {
      ...origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'dataset-version',
    },
  })
  expect(headers['access-control-allow-headers']).toBe('dataset-version')
  const refused = await get(ask, undefined, { ...origin, 'dataset-version': other })
  expect(refused.headers['access-control-expose-headers']).toContain('Retry-After')
})
