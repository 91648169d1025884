/**
 * Requests of SPARQL 1.1 Protocol (§2.1) around a query: the right ones, and those that clients get wrong. `expected`
 * holds the statuses that the protocol, RFC 9110 and our contract allow for a query that is itself in order.
 */
import { base, canary, graphNames } from './data.ts'
import type { Random } from './random.ts'
import { formOf } from './tokens.ts'

export interface FuzzRequest {
  /** What is tried, for the report. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  readonly expected: readonly number[]
  /** The dataset that the protocol names; undefined if it names none. */
  readonly dataset?: ProtocolDataset | undefined
}

export interface ProtocolDataset {
  readonly defaultGraphs: readonly string[]
  readonly namedGraphs: readonly string[]
}

const form = 'application/x-www-form-urlencoded'
const direct = 'application/sparql-query'

/** A request that nothing is wrong with, in one of the ways of the protocol. */
export function plainRequest(random: Random, text: string): FuzzRequest {
  return carry(random, text, 'plain', { accept: acceptOf(text) })
}

/** A request in which something about the protocol is unusual or wrong. */
export function oddRequest(random: Random, text: string): FuzzRequest {
  return random.weighted<() => FuzzRequest>([
    [3, () => withDataset(random, text)],
    [4, () => withAccept(random, text)],
    [2, () => withContentType(random, text)],
    [2, () => withParameters(random, text)],
    [2, () => withMethod(random, text)],
    [1.5, () => withEncoding(random, text)],
    [1, () => withHeaders(random, text)],
  ])()
}

/** A media type in which an answer can be compared. */
export function acceptOf(text: string): string {
  return /^(SELECT|ASK)$/.test(formOf(text)) ? 'application/sparql-results+json' : 'application/n-triples'
}

function carry(
  random: Random,
  text: string,
  name: string,
  headers: Record<string, string>,
  parameters: readonly (readonly [string, string])[] = [],
): FuzzRequest {
  const rest = new URLSearchParams(parameters as [string, string][]).toString()
  const all = new URLSearchParams([['query', text], ...(parameters as [string, string][])]).toString()
  const common = { name, expected: [200] }
  const beside = `/sparql${rest && '?'}${rest}`
  return random.weighted<FuzzRequest>([
    [3, { ...common, method: 'GET', path: `/sparql?${all}`, headers }],
    [3, { ...common, method: 'POST', path: '/sparql', headers: { ...headers, 'content-type': form }, body: all }],
    [3, { ...common, method: 'POST', path: beside, headers: { ...headers, 'content-type': direct }, body: text }],
    [1.5, { ...common, method: 'QUERY', path: beside, headers: { ...headers, 'content-type': direct }, body: text }],
  ])
}

/** §2.1.4: what the request says about the dataset goes before what the query says. */
function withDataset(random: Random, text: string): FuzzRequest {
  const graph = () => random.pick([...graphNames, ...graphNames, `${base}g4`, `${canary}g.ttl`])
  const defaultGraphs = random.list(0, 2, graph)
  const namedGraphs = random.list(defaultGraphs.length ? 0 : 1, 2, graph)
  const parameters = [
    ...defaultGraphs.map((iri) => ['default-graph-uri', iri] as const),
    ...namedGraphs.map((iri) => ['named-graph-uri', iri] as const),
  ]
  const request = carry(random, text, 'dataset', { accept: acceptOf(text) }, parameters)
  if (random.chance(0.85)) return { ...request, dataset: { defaultGraphs, namedGraphs } }
  const wrong = random.pick(['', 'relative', '<x>', 'http://[', 'file:///etc/passwd', 'a b', 'urn:\u0000', '%%%'])
  const bad = carry(random, text, 'wrong graph', { accept: acceptOf(text) }, [['default-graph-uri', wrong]])
  return { ...bad, expected: [200, 400] }
}

const tables = [
  'application/sparql-results+json',
  'application/sparql-results+xml',
  'text/csv',
  'text/tab-separated-values',
]
const graphs = [
  'application/ld+json',
  'text/turtle',
  'application/trig',
  'application/n-triples',
  'application/n-quads',
]

