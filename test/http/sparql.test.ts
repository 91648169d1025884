import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/rdf/parse.ts'
import { app, get } from '../support/app.ts'
import { baseIri } from '../support/dataset.ts'
import { described } from '../support/release.ts'

const ask = (query: string, accept?: string) => get(`/sparql?query=${encodeURIComponent(query)}`, accept)
const prefixes = 'PREFIX cg: <https://w3id.org/commonsgraph/ontology#> PREFIX schema: <http://schema.org/> '
const members = `${prefixes} SELECT ?x WHERE { ?x cg:meetsAt <id/la-coroutine> } ORDER BY ?x`

describe('/sparql', () => {
  test('answers GET, a form and a query as the body alike', async () => {
    const byGet = await ask(members)
    const byForm = await app.inject({
      method: 'POST',
      url: '/sparql',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      payload: new URLSearchParams({ query: members }).toString(),
    })
    const byBody = await app.inject({
      method: 'POST',
      url: '/sparql',
      headers: { 'content-type': 'application/sparql-query' },
      payload: members,
    })
    const found = byGet.json().results.bindings.map(({ x }: { x: { value: string } }) => x.value)
    expect(found).toEqual(
      ['lille-wordpress-meetup', 'revenu-de-base-lille', 'wikipediens-lille'].map((slug) => `${baseIri}id/${slug}`),
    )
    expect(byForm.body).toBe(byGet.body)
    expect(byBody.body).toBe(byGet.body)
  })

  test.each([
    ['application/sparql-results+json', '{"head":{"vars":["x"]}'],
    ['application/sparql-results+xml', '<?xml version="1.0" encoding="UTF-8"?>'],
    ['text/csv', 'x\r\n'],
    ['text/tab-separated-values', '?x\n<'],
  ])('writes rows as %s', async (mediaType, start) => {
    const { headers, body } = await ask(members, mediaType)
    expect(headers['content-type']).toContain(mediaType)
    expect(body.startsWith(start)).toBe(true)
    expect(body).toContain(`${baseIri}id/wikipediens-lille`)
  })

  test.each([
    ['application/sparql-results+json', /"boolean":true/],
    ['application/sparql-results+xml', /<boolean>true<\/boolean>/],
    ['text/csv', /true/],
    ['text/tab-separated-values', /true/],
  ])('writes a boolean as %s', async (mediaType, pattern) => {
    expect((await ask('ASK { ?s ?p ?o }', mediaType)).body).toMatch(pattern)
  })

  test.each([
    'text/turtle',
    'application/n-triples',
    'application/n-quads',
    'application/trig',
    'application/ld+json',
    'application/rdf+xml',
  ])('writes a graph as %s', async (mediaType) => {
    const { statusCode, headers, body } = await ask('CONSTRUCT WHERE { <id/mutualab> a ?type }', mediaType)
    expect([statusCode, headers['content-type']]).toEqual([200, expect.stringContaining(mediaType)])
    expect(body).toContain('mutualab')
  })

  test('literals keep their language and type, awkward text its shape', async () => {
    const query = `SELECT ("a\\"b,\\n<c>" AS ?text) ("é"@fr AS ?word) (7 AS ?n) (<http://x.example/> AS ?iri) ?unbound {}`
    const [row] = (await ask(query)).json().results.bindings
    expect(row).toEqual({
      text: { type: 'literal', value: 'a"b,\n<c>' },
      word: { type: 'literal', value: 'é', 'xml:lang': 'fr' },
      n: { type: 'literal', value: '7', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
      iri: { type: 'uri', value: 'http://x.example/' },
    })
    expect((await ask(query, 'text/csv')).body).toBe(
      'text,word,n,iri,unbound\r\n"a""b,\n<c>",é,7,http://x.example/,\r\n',
    )
    expect((await ask(query, 'text/tab-separated-values')).body).toContain('"a\\"b,\\n<c>"\t"é"@fr\t')
  })

  test('the default graph is the union of all graphs, each triple once', async () => {
    const count = (await ask('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).json().results.bindings[0].n.value
    const distinct = (
      await ask('SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }')
    ).json()
    expect(count).toBe(distinct.results.bindings[0].n.value)
    const named = (await ask('SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }')).json().results.bindings[0].n.value
    expect(Number(named)).toBe(described.quads.length + described.description.length)
    // Two passages state it, and it is one answer all the same.
    const twice = `${prefixes} SELECT * { <id/chtijs> cg:meetsAt ?place }`
    expect((await ask(twice)).json().results.bindings).toHaveLength(1)
  })

  test('who says so is plain SPARQL', async () => {
    const query = `${prefixes} SELECT ?g { GRAPH ?g { <id/la-coroutine#floor-size> schema:value 200 } }`
    expect((await ask(query)).json().results.bindings.map(({ g }: { g: { value: string } }) => g.value)).toEqual([
      `${baseIri}source/visite-elus-2016#L42`,
    ])
  })

  test.each([
    ['SELECT * WHERE {\n ?s ?p }', 2, 8],
    ['SELECT * WHERE { ?s foo:p ?o }', 1, 21],
    ['SELECT * { ?s ?p "x }', 1, 18],
    ['nonsense', 1, 1],
    ['', 1, 1],
    ['SELECT * {BIND(1 AS ?x) BIND(2 AS ?x)}', 1, 35],
    ['ASK { FILTER(<http://x.example/f>(1)) }', 1, 15],
  ])('says where %j is malformed', async (query, line, column) => {
    const { statusCode, body } = await ask(query)
    expect(statusCode).toBe(400)
    expect(JSON.parse(body)).toMatchObject({ code: 'query-malformed', line, column })
  })

  test.each([
    'INSERT DATA { <a> <b> <c> }',
    'DELETE WHERE { ?s ?p ?o }',
    'LOAD <http://127.0.0.1:9/>',
    'CLEAR ALL',
    'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
    'SELECT * { ?x a ?t SERVICE SILENT ?x { ?s ?p ?o } }',
    'SELECT * { FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } }',
    'SELECT * { { SELECT * { OPTIONAL { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } } }',
  ])('refuses %s', async (query) => {
    const { statusCode, body } = await ask(query)
    expect([statusCode, JSON.parse(body).code]).toEqual([403, 'query-refused'])
  })

  test('an update in the form is refused, and changes nothing', async () => {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/sparql',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'update=CLEAR%20ALL',
    })
    expect(statusCode).toBe(403)
    expect((await ask('ASK { <id/mutualab> ?p ?o }')).json().boolean).toBe(true)
  })

  test.each([
    ['/sparql?default-graph-uri=https%3A%2F%2Fx.example%2Fg', 'parameter-invalid', 400],
    ['/sparql?query=ASK%7B%7D&default-graph-uri=relative', 'parameter-invalid', 400],
    ['/sparql?query=ASK%7B%7D&query=ASK%7B%7D', 'parameter-invalid', 400],
  ])('%s is %s', async (url, code, status) => {
    const { statusCode, body } = await get(url)
    expect([statusCode, JSON.parse(body).code]).toEqual([status, code])
  })

  test('what is too large, of another type, or in another coding is refused as such', async () => {
    const post = (payload: string, headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/sparql', headers, payload })
    const query = { 'content-type': 'application/sparql-query' }
    expect((await post(`ASK {} #${'x'.repeat(70_000)}`, query)).statusCode).toBe(413)
    expect((await post('ASK {}', { 'content-type': 'application/pdf' })).statusCode).toBe(415)
    expect((await post('ASK {}', { ...query, 'content-encoding': 'gzip' })).statusCode).toBe(415)
    expect((await ask(members, 'image/png')).statusCode).toBe(406)
    expect((await ask(members, 'text/turtle')).statusCode).toBe(406)
  })

  test('the dataset that the protocol names replaces that of the query', async () => {
    const over = (parameters: Record<string, string>) =>
      get(`/sparql?${new URLSearchParams({ query: 'SELECT * FROM <graph/nowhere> { ?s ?p ?o }', ...parameters })}`)
    const passage = `${baseIri}source/visite-elus-2016#L22`
    const rows = (await over({ 'default-graph-uri': passage })).json().results.bindings
    expect(rows.map(({ o }: { o: { value: string } }) => o.value)).toEqual(['http://mutualab.org'])
    expect((await over({})).json().results.bindings).toEqual([])
    expect((await over({ 'named-graph-uri': passage })).json().results.bindings).toEqual([])
    const named = new URLSearchParams({ query: 'SELECT ?g { GRAPH ?g { ?s ?p ?o } }', 'named-graph-uri': passage })
    expect((await get(`/sparql?${named}`)).json().results.bindings).toEqual([{ g: { type: 'uri', value: passage } }])
  })

  test('QUERY is answered as POST is', async () => {
    const headers = { 'content-type': 'application/sparql-query' }
    const answer = await app.inject({ method: 'QUERY' as 'POST', url: '/sparql', headers, payload: members })
    expect([answer.statusCode, answer.body]).toEqual([200, (await ask(members)).body])
  })

  test('without a query the service describes itself', async () => {
    const { headers, body } = await get('/sparql')
    expect(headers['content-type']).toContain('text/turtle')
    const quads = (await parse(body, { baseIri, file: '' })).map(({ quad }) => quad)
    const has = (predicate: string, object: string) =>
      quads.some((quad) => quad.predicate.value.endsWith(predicate) && quad.object.value === object)
    const sd = 'http://www.w3.org/ns/sparql-service-description#'
    expect(has('#feature', `${sd}UnionDefaultGraph`)).toBe(true)
    expect(has('#feature', `${sd}BasicFederatedQuery`)).toBe(false)
    expect(has('#endpoint', `${baseIri}sparql`)).toBe(true)
    expect(has('#name', `${baseIri}source/visite-elus-2016#L42`)).toBe(true)
    expect(has('#extensionFunction', 'http://www.w3.org/2001/XMLSchema#date')).toBe(true)
    expect(has('#class', 'https://w3id.org/commonsgraph/ontology#Commons')).toBe(true)
    expect(has('#property', 'http://www.w3.org/2000/01/rdf-schema#label')).toBe(true)
    expect(has('#resultFormat', 'http://www.w3.org/ns/formats/SPARQL_Results_JSON')).toBe(true)
  })

  test.each(['NOW()', 'RAND()', 'UUID()', 'STRUUID()', 'BNODE()'])('an answer with %s is not kept', async (call) => {
    const { headers } = await ask(`SELECT * { ?s ?p ?o FILTER(BOUND(?s) && STR(${call}) != "") } LIMIT 1`)
    expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store'])
    expect((await ask(members)).headers.etag).toBeTruthy()
  })

  test.each([
    ['nesting', `ASK ${'{'.repeat(100)}${'}'.repeat(100)}`, `ASK ${'{'.repeat(101)}${'}'.repeat(101)}`],
    ['patterns', `ASK { ${'<id/lille> ?b ?c . '.repeat(200)} }`, `ASK { ${'<id/lille> ?b ?c . '.repeat(201)} }`],
    ['branches', `ASK { {}${' UNION {}'.repeat(199)} }`, `ASK { {}${' UNION {}'.repeat(200)} }`],
  ])('the limit of %s is where it says', async (_, below, above) => {
    const post = (payload: string) =>
      app.inject({ method: 'POST', url: '/sparql', headers: { 'content-type': 'application/sparql-query' }, payload })
    const tooLarge = await post(above)
    expect([tooLarge.statusCode, tooLarge.json().code]).toEqual([413, 'payload-too-large'])
    expect((await post(below)).statusCode).toBe(200)
  })

  test('brackets in strings, IRIs and comments do not nest', async () => {
    const brackets = '{'.repeat(150)
    const iri = '<http://x.example/(((>'
    const query = `# ${brackets}\nASK { FILTER("${brackets}" != '''${brackets}''' && 1 < 2) ${iri} ?p "\\"${brackets}" }`
    expect((await ask(query)).statusCode).toBe(200)
  })

  test('a body that is not UTF-8 is refused', async () => {
    const post = (type: string, payload: Buffer) =>
      app.inject({ method: 'POST', url: '/sparql', headers: { 'content-type': type }, payload })
    const utf16 = Buffer.from('ASK {}', 'utf16le')
    expect((await post('application/sparql-query; charset=utf-16', utf16)).statusCode).toBe(415)
    expect((await post('application/sparql-query', Buffer.from([0x41, 0xff, 0xfe]))).statusCode).toBe(400)
  })

  test('what is no percent-encoded UTF-8 is refused and not read as something else', async () => {
    const refused = { code: 'parameter-invalid', detail: expect.stringContaining('%E9') }
    expect((await get('/sparql?query=ASK%7B?s%20?p%20%22caf%E9%22%7D')).json()).toMatchObject(refused)
    expect((await get('/search?q=caf%E9')).json()).toMatchObject(refused)
    const form = await app.inject({
      method: 'POST',
      url: '/sparql',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'query=ASK%7B?s%20?p%20%22caf%E9%22%7D',
    })
    expect([form.statusCode, form.json()]).toEqual([400, expect.objectContaining(refused)])
    expect((await get('/search?q=100%')).statusCode).toBe(400)
    expect((await get('/search?q=caf%C3%A9+100%25')).statusCode).toBe(200)
  })

  test('an address says which methods it knows', async () => {
    const options = await app.inject({ method: 'OPTIONS', url: '/sparql' })
    expect(options.headers.allow).toBe('GET, HEAD, OPTIONS, POST, QUERY')
    expect((await app.inject({ method: 'OPTIONS', url: '/nowhere' })).headers.allow).toBeUndefined()
    // Without a body and a type of one, too.
    const query = await app.inject({ method: 'QUERY' as 'GET', url: '/graphs?default' })
    expect([query.statusCode, query.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })

  test('an IRI or a language that a query made up forges nothing', async () => {
    const evil = 'http://x.example/> <http://evil.example/p> <http://evil.example/o'
    const rows = (await ask(`SELECT (IRI("${evil}") AS ?iri) (STRLANG("x", "fr> .") AS ?text) (1 AS ?n) {}`)).json()
      .results.bindings
    expect(rows).toEqual([{ n: expect.objectContaining({ value: '1' }) }])
    const forge = `CONSTRUCT { <id/a> <id/b> ?iri, 1 } WHERE { BIND(IRI("${evil}") AS ?iri) }`
    for (const mediaType of ['application/n-triples', 'text/turtle', 'application/rdf+xml']) {
      const { statusCode, body } = await ask(forge, mediaType)
      expect([statusCode, body.includes('evil.example')]).toEqual([200, false])
    }
  })

  test('a template that gives no triple gives none', async () => {
    const query = 'CONSTRUCT { ?x <id/p> 1 . <id/a> ?x 2 . <id/a> <id/p> ?x } WHERE { VALUES ?x { "text" } }'
    const { body } = await ask(query, 'application/n-triples')
    expect(body).toBe(`<${baseIri}id/a> <${baseIri}id/p> "text" .\n`)
  })

  test('a character that XML cannot carry is said, not written', async () => {
    const query = String.raw`SELECT ("a\u0000b" AS ?x) {}`
    expect((await ask(query, 'application/sparql-results+xml')).json()).toMatchObject({
      status: 406,
      code: 'not-acceptable',
    })
    expect((await ask(query)).json().results.bindings[0].x.value).toBe('a\u0000b')
  })

  test('an invalid pattern is the row’s error, a back-reference the query’s', async () => {
    const rows = (await ask('SELECT ?x { VALUES (?x ?p) { ("a" "(") ("b" "b") } FILTER(REGEX(?x, ?p)) }')).json()
    expect(rows.results.bindings).toEqual([{ x: { type: 'literal', value: 'b' } }])
    expect((await ask(String.raw`ASK { FILTER(REGEX("aa", "(a)\\1")) }`)).json()).toMatchObject({
      status: 403,
      code: 'query-refused',
    })
  })

  test('a person gets a form', async () => {
    const { body } = await get('/sparql?lang=fr', 'text/html')
    expect(body).toContain('<textarea name="query"')
  })

  test('FROM, SERVICE and LOAD reach nothing on the network', async () => {
    let connections = 0
    const canary = createServer((_, response) => response.end('<a> <b> <c> .'))
    canary.on('connection', () => connections++)
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/data.ttl`
    const queries = [
      `SELECT * FROM <${url}> { ?s ?p ?o }`,
      `SELECT * FROM NAMED <${url}> { GRAPH ?g { ?s ?p ?o } }`,
      `SELECT * { SERVICE SILENT <${url}> { ?s ?p ?o } }`,
      `LOAD <${url}>`,
      `DESCRIBE <${url}>`,
    ]
    for (const query of queries) await ask(query)
    await new Promise((resolve) => canary.close(resolve))
    expect(connections).toBe(0)
    expect((await ask(`SELECT * FROM <${url}> { ?s ?p ?o }`)).json().results.bindings).toEqual([])
  })

  test('DESCRIBE tells what is known', async () => {
    const { body } = await ask('DESCRIBE <id/mutualab>', 'application/n-triples')
    expect((await parse(body, { baseIri, file: '' })).length).toBeGreaterThan(5)
  })
})

describe('explain', () => {
  const query = encodeURIComponent('SELECT * { ?s a ?c ; <http://www.w3.org/2000/01/rdf-schema#label> ?l }')

  test('tells the plan as text and as JSON, by GET and in a form', async () => {
    const text = await app.inject({ url: `/sparql?query=${query}&explain=text` })
    expect([text.statusCode, text.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(text.body).toMatch(/^project \?s \?c \?l\n {2}join\n {4}pattern /)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const json = await app.inject({ method: 'POST', url: '/sparql', headers, payload: `query=${query}&explain=json` })
    expect(json.headers['content-type']).toBe('application/json')
    expect(json.json()).toMatchObject({ operator: 'project', by: 'store', operands: [{ operator: 'join' }] })
  })

  test('knows no other format', async () => {
    const { statusCode, body } = await app.inject({ url: `/sparql?query=${query}&explain=xml` })
    expect([statusCode, JSON.parse(body)]).toMatchObject([
      400,
      { code: 'parameter-invalid', offered: ['text', 'json'] },
    ])
  })
})
