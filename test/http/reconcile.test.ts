/**
 * `/reconcile`: every answer is what the specification's own schemas say, and what is wrong is told.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createServer } from '../../src/server.ts'
import { app, get } from '../support/app.ts'
import { baseIri, config } from '../support/dataset.ts'
import { examples, schemas } from '../support/reconciliation-schemas.ts'

const formType = 'application/x-www-form-urlencoded'

function post(form: Record<string, string>, url = '/reconcile', headers: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': formType, ...headers },
    body: new URLSearchParams(form).toString(),
  })
}

/** The answer, once it validates. */
function valid(schema: string, { statusCode, headers, body }: Awaited<ReturnType<typeof get>>) {
  expect(statusCode, body).toBe(200)
  expect(headers['content-type']).toContain('application/json')
  expect(headers['access-control-allow-origin']).toBe('*')
  const answer = JSON.parse(body)
  const validate = schemas?.[schema]
  if (validate && !validate(answer)) expect(validate.errors).toEqual([])
  return answer
}

async function reconcile(queries: unknown, url?: string) {
  return valid('reconciliation-result-batch', await post({ queries: JSON.stringify(queries) }, url))
}

async function best(query: unknown) {
  return (await reconcile({ q: query })).q.result[0]
}

describe.runIf(schemas)('the validators', () => {
  const checked = [
    'manifest',
    'reconciliation-query-batch',
    'reconciliation-result-batch',
    'data-extension-response',
  ] as const

  test.each(checked)('of %s tell the valid examples of the specification from the invalid ones', (schema) => {
    const accepts = ([name, text]: readonly [string, string]) => [name, schemas![schema]!(JSON.parse(text))]
    const valid = examples(schema, 'valid')
    expect(valid.map(accepts)).toEqual(valid.map(([name]) => [name, true]))
    const invalid = examples(schema, 'invalid')
    expect(invalid.map(accepts)).toEqual(invalid.map(([name]) => [name, false]))
  })
})

describe('the manifest', () => {
  test('is valid, and every address in it answers', async () => {
    const manifest = valid('manifest', await get('/reconcile'))
    expect(manifest).toMatchObject({
      versions: ['0.2'],
      name: 'Les communs de Lille',
      identifierSpace: `${baseIri}id/`,
      schemaSpace: 'https://w3id.org/commonsgraph/ontology#',
      batchSize: 50,
    })
    const { view, preview, suggest, extend } = manifest
    const { entity, type, property } = suggest
    const fill = (template: string, id: string) => template.replace(/\{\{id\}\}|\$\{id\}/, encodeURIComponent(id))
    const flyout = (of: typeof entity, id: string) => of.service_url + fill(of.flyout_service_path, id)
    const addresses = [
      manifest.documentation,
      fill(preview.url, 'mutualab'),
      ...[entity, type, property].map(({ service_url, service_path }) => `${service_url}${service_path}?prefix=l`),
      flyout(entity, 'mutualab'),
      flyout(type, 'scheme/kinds/makerspace'),
      flyout(property, 'address'),
      `${extend.propose_properties.service_url}${extend.propose_properties.service_path}?type=cg%3ACommons`,
    ]
    for (const address of addresses) {
      expect(address.startsWith(baseIri)).toBe(true)
      expect((await get(address.slice(baseIri.length - 1))).statusCode).toBe(200)
    }
    expect((await get(fill(view.url, 'mutualab').slice(baseIri.length - 1))).statusCode).toBe(303)
  })

  test('is in the language that is asked for, and in English hands out addresses in English', async () => {
    const french = valid('manifest', await get('/reconcile'))
    const english = valid('manifest', await get('/reconcile?lang=en'))
    expect(french.defaultTypes[0]).toEqual({ id: 'cg:Commons', name: 'commun' })
    expect(english.defaultTypes[0]).toEqual({ id: 'cg:Commons', name: 'commons' })
    expect(english.preview.url).toContain('lang=en')
    // Clients put their parameters behind these, and have a language of their own.
    const { suggest, extend } = english
    const ask = async (address: string) => (await get(address, undefined, { 'accept-language': 'fr' })).json()
    expect((await ask(`${suggest.property.service_path}?prefix=address`)).result[0].name).toBe('address')
    expect((await ask(`${suggest.type.service_path}?prefix=makers`)).result[0].name).toBe('makerspace')
    const proposed = await ask(`${extend.propose_properties.service_path}?type=schema:Place`)
    expect(proposed.properties.map(({ name }: { name: string }) => name)).toContain('address')
    const accepted = await get('/reconcile', undefined, { 'accept-language': 'en' })
    expect(accepted.json().defaultTypes).toEqual(english.defaultTypes)
    expect(accepted.headers.vary).toMatch(/accept-language/i)
    expect((await get('/reconcile?lang=de')).json()).toMatchObject({ status: 400, code: 'parameter-invalid' })
  })
})