function withAccept(random: Random, text: string): FuzzRequest {
  const offered = /^(SELECT|ASK)$/.test(formOf(text)) ? tables : [...graphs, 'application/rdf+xml']
  const other = offered === tables ? graphs : tables
  const [name, accept, ...expected] = random.pick<readonly [string, string, ...number[]]>([
    ['accept', random.pick(offered), 200],
    ['accept', random.pick(offered), 200],
    ['accept', random.pick(offered).toUpperCase(), 200],
    ['accept', `${random.pick(offered)};q=0.${random.int(1, 9)}, image/png`, 200],
    ['accept', `${random.pick(offered)}; charset=utf-8 ; q=1.0`, 200],
    ['accept', '*/*', 200],
    ['accept', `${random.pick(offered)}, */*;q=0.1`, 200],
    ['foreign accept', random.pick(other), 406],
    ['foreign accept', random.pick(['image/png', 'text/plain', 'application/x-thing', 'video/*']), 406],
    ['foreign accept', `${random.pick(offered)};q=0`, 406],
    [
      'odd accept',
      random.pick(['', ' ', ',', ',,,', ';', 'a', '/', '*/', '/*', 'a/b/c', '*', '*/*;q=', 'text/']),
      200,
      406,
    ],
    ['odd accept', random.pick(['*/*;q=2', '*/*;q=-1', '*/*;q=abc', '*/*;q=0', 'text/*;q=0.0000001']), 200, 406],
    ['odd accept', `text/csv;x="${'a,;'.repeat(random.int(1, 400))}"`, 200, 406],
    ['odd accept', Array.from({ length: random.int(2, 200) }, (_, i) => `a/b${i};q=0.${i % 10}`).join(','), 200, 406],
    ['odd accept', `${' '.repeat(random.int(1, 2000))}${random.pick(offered)}`, 200, 406],
    ['odd accept', `text/turtle;${'='.repeat(random.int(1, 2000))}`, 200, 406],
    ['odd accept', 'text/html', 200, 406],
  ])
  return { ...carry(random, text, name, { accept }), expected }
}

function withContentType(random: Random, text: string): FuzzRequest {
  const post = (type: string | undefined, body: string | Buffer, expected: number[], name: string): FuzzRequest => {
    const headers = { accept: acceptOf(text), ...(type !== undefined && { 'content-type': type }) }
    return { name, method: random.pick(['POST', 'POST', 'QUERY']), path: '/sparql', headers, body, expected }
  }
  const encoded = new URLSearchParams([['query', text]]).toString()
  const latin = Buffer.from(text, 'latin1')
  return random.pick([
    () => post(`${direct}; charset=utf-8`, text, [200], 'content type'),
    () => post(`${direct};charset="UTF-8"`, text, [200], 'content type'),
    () => post('Application/SPARQL-Query', text, [200], 'content type'),
    () => ({ ...post(`${form}; charset=UTF-8`, encoded, [200], 'content type'), method: 'POST' }),
    () => post(`${direct}; charset=iso-8859-1`, latin, [200, 400, 415], 'charset'),
    () => post(`${direct}; charset=utf-16`, Buffer.from(text, 'utf16le'), [200, 400, 415], 'charset'),
    () =>
      post(direct, Buffer.concat([Buffer.from(text), Buffer.from([0x23, 0xff, 0xfe, 0x80])]), [200, 400], 'not UTF-8'),
    () =>
      post(
        random.pick(['text/plain', 'application/json', 'text/turtle', 'multipart/form-data']),
        text,
        [415],
        'foreign type',
      ),
    () =>
      post(
        random.pick(['', ';', 'a', 'a/b/c', '/', `x/${'y'.repeat(3000)}`, `${direct}x`]),
        text,
        [400, 415],
        'odd type',
      ),
    () => post(undefined, text, [400, 415], 'no type'),
    () => post('application/sparql-update', 'DROP ALL', [400, 403, 415], 'update type'),
  ])()
}

