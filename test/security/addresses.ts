/**
 * Every address of the application with an answer of each kind, and requests that each end in an error.
 */
import { app, get } from '../support/app.ts'

export const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const query = encodeURIComponent('SELECT * { <id/mutualab> ?p ?o }')
const graph = encodeURIComponent('CONSTRUCT WHERE { <id/mutualab> ?p ?o }')

export const answered: readonly (readonly [url: string, accept: string])[] = [
  ...[
    '/',
    '/page/mutualab',
    '/agenda',
    '/change?thing=id/mutualab',
    '/source/visite-elus-2016',
    '/scheme/kinds',
    '/licence/agpl-3.0-only',
    '/graph/derived',
    '/reconcile/preview?id=mutualab',
    '/map',
    '/near?from=mutualab',
  ].map((url) => [url, browser] as const),
  ...['/ontology', '/shapes', '/dataset', '/queries', '/dumps/', '/dumps/latest/', '/search?q=mutualab', '/sparql'].map(
    (url) => [url, browser] as const,
  ),
  ...[
    '/data/mutualab',
    '/data/mutualab.rdf',
    '/data/mutualab.geojson',
    '/.well-known/void',
    '/sparql',
    '/graphs?default',
  ].map((url) => [url, '*/*'] as const),
  ...['', '/suggest/entity?prefix=m', '/flyout/entity?id=mutualab', '/properties?type=cg:Commons'].map(
    (path) => [`/reconcile${path}`, '*/*'] as const,
  ),
  ...['/ontology/context.jsonld', '/health', '/openapi.json', '/style.css', '/dumps/latest/SHA256SUMS'].map(
    (url) => [url, '*/*'] as const,
  ),
  ...['json', 'xml', 'csv', 'tab-separated-values'].map(
    (format) =>
      [
        `/sparql?query=${query}`,
        format.length < 5 && format !== 'csv' ? `application/sparql-results+${format}` : `text/${format}`,
      ] as const,
  ),
  ...['text/turtle', 'application/ld+json', 'application/rdf+xml', 'application/n-quads'].map(
    (accept) => [`/sparql?query=${graph}`, accept] as const,
  ),
]

/** Text that is markup, a header, a path and a query, if anything takes it for one. */
export const hostile = `"'><script>alert(1)</script>\r\nSet-Cookie: a=b\r\n\r\n../../etc/passwd } UNION { ?s ?p ?o }`

const encoded = encodeURIComponent(hostile)
const formType = 'application/x-www-form-urlencoded'

interface Request {
  readonly url: string
  readonly method?: 'POST' | 'DELETE'
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string
}

/** Requests that end in an error each, by what is wrong, with hostile text wherever one can be. */
export const refused: readonly (readonly [what: string, request: Request])[] = [
  ...['id', 'data', 'page', 'source', 'scheme', 'licence', 'graph', 'queries', 'dumps/latest', 'nowhere'].map(
    (path) => [`a name under /${path}`, { url: `/${path}/${encoded}` }] as const,
  ),
  ['a query', { url: `/sparql?query=${encoded}` }],
  ['a default graph', { url: `/sparql?query=ASK%7B%7D&default-graph-uri=${encoded}` }],
  ['a named graph', { url: `/sparql?query=ASK%7B%7D&named-graph-uri=${encoded}` }],
  ['an update', { url: `/sparql?update=${encoded}` }],
  ['no query', { url: `/sparql?other=${encoded}` }],
  ['a service', { url: `/sparql?query=${encodeURIComponent(`ASK { SERVICE <http://127.0.0.1:9/${encoded}> { } }`)}` }],
  ['a graph of the store', { url: `/graphs?graph=${encoded}` }],
  ['a parameter of the store', { url: `/graphs?${encoded}` }],
  ['a batch', { url: `/reconcile?queries=${encoded}` }],
  ['a member of a batch', { url: `/reconcile?queries=${encodeURIComponent(JSON.stringify({ [hostile]: {} }))}` }],
  ['an extension', { url: `/reconcile?extend=${encoded}` }],
  ['a preview', { url: `/reconcile/preview?id=${encoded}` }],
  ['a flyout', { url: `/reconcile/flyout/type?id=${encoded}` }],
  ['a limit', { url: `/search?q=x&limit=${encoded}` }],
  ['a long search', { url: `/search?q=${'x'.repeat(300)}` }],
  ['a day', { url: `/page/mutualab?asOf=${encoded}` }],
  ['a thing to change', { url: `/change?thing=${encoded}` }],
  ['a method', { url: '/data/mutualab', method: 'DELETE' }],
  ['half an escape', { url: '/%' }],
  ['another type', { url: '/sparql', method: 'POST', headers: { 'content-type': 'text/x' }, payload: hostile }],
  ['a form', { url: '/sparql', method: 'POST', headers: { 'content-type': formType }, payload: `query=${encoded}` }],
  [
    'a long query',
    { url: '/sparql', method: 'POST', headers: { 'content-type': formType }, payload: `query=${'x'.repeat(70_000)}` },
  ],
]

export function send(request: Request, accept = '*/*') {
  return app.inject({ ...request, headers: { accept, ...request.headers } })
}
export { app, get }