describe('queries', () => {
  test.each([
    ['as it is', 'La Coroutine', 'la-coroutine', true],
    ['another spelling', 'Mutalab', 'mutualab', true],
    ['in another language', 'Regional house of the environment and solidarity', 'mres', true],
    ['without accents', 'givres d oranges', 'givres-d-oranges', true],
    ['without article', 'coroutine', 'la-coroutine', true],
    ['in another order of words', 'Makers Lille', 'lille-makers', true],
    ['in one word', 'Open Law', 'openlaw', true],
    ['with its town', 'MutuaLab, Lille', 'mutualab', true],
    ['without what explains it', 'MediaWiki', 'mediawiki', true],
    ['with two letters swapped', 'Comuncecter', 'communecter', false],
    ['with a letter swapped in a long name', 'Opnestreetmap', 'openstreetmap', true],
    ['with another letter', 'Communetter', 'communecter', false],
    ['the identifier', 'amap-mutualab', 'amap-mutualab', false],
    ['the IRI', `${baseIri}id/adav`, 'adav', true],
  ])('a name %s: %s', async (_, query, id, match) => {
    expect(await best({ query })).toMatchObject({ id, match })
  })

  test.each([
    ['the House of Commons', 'Chambre des communes'],
    ['the outlaw', 'Robin des bois'],
    ['another town’s', 'Repair Café Roubaix'],
    ['something of OpenStreetMap in Lille', 'OpenStreetMap Lille'],
    ['a word that is an identifier too', 'coffee'],
    ['another one', 'pair'],
  ])('%s is not matched: %s', async (_, query) => {
    const { result } = (await reconcile({ q: { query } })).q
    expect(result.filter(({ match }: { match: boolean }) => match)).toEqual([])
  })

  test('candidates come by score, each with its types, as many as the limit allows', async () => {
    const { result } = (await reconcile({ q: { query: 'Terre de liens', limit: 3 } })).q
    expect(result.map(({ id }: { id: string }) => id)).toEqual([
      'terre-de-liens',
      'terre-de-liens-fonciere',
      'terre-de-liens-fondation',
    ])
    const scores = result.map(({ score }: { score: number }) => score)
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => b - a))
    expect(scores[0]).toBe(100)
    expect((await best({ query: 'MutuaLab' })).type).toContainEqual({
      id: 'scheme/kinds/coworking-space',
      name: 'espace de coworking',
    })
    expect((await reconcile({ q: { query: 'MutuaLab', limit: 1_000_000 } })).q.result.length).toBeLessThanOrEqual(50)
  })

  test('types are a wish by default, or a condition', async () => {
    const ask = (type: unknown, type_strict?: string) =>
      best({ query: 'MutuaLab', type, ...(type_strict && { type_strict }) })
    const place = await ask('schema:Place')
    expect(place).toMatchObject({ id: 'mutualab', score: 100, match: true })
    expect(await ask('schema:Event')).toMatchObject({ id: 'mutualab', score: 70, match: false })
    expect((await ask('schema:Event', 'any')).id).toBe('slot-0940')
    expect((await ask(['schema:Event', 'schema:Place'], 'any')).id).toBe('mutualab')
    expect(await ask(['schema:Event', 'schema:Place'], 'all')).toBeUndefined()
  })

  test('a broader kind counts', async () => {
    const wiki = await best({ query: 'wiki', type: 'scheme/kinds/software', type_strict: 'all' })
    expect(wiki.id).toBe('wiki-coroutine')
    expect(wiki.type.map(({ id }: { id: string }) => id)).toContain('scheme/kinds/wiki-engine')
  })

  test.each([
    ['address', '8, rue Molière, 59800 Lille', '12 rue du Chevalier français'],
    ['website', 'https://mutualab.org', 'https://elsewhere.example/'],
    ['kinds', 'espace de coworking', 'brasserie'],
    ['kinds', { id: 'scheme/kinds/coworking-space' }, { id: 'scheme/kinds/brewery' }],
    ['latitude', 50.6296, 48.85],
    ['latitude', '50.6296', '48.85'],
    ['floor_area', 700, 13],
    ['contained_in', { id: 'lille', name: 'Lille' }, { id: 'moulins', name: 'Moulins' }],
    ['same_as', 'Q936', 'Q937'],
    ['same_as', 'https://www.wikidata.org/wiki/Q936', 'https://www.wikidata.org/wiki/Q937'],
  ])('%s: %j speaks for a thing, %j against it', async (pid, right, wrong) => {
    const names: Record<string, string> = { address: 'La Coroutine', same_as: 'OpenStreetMap' }
    const query = names[pid] ?? 'MutuaLab'
    const [with_, without] = [
      await best({ query, properties: [{ pid, v: right }] }),
      await best({ query, properties: [{ pid, v: wrong }] }),
    ]
    expect(with_.match).toBe(true)
    expect(without.match).toBe(false)
    expect(with_.score).toBeGreaterThan(without.score + 10)
  })

  test('what is not stated is no contradiction, and unknown properties weigh nothing', async () => {
    const [stated, unknown] = [
      await best({ query: 'Loomio', properties: [{ pid: 'floor_area', v: 12 }] }),
      await best({ query: 'Loomio', properties: [{ pid: 'affiliation', v: 'nobody' }] }),
    ]
    expect([stated.match, unknown.match, unknown.score]).toEqual([true, true, 100])
  })

  test('properties alone find a thing', async () => {
    expect(await best({ properties: [{ pid: 'same_as', v: 'Q936' }] })).toMatchObject({
      id: 'openstreetmap',
      match: true,
    })
    expect(await best({ properties: [{ pid: 'street', v: '8 rue Moliere' }] })).toMatchObject({
      id: 'la-coroutine',
      match: false,
    })
  })

  test('facts and what has no name are no candidates', async () => {
    expect(await best({ query: 'fact-g1' })).not.toMatchObject({ match: true })
    const { result } = (await reconcile({ q: { query: 'fact-g1' } })).q
    expect(result.filter(({ id }: { id: string }) => id.startsWith('fact-'))).toEqual([])
  })

  test('names are in the language that the address names', async () => {
    const { q } = await reconcile({ q: { query: 'MRES' } }, '/reconcile?lang=en')
    expect(q.result[0].type.map(({ name }: { name: string }) => name)).toContain('place')
  })

  test.runIf(schemas)('every valid example of the specification is answered, by GET and by POST', async () => {
    for (const [, text] of examples('reconciliation-query-batch', 'valid')) {
      const posted = valid('reconciliation-result-batch', await post({ queries: text }))
      const got = await get(`/reconcile?queries=${encodeURIComponent(text)}`)
      expect(valid('reconciliation-result-batch', got)).toEqual(posted)
      expect(Object.keys(posted)).toEqual(Object.keys(JSON.parse(text)))
    }
  })

  test('an answer has an ETag of its question, and none is sent again', async () => {
    const url = (query: string) => `/reconcile?queries=${encodeURIComponent(JSON.stringify({ q: { query } }))}`
    const first = await get(url('MutuaLab'))
    expect((await get(url('MutuaLab'), undefined, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(
      304,
    )
    expect((await get(url('Odoo'))).headers.etag).not.toBe(first.headers.etag)
    const [one, other] = [
      await post({ queries: '{"q":{"query":"a"}}' }),
      await post({ queries: '{"q":{"query":"b"}}' }),
    ]
    expect(one.headers.etag).not.toBe(other.headers.etag)
  })

  test('a key of a batch may be any text', async () => {
    const batch = '{"__proto__":{"query":"Odoo"},"":{"query":"Loomio"},"constructor":{"query":""}}'
    const { body } = await post({ queries: batch })
    const keys = Object.keys(JSON.parse(body))
    expect(keys).toEqual(['__proto__', '', 'constructor'])
  })
})

describe('what is wrong with a batch is told', () => {
  test.runIf(schemas)('the invalid examples of the specification', async () => {
    for (const [, text] of examples('reconciliation-query-batch', 'invalid')) {
      expect((await post({ queries: text })).json()).toMatchObject({ status: 400, code: 'parameter-invalid' })
    }
  })

  test.each([
    ['', 'queries is no JSON'],
    ['{', 'queries is no JSON'],
    ['[]', 'queries must be an object'],
    ['null', 'queries must be an object'],
    ['{"q":"MutuaLab"}', 'queries.q must be an object'],
    ['{"q":{}}', 'queries.q needs a query or properties'],
    ['{"q":{"query":7}}', 'queries.q.query must be a string'],
    ['{"q":{"query":null}}', 'queries.q.query must be a string'],
    ['{"q":{"query":"a","limit":0}}', 'queries.q.limit must be a positive integer'],
    ['{"q":{"query":"a","limit":-1}}', 'queries.q.limit must be a positive integer'],
    ['{"q":{"query":"a","limit":1.5}}', 'queries.q.limit must be a positive integer'],
    ['{"q":{"query":"a","limit":"5"}}', 'queries.q.limit must be a positive integer'],
    ['{"q":{"query":"a","type":7}}', 'queries.q.type must be a string'],
    ['{"q":{"query":"a","type":["b",7]}}', 'queries.q.type must be a string'],
    ['{"q":{"query":"a","type_strict":"maybe"}}', 'queries.q.type_strict must be one of'],
    ['{"q":{"query":"a","properties":{}}}', 'queries.q.properties must be an array'],
    ['{"q":{"query":"a","properties":[7]}}', 'queries.q.properties[0] must be an object'],
    ['{"q":{"query":"a","properties":[{"v":7}]}}', 'queries.q.properties[0].pid must be a string'],
    ['{"q":{"query":"a","properties":[{"pid":"town"}]}}', 'queries.q.properties[0].v is missing'],
    ['{"q":{"query":"a","properties":[{"pid":"town","v":{}}]}}', 'queries.q.properties[0].v.id must be a string'],
    ['{"q":{"query":"a","properties":[{"pid":"town","v":[[]]}]}}', 'queries.q.properties[0].v must be an object'],
    ['{"q":{"query":"a","cursor":1}}', 'queries.q.cursor is not known'],
  ])('%s: %s', async (queries, detail) => {
    for (const answer of [await post({ queries }), await get(`/reconcile?queries=${encodeURIComponent(queries)}`)]) {
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.json()).toMatchObject({ status: 400, code: 'parameter-invalid' })
      expect(answer.json().detail).toContain(detail)
    }
  })

  const batchOf = (count: number) =>
    JSON.stringify(
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`q${index}`, { query: `n ${index}` }])),
    )

  test('50 queries are answered, 51 and 10 000 are too many, and so is a body without end', async () => {
    expect(Object.keys(valid('reconciliation-result-batch', await post({ queries: batchOf(50) })))).toHaveLength(50)
    for (const count of [51, 10_000, 40_000]) {
      expect((await post({ queries: batchOf(count) })).json()).toMatchObject({ status: 413, code: 'payload-too-large' })
    }
    const properties = Array.from({ length: 21 }, () => ({ pid: 'town', v: 'Lille' }))
    const values = [{ pid: 'town', v: Array.from({ length: 11 }, () => 'Lille') }]
    for (const query of [{ query: 'a', properties }, { properties: values }]) {
      expect((await post({ queries: JSON.stringify({ query }) })).json()).toMatchObject({ status: 413 })
    }
  })

  test('forms that are none, twice the same, both or nothing', async () => {
    const send = (body: string, contentType = formType) =>
      app.inject({ method: 'POST', url: '/reconcile', headers: { 'content-type': contentType }, body })
    expect((await send('{}', 'application/json')).statusCode).toBe(415)
    expect((await send('queries=%E9')).statusCode).toBe(400)
    expect((await send('queries={}&queries={}')).statusCode).toBe(400)
    expect((await send('queries={}&extend={}')).statusCode).toBe(400)
    expect((await send('query=a&queries={}')).statusCode).toBe(400)
    expect((await send('other=a')).statusCode).toBe(400)
    expect((await app.inject({ method: 'DELETE', url: '/reconcile' })).headers.allow).toBe('GET, HEAD, OPTIONS, POST')
  })
})

