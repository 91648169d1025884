/**
 * What leaves the server: rows 6 to 10, 13, 16 to 18 and 20 of the list in `README.md`.
 */
import { tmpdir } from 'node:os'
import { describe, expect, inject, test } from 'vitest'
import { parse } from '../../src/rdf/parse.ts'
import { readXml } from '../conformance/results/xml.ts'
import { baseIri, root } from '../support/dataset.ts'
import { answered, app, browser, get, hostile, refused, send } from './addresses.ts'

const ask = (query: string, accept: string, more = '') =>
  get(`/sparql?query=${encodeURIComponent(query)}${more}`, accept)
const rowFormats = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
]
const graphFormats = [
  'text/turtle',
  'application/trig',
  'application/n-triples',
  'application/n-quads',
  'application/ld+json',
  'application/rdf+xml',
]

describe('6, 7: pages run nothing that the data or a request brings', () => {
  test.each(answered.filter(([, accept]) => accept === browser))(
    '%s links only to the web and to itself',
    async (url, accept) => {
      const { statusCode, body, headers } = await get(url, accept)
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      const targets = [...body.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)].map(([, target]) => target!)
      expect(targets.length).toBeGreaterThan(4)
      expect(targets.filter((target) => !/^(https?:\/\/|\/|#)/.test(target))).toEqual([])
      expect(body).not.toMatch(
        /<(?!!doctype|meta|link|\/?(html|head|title|body|script type="application\/ld\+json"))[^>]*\son\w+=/i,
      )
      // Modules of ours, by their address, and data.
      expect(
        body.match(/<script(?! type="(application\/ld\+json"|module" src="\/web\/[\w-]+\.js"><\/script>))/g),
      ).toBeNull()
    },
  )

  test('text of a request is text on the page that repeats it', async () => {
    const search = await get(`/search?q=${encodeURIComponent(hostile)}`, browser)
    expect(search.statusCode).toBe(200)
    expect(search.body).toMatch(/&(lt|#60);script&(gt|#62);/)
    const pages = [search, ...(await Promise.all(refused.map(([, request]) => send(request, browser))))]
    for (const { body } of pages) expect(body).not.toMatch(/<script>|"'>|'>/)
  })

  test.each(answered)('%s as %s is taken for what it says it is', async (url, accept) => {
    const { headers } = await get(url, accept)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    if (accept !== browser) expect(headers['content-type']).not.toContain('html')
  })

  test('the answer to a query is never a page itself, and on the page of the editor it is text', async () => {
    const query = 'SELECT ("<script>alert(1)</script>" AS ?x) (<javascript:alert(1)> AS ?y) {}'
    for (const accept of ['text/html', browser]) {
      const { statusCode, body, headers } = await ask(query, accept)
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      expect(body).toContain('<table class="answer">')
      expect(body).not.toMatch(/<script>|href="javascript:/)
    }
    const posted = { method: 'POST', url: '/sparql', payload: query } as const
    const sent = { 'content-type': 'application/sparql-query', accept: 'text/html' }
    expect((await app.inject({ ...posted, headers: sent })).statusCode).toBe(406)
    expect((await ask('SELECT * { <script>alert(1)</script>', browser)).body).not.toMatch(/<script>/)
    for (const format of rowFormats) expect((await ask(query, format)).headers['content-type']).toContain(format)
  })
})

describe('8: a term that a query made up forges nothing', () => {
  const evil = 'http://x.example/> <http://evil.example/p> <http://evil.example/o'
  const made = [
    `IRI("${evil}")`,
    `IRI("x\\nhttp://evil.example/")`,
    `IRI("x\\thttp://evil.example/")`,
    `STRLANG("x", "fr> <http://evil.example/")`,
    `STRDT("x", IRI("${evil}"))`,
    `BNODE("b <http://evil.example/")`,
    `"\\t<http://evil.example/>\\n"`,
  ]

  test.each(made)('%s in TSV, CSV and XML is one cell or none', async (expression) => {
    const query = `SELECT (${expression} AS ?x) (1 AS ?n) {}`
    const tsv = (await ask(query, 'text/tab-separated-values')).body
    expect(
      tsv
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t').length),
    ).toEqual([2, 2])
    expect(tsv).not.toMatch(/<[^>]*[\s"][^>]*>/)
    const xml = readXml((await ask(query, 'application/sparql-results+xml')).body)
    expect(xml.children[1]!.children).toHaveLength(1)
    expect((await ask(query, 'application/sparql-results+json')).json().results.bindings).toHaveLength(1)
  })

  test.each(graphFormats)('in %s it is one triple or none', async (format) => {
    const values = made.map((expression, index) => `BIND(${expression} AS ?v${index})`).join(' ')
    const triples = made.map((_, index) => `<id/s> <http://x.example/p${index}> ?v${index} .`).join(' ')
    const { statusCode, body } = await ask(`CONSTRUCT { ${triples} } WHERE { ${values} }`, format)
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/<http:\/\/evil\.example\/[po]>/)
    if (!/json|xml/.test(format)) {
      const subjects = (await parse(body, { baseIri, file: '' })).map(({ quad }) => quad.subject.value)
      expect(new Set(subjects)).toEqual(new Set([`${baseIri}id/s`]))
    }
  })
})

describe('9: what XML cannot carry is said, or is well-formed', () => {
  test.each(['\\u0000', '\\u0001', '\\u000B', '\\u001F', '\\uFFFE', '\\uFFFF'])('%s', async (character) => {
    const row = `SELECT ("a${character}b" AS ?x) {}`
    const graph = `CONSTRUCT { <id/a> <id/p> "a${character}b" } WHERE {}`
    expect((await ask(row, 'application/sparql-results+xml')).json()).toMatchObject({ code: 'not-acceptable' })
    expect((await ask(graph, 'application/rdf+xml')).json()).toMatchObject({ code: 'not-acceptable' })
  })

  test('markup and line ends come back as they were', async () => {
    const { body } = await ask(`SELECT ("<a>&amp;]]>\\r\\n\\"'" AS ?x) {}`, 'application/sparql-results+xml')
    expect(readXml(body).children[1]!.children[0]!.children[0]!.children[0]!.text).toBe('<a>&amp;]]>\r\n"\'')
  })
})

describe('10: CSV is the specification’s, is saved before it is opened, and is safe when asked', () => {
  const query = 'SELECT * { VALUES ?x { "=1+1" "+1" "-1" "@a" "\\ta" "\\ra" "a=1" "=a,b" } }'
  const plain = 'x\r\n=1+1\r\n+1\r\n-1\r\n@a\r\n\ta\r\n"\ra"\r\na=1\r\n"=a,b"\r\n'
  const safe = "x\r\n'=1+1\r\n'+1\r\n'-1\r\n'@a\r\n'\ta\r\n\"'\ra\"\r\na=1\r\n\"'=a,b\"\r\n"

  test('by GET and by POST', async () => {
    const [raw, asked] = [await ask(query, 'text/csv'), await ask(query, 'text/csv', '&safe=1')]
    expect([raw.body, asked.body]).toEqual([plain, safe])
    expect(raw.headers.etag).not.toBe(asked.headers.etag)
    for (const { headers } of [raw, asked]) expect(headers['content-disposition']).toBe('attachment')
    const post = { method: 'POST', url: '/sparql?safe=1', payload: query } as const
    const headers = { 'content-type': 'application/sparql-query', accept: 'text/csv' }
    expect((await app.inject({ ...post, headers })).body).toBe(safe)
  })

  test('of saved queries too, and no other format is touched', async () => {
    const [{ name }] = (await get('/queries')).json()
    expect((await get(`/queries/${name}.csv?safe=1`)).headers['content-disposition']).toBe('attachment')
    const tsv = 'text/tab-separated-values'
    expect((await ask(query, tsv, '&safe=1')).body).toBe((await ask(query, tsv)).body)
  })
})

describe('13, 16: caches and other origins', () => {
  const elsewhere = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'gopher',
    'x-original-url': '/health',
    forwarded: 'host=evil.example',
    origin: 'https://evil.example',
  }

  test.each(answered)('%s as %s says what it depends on, and depends on nothing else', async (url, accept) => {
    const [here, there] = [await get(url, accept), await get(url, accept, elsewhere)]
    expect(there.body).toBe(here.body)
    const withoutTime = ({ date: _, 'x-request-id': __, ...headers }: typeof here.headers) => headers
    expect(withoutTime(there.headers)).toEqual(withoutTime(here.headers))
    expect(here.headers['set-cookie']).toBeUndefined()
    expect(here.headers['access-control-allow-origin']).toBe('*')
    expect(here.headers['access-control-allow-credentials']).toBeUndefined()
    // An engine of others may order rows otherwise the next time.
    const tag = inject('engine') ? /^(W\/)?"/ : /^"/
    if (here.headers['cache-control'] !== 'no-store') expect(here.headers.etag).toMatch(tag)
    // An address of one format depends on no Accept; all others say that they do.
    const another = await get(url, accept === browser ? 'text/turtle' : browser)
    if (another.headers['content-type'] !== here.headers['content-type']) {
      for (const { headers } of [here, another]) expect(headers.vary).toMatch(/\bAccept\b(?!-)/)
    }
  })

  test.each(refused)('the error of %s is not kept', async (_, request) => {
    const { statusCode, headers } = await send(request)
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(statusCode).toBeLessThan(500)
    expect(headers['cache-control']).toBe('no-store')
    for (const name of ['etag', 'set-cookie', 'content-location', 'link']) expect(headers[name]).toBeUndefined()
  })

  test('no origin is told that it may write', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'PUT' }
    const { headers: given } = await app.inject({ method: 'OPTIONS', url: '/graphs?default', headers })
    expect(given['access-control-allow-methods']).not.toMatch(/PUT|DELETE|PATCH/)
    expect(given['access-control-allow-credentials']).toBeUndefined()
  })
})

test.each(refused)('17: no text of %s becomes a header', async (_, request) => {
  for (const accept of ['*/*', browser]) {
    const { headers } = await send(request, accept)
    expect(JSON.stringify(headers)).not.toMatch(/\\r|\\n|a=b|alert/)
  }
})

describe('17: names in headers are ASCII', () => {
  test.each(['/dumps/é', '/dumps/%0d%0aX: y', '/id/é\u{1f600}', '/data/%E2%80%A8'])('%s', async (url) => {
    const { statusCode, headers } = await get(encodeURI(url).replaceAll('%25', '%'))
    expect(statusCode).toBeLessThan(500)
    expect(JSON.stringify(headers)).toMatch(/^[\x20-\x7e]*$/)
  })
})

describe('18: names that objects have already', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

  test.each(rowFormats)('are variables like others in %s', async (format) => {
    const { statusCode, body } = await ask(
      `SELECT ${names.map((name) => `("${name}!" AS ?${name})`).join(' ')} {}`,
      format,
    )
    expect(statusCode).toBe(200)
    for (const name of names) expect(body).toContain(`${name}!`)
  })

  test.each(graphFormats.slice(0, 5))('are IRIs like others in %s', async (format) => {
    const triples = names.map(
      (name) => `<http://x.example/${name}> <http://x.example/${name}> <http://x.example/${name}> .`,
    )
    const { statusCode, body } = await ask(`CONSTRUCT { ${triples.join(' ')} } WHERE {}`, format)
    expect(statusCode).toBe(200)
    for (const name of names) expect(body).toContain(name)
  })

  test('change nothing as parameters, in any spelling', async () => {
    for (const name of [...names, '__proto__[polluted]', '__proto__.polluted', 'constructor[prototype][polluted]']) {
      for (const path of ['/search?q=mutualab', '/sparql?query=ASK%7B%7D', '/page/mutualab?lang=fr']) {
        expect((await get(`${path}&${encodeURIComponent(name)}=1`)).statusCode).toBe(200)
      }
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    for (const name of names) expect((await get(`/queries/${name}`)).statusCode).toBe(404)
    for (const name of names) expect((await get(`/dumps/latest/${name}`)).statusCode).toBe(404)
  })
})

test.each(refused)('20: the error of %s tells nothing of the inside', async (_, request) => {
  const { body } = await send(request)
  expect(JSON.parse(body)).toMatchObject({ code: expect.any(String), instance: expect.stringMatching(/^urn:uuid:/) })
  for (const secret of [root, tmpdir(), 'node_modules', '.ts:', '    at ', 'urn:comunica', 'FST_', 'ERR_']) {
    expect(body).not.toContain(secret)
  }
})