function withParameters(random: Random, text: string): FuzzRequest {
  const headers = { accept: acceptOf(text) }
  const queries = (...pairs: [string, string][]) => new URLSearchParams(pairs).toString()
  const [name, parameters, ...expected] = random.pick<readonly [string, string, ...number[]]>([
    ['query twice', queries(['query', text], ['query', text]), 400],
    ['query twice', queries(['query', text], ['query', 'ASK {}']), 400],
    ['empty query', queries(['query', '']), 400],
    ['update', queries(['update', 'DROP ALL']), 400, 403],
    ['query and update', queries(['query', text], ['update', 'CLEAR ALL']), 400, 403],
    ['unknown parameter', queries(['query', text], ['constructor', '1'], ['__proto__', 'x']), 200, 400],
    ['wrong case', queries(['QUERY', text]), 400, 406],
  ])
  if (random.chance(0.5)) return { name, method: 'GET', path: `/sparql?${parameters}`, headers, expected }
  const post = { ...headers, 'content-type': form }
  return { name, method: 'POST', path: '/sparql', headers: post, body: parameters, expected }
}

function withMethod(random: Random, text: string): FuzzRequest {
  const query = `?${new URLSearchParams([['query', text]])}`
  const headers = { accept: acceptOf(text) }
  const wrong = random.pick(['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'TRACE', 'LOCK', 'SEARCH'])
  return random.pick<FuzzRequest>([
    { name: 'HEAD', method: 'HEAD', path: `/sparql${query}`, headers, expected: [200] },
    { name: 'OPTIONS', method: 'OPTIONS', path: '/sparql', headers, expected: [200, 204] },
    { name: 'wrong method', method: wrong, path: `/sparql${query}`, headers, expected: [400, 404, 405, 501] },
  ])
}

/** Percent signs, plus signs and bytes that mean something else than they should, or nothing. */
function withEncoding(random: Random, text: string): FuzzRequest {
  const headers = { accept: acceptOf(text) }
  const nonsense = random.pick([
    '%',
    '%zz',
    '%00',
    '%ff%fe',
    '%u0041',
    '&&&=&',
    '=',
    '%25',
    '+',
    '%E0%A4%A',
    ';',
    '?',
    '#',
  ])
  const encoded = encodeURIComponent(text.toWellFormed())
  const place = random.int(0, encoded.length)
  const broken = random.chance(0.5) ? encoded + nonsense : encoded.slice(0, place) + nonsense + encoded.slice(place)
  const expected = [200, 400, 403]
  if (random.chance(0.5)) return { name: 'encoding', method: 'GET', path: `/sparql?query=${broken}`, headers, expected }
  const post = { ...headers, 'content-type': form }
  return { name: 'encoding', method: 'POST', path: '/sparql', headers: post, body: `query=${broken}`, expected }
}

function withHeaders(random: Random, text: string): FuzzRequest {
  const [extra, ...expected] = random.pick<readonly [Record<string, string>, ...number[]]>([
    [{ 'content-encoding': 'gzip' }, 200, 400, 415],
    // A query with NOW and its like has no entity tag.
    [{ 'if-none-match': '*' }, 200, 304],
    [{ 'if-none-match': '"nothing", W/"x"' }, 200],
    [{ 'if-none-match': `${'"a",'.repeat(random.int(1, 500))}` }, 200],
    [{ 'accept-encoding': random.pick(['*;q=0', 'x', ';;', 'identity;q=0']) }, 200, 406],
    [{ 'accept-language': 'x'.repeat(random.int(1, 3000)) }, 200],
    [{ host: 'evil.example:99999' }, 200],
    [{ 'x-forwarded-for': "'; DROP", forwarded: 'for=";"' }, 200],
    [{ origin: 'null' }, 200],
    [{ range: 'bytes=5-1' }, 200, 206, 416],
    [{ expect: 'something' }, 200, 417],
  ])
  return { ...carry(random, text, `header ${Object.keys(extra)[0]}`, { accept: acceptOf(text), ...extra }), expected }
}