test('what is repeated of a batch is cut', async () => {
  const answer = await post({ queries: JSON.stringify({ ['k'.repeat(200_000)]: {} }) })
  expect([answer.statusCode, answer.body.length < 1000]).toEqual([400, true])
})

describe('a single query', () => {
  test('is a name, or a query as JSON, by GET and POST', async () => {
    const batch = await reconcile({ q: { query: 'mutualab', limit: 2 } })
    const one = { query: JSON.stringify({ query: 'mutualab', limit: 2 }) }
    for (const answer of [await post(one), await get(`/reconcile?query=${encodeURIComponent(one.query)}`)]) {
      expect(answer.json()).toEqual(batch.q)
    }
    const named = (await get('/reconcile?query=mutualab')).json()
    expect(named.result[0]).toEqual(batch.q.result[0])
  })

  test.each([
    ['{"query":', 'query is no JSON'],
    ['{"limit":3}', 'query needs a query or properties'],
  ])('%s: %s', async (query, detail) => {
    for (const answer of [await post({ query }), await get(`/reconcile?query=${encodeURIComponent(query)}`)]) {
      expect(answer.json()).toMatchObject({ status: 400, code: 'parameter-invalid' })
      expect(answer.json().detail).toContain(detail)
    }
  })
})

describe('a type', () => {
  test('may be named by its IRI, and may be one that only narrower types are used of', async () => {
    const scores = []
    for (const type of ['schema:Place', 'http://schema.org/Place', `${baseIri}scheme/kinds/coworking-space`]) {
      const { score, match } = await best({ query: 'MutuaLab', type })
      scores.push([score > 95, match])
    }
    expect(scores).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ])
  })

  test('that nothing here is of is no wish; where it has to be met, nothing is found', async () => {
    const found = async (type: readonly string[], type_strict: string) =>
      (await reconcile({ q: { query: 'MutuaLab', type, type_strict } })).q.result.length > 0
    expect(await best({ query: 'MutuaLab', type: 'City' })).toEqual(await best({ query: 'MutuaLab' }))
    expect(await found(['City'], 'any')).toBe(false)
    expect(await found(['City', 'schema:Place'], 'any')).toBe(true)
    expect(await found(['City', 'schema:Place'], 'all')).toBe(false)
  })

  test('that is empty is none, as forms send it', async () => {
    const { properties, type } = (await get('/reconcile/properties?type=')).json()
    expect([properties.length > 10, type]).toEqual([true, undefined])
    expect(await best({ query: 'MutuaLab', type: '' })).toEqual(await best({ query: 'MutuaLab' }))
  })
})

describe('suggest', () => {
  const suggest = async (what: string, parameters: string) =>
    (await get(`/reconcile/suggest/${what}?${parameters}`)).json().result.map(({ id }: { id: string }) => id)

  test.each([
    ['entity', 'suggest-entities-response'],
    ['type', 'suggest-types-response'],
    ['property', 'suggest-properties-response'],
  ])('%s is valid', async (what, schema) => {
    for (const prefix of ['', 'l', 'lille', 'xyzzy', '%', '<script>']) {
      valid(schema, await get(`/reconcile/suggest/${what}?prefix=${encodeURIComponent(prefix)}`))
    }
  })

  test('things whose name begins so come first, then those that have such a word, typing errors forgiven', async () => {
    expect((await suggest('entity', 'prefix=mut'))[0]).toBe('mutualab')
    expect((await suggest('entity', 'prefix=MUTUALĀ'))[0]).toBe('mutualab')
    expect((await suggest('entity', 'prefix=corou'))[0]).toBe('la-coroutine')
    expect(await suggest('entity', 'prefix=makers')).toContain('lille-makers')
    expect((await suggest('entity', 'prefix=communectre'))[0]).toBe('communecter')
    expect((await suggest('entity', 'prefix=Repair Caf%C3%A9'))[0]).toBe('repair-cafe-mres')
    expect((await suggest('entity', 'prefix=mres'))[0]).toBe('mres')
    expect(await suggest('entity', 'prefix=')).toEqual([])
  })

  test('cursor passes over what was there before', async () => {
    const first = await suggest('entity', 'prefix=l')
    const next = await suggest('entity', 'prefix=l&cursor=4')
    expect(first).toHaveLength(10)
    expect(next.slice(0, 6)).toEqual(first.slice(4))
  })

  test('types and properties by name or identifier, in the language', async () => {
    expect(await suggest('type', 'prefix=espace de cow')).toEqual(['scheme/kinds/coworking-space'])
    expect(await suggest('type', 'prefix=cowork&lang=en')).toEqual(['scheme/kinds/coworking-space'])
    expect(await suggest('type', 'prefix=schema:Pl')).toEqual(['schema:Place'])
    expect(await suggest('property', 'prefix=surf')).toEqual(['floor_area'])
    expect(await suggest('property', 'prefix=floor&lang=en')).toEqual(['floor_area'])
    const [type] = (await get('/reconcile/suggest/type?prefix=moteur')).json().result
    expect(type.broader).toEqual([{ id: 'scheme/kinds/software', name: 'logiciel' }])
  })

  test.each(['cursor=-1', 'cursor=x', 'cursor=1001', 'cursor=1.5', `prefix=${'a'.repeat(201)}`, 'lang=de'])(
    '%s is refused',
    async (query) => {
      expect((await get(`/reconcile/suggest/entity?${query}`)).json()).toMatchObject({ code: 'parameter-invalid' })
    },
  )
})

describe('previews', () => {
  test('are pages in French and English that others may frame, and only these', async () => {
    const french = await get('/reconcile/preview?id=mutualab', 'text/html')
    const english = await get('/reconcile/preview?id=mutualab&lang=en', 'text/html')
    expect(french.headers['content-type']).toContain('text/html')
    expect(french.body).toContain('<html lang="fr">')
    expect(french.body).toContain('19 rue Nicolas Leblanc')
    expect(english.body).toContain('coworking space')
    expect(french.headers['content-security-policy']).toMatch(/frame-ancestors \*/)
    expect(french.headers['x-frame-options']).toBeUndefined()
    const page = await get('/page/mutualab', 'text/html')
    expect(page.headers['content-security-policy']).toMatch(/frame-ancestors 'none'/)
    expect(page.headers['x-frame-options']).toBe('SAMEORIGIN')
  })

  test.each(['entity?id=mutualab', 'type?id=schema%3APlace', 'property?id=website'])('flyout of %s', async (path) => {
    const { id, html } = (await get(`/reconcile/flyout/${path}`)).json()
    expect(`id=${encodeURIComponent(id)}`).toBe(path.replace(/.*\?/, ''))
    expect(html).toMatch(/^<p><strong>/)
  })

  test('what is not there is told in the frame too', async () => {
    const { statusCode, headers } = await get('/reconcile/preview?id=nobody', 'text/html')
    expect([statusCode, headers['x-frame-options']]).toEqual([404, undefined])
    expect(headers['content-security-policy']).toMatch(/frame-ancestors \*/)
  })

  test.each(['preview', 'flyout/entity', 'flyout/type', 'flyout/property'])(
    '%s of what is not there is 404',
    async (path) => {
      const unknown = await get(`/reconcile/${path}?id=${encodeURIComponent('<script>')}`)
      expect(unknown.json()).toMatchObject({ status: 404, code: 'entity-unknown' })
      expect((await get(`/reconcile/${path}`)).json()).toMatchObject({ status: 400, code: 'parameter-invalid' })
    },
  )
})

describe('data extension', () => {
  const extend = async (query: unknown, url?: string) =>
    valid('data-extension-response', await post({ extend: JSON.stringify(query) }, url))

  test('gives addresses, areas, licences and links, and nothing for what is not known', async () => {
    const ids = ['mutualab', 'la-coroutine', 'openstreetmap', 'nothing-here']
    const wanted = ['address', 'floor_area', 'licence', 'contained_in', 'same_as', 'latitude', 'no_property']
    const { meta, rows } = await extend({ ids, properties: wanted.map((id) => ({ id })) })
    expect(meta.map(({ id }: { id: string }) => id)).toEqual(wanted)
    expect(meta[0].name).toBe('adresse')
    expect(rows.mutualab).toMatchObject({
      address: [{ str: '19 rue Nicolas Leblanc, 59000 Lille' }],
      floor_area: expect.arrayContaining([{ int: 700 }, { int: 1000 }]),
      contained_in: [{ id: 'lille', name: 'Lille' }],
      latitude: [{ float: 50.62959 }],
    })
    expect(rows.openstreetmap.same_as).toEqual([{ str: 'http://www.wikidata.org/entity/Q936' }])
    expect(Object.values(rows['nothing-here'])).toEqual(wanted.map(() => []))
  })

  test('settings limit the values and tell IRIs', async () => {
    const properties = [
      { id: 'floor_area', settings: { limit: '1' } },
      { id: 'contained_in', settings: { content: 'id', limit: 0 } },
      { id: 'kinds', settings: { content: 'literal', limit: '' } },
      { id: 'town', settings: null },
    ]
    const { rows } = await extend({ ids: ['mutualab'], properties }, '/reconcile?lang=en')
    expect(rows.mutualab.floor_area).toHaveLength(1)
    expect(rows.mutualab.contained_in).toEqual([{ str: `${baseIri}id/lille` }])
    expect(rows.mutualab.kinds).toEqual([{ str: 'coworking space' }])
  })

  test.runIf(schemas)('the examples of the specification are answered, by GET too', async () => {
    for (const [, text] of examples('data-extension-query', 'valid')) {
      const answer = valid('data-extension-response', await get(`/reconcile?extend=${encodeURIComponent(text)}`))
      expect(await extend(JSON.parse(text))).toEqual(answer)
    }
  })

  test('every property of every thing is valid', async () => {
    const all = (await get('/reconcile/properties')).json().properties as { id: string }[]
    const { result } = (await reconcile({ q: { query: 'Lille', limit: 50 } })).q
    const ids = [...result.map(({ id }: { id: string }) => id), 'catalyst', 'trajet-tgv7058', 'la-coroutine', 'use-it']
    const { rows } = await extend({ ids, properties: all.map(({ id }) => ({ id })) })
    expect(Object.keys(rows).length).toBeGreaterThan(5)
  })

  test('properties are proposed for a type, those that most have first', async () => {
    const proposed = valid(
      'data-extension-property-proposal',
      await get('/reconcile/properties?type=schema:Place&limit=5'),
    )
    expect(proposed).toMatchObject({ type: 'schema:Place', limit: 5 })
    expect(proposed.properties).toHaveLength(5)
    const all = valid('data-extension-property-proposal', await get('/reconcile/properties?type=cg:Commons'))
    const ids = all.properties.map(({ id }: { id: string }) => id)
    expect(ids).toEqual(expect.arrayContaining(['address', 'floor_area', 'licence', 'website', 'kinds']))
    expect(ids.indexOf('description_fr')).toBeLessThan(ids.indexOf('floor_area'))
    expect((await get('/reconcile/properties?type=no:Type')).json().properties).toEqual([])
    expect((await get('/reconcile/properties?limit=0')).json()).toMatchObject({ code: 'parameter-invalid' })
  })

  test.each([
    ['{', 400, 'extend is no JSON'],
    ['{}', 400, 'extend.properties must be an array'],
    ['{"ids":"a","properties":[]}', 400, 'extend.ids must be an array'],
    ['{"ids":[7],"properties":[]}', 400, 'extend.ids[0] must be a string'],
    ['{"ids":[],"properties":[{}]}', 400, 'extend.properties[0].id must be a string'],
    ['{"ids":[],"properties":[{"id":"a","settings":7}]}', 400, 'extend.properties[0].settings must be an object'],
    ['{"ids":[],"properties":[{"id":"a","settings":{"limit":"x"}}]}', 400, 'settings.limit must be a whole number'],
    ['{"ids":[],"properties":[{"id":"a","settings":{"content":"html"}}]}', 400, 'settings.content must be'],
    [JSON.stringify({ ids: Array(501).fill('a'), properties: [] }), 413, 'at most 500'],
    [JSON.stringify({ ids: [], properties: Array(101).fill({ id: 'a' }) }), 413, 'at most 100'],
  ])('%.60s is refused', async (text, status, detail) => {
    const problem = (await post({ extend: text })).json()
    expect(problem.status).toBe(status)
    expect(problem.detail).toContain(detail)
  })
})

test('computing is paid from the budget of the client, whose queries are refused when it is used up', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-budget-'))
  const server = await createServer({ ...config, releasesDir: folder, queryBudgetS: 1 })
  const queries = JSON.stringify(
    Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`q${index}`, { query: `La Coroutin de Lile ${index}` }]),
    ),
  )
  const ask = (remoteAddress: string) =>
    server.app.inject({
      method: 'POST',
      url: '/reconcile',
      remoteAddress,
      headers: { 'content-type': formType },
      payload: new URLSearchParams({ queries }).toString(),
    })
  try {
    let answer = await ask('192.0.2.1')
    for (let count = 0; count < 1000 && answer.statusCode === 200; count++) answer = await ask('192.0.2.1')
    expect([answer.statusCode, answer.json().code]).toEqual([429, 'too-many-requests'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('198.51.100.1')).statusCode).toBe(200)
  } finally {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
})
