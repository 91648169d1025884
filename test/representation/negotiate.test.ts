import { describe, expect, test } from 'vitest'
import { html, negotiateLanguage, negotiateMediaType, prefersHtml } from '../../src/representation/negotiate.ts'

const rdf = ['application/ld+json', 'text/turtle', 'application/rdf+xml']
const results = ['application/sparql-results+json', 'application/sparql-results+xml', 'text/csv']

describe('negotiateMediaType', () => {
  test.each([
    [undefined, rdf, 'application/ld+json'],
    ['*/*', rdf, 'application/ld+json'],
    ['text/turtle', rdf, 'text/turtle'],
    ['text/*', rdf, 'text/turtle'],
    ['text/turtle;q=0.5, application/rdf+xml', rdf, 'application/rdf+xml'],
    ['application/json', rdf, 'application/ld+json'],
    ['application/json', results, 'application/sparql-results+json'],
    ['application/xml', results, 'application/sparql-results+xml'],
    ['application/json', ['application/json', html], 'application/json'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', rdf, 'application/ld+json'],
    ['text/turtle;charset=utf-8;q=0.9, image/png', rdf, 'text/turtle'],
    ['application/ld+json;q=0, */*', rdf, 'text/turtle'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', [...rdf, html], html],
    ['TEXT/TURTLE', rdf, 'text/turtle'],
  ])('%s of %j is %s', (accept, offered, expected) => {
    expect(negotiateMediaType(accept, offered)).toBe(expected)
  })

  test.each(['image/png', 'text/turtle;q=0', 'nonsense', ';;;,,,', 'text/turtle;a="unclosed'])(
    '%s fits nothing',
    (accept) => {
      const offered = accept.startsWith('text/turtle;a') ? ['text/csv'] : rdf
      expect(() => negotiateMediaType(accept, offered)).toThrow(
        expect.objectContaining({ code: 'not-acceptable', detail: { offered } }),
      )
    },
  )

  test('a header made to be slow is not', () => {
    const started = performance.now()
    const attempts = ['a;'.repeat(8000), `a/b${';x="'.repeat(4000)}`, `a/b;${' '.repeat(16000)}x`]
    for (const accept of attempts) expect(() => negotiateMediaType(accept, rdf)).toThrow()
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

test('a browser prefers pages; a program, or one that does not say, prefers data', () => {
  expect(prefersHtml('text/html,application/xhtml+xml,*/*;q=0.8')).toBe(true)
  expect(prefersHtml('application/json')).toBe(false)
  expect(prefersHtml('*/*')).toBe(false)
  expect(prefersHtml(undefined)).toBe(false)
})

describe('negotiateLanguage', () => {
  test.each([
    [undefined, undefined, 'fr'],
    ['en-GB,en;q=0.9', undefined, 'en'],
    ['de', undefined, 'fr'],
    ['fr', 'en', 'en'],
  ])('Accept-Language %s and lang=%s give %s', (header, named, expected) => {
    expect(negotiateLanguage(header, named)).toBe(expected)
  })

  test('a language that is not there is an error, not a guess', () => {
    expect(() => negotiateLanguage(undefined, 'de')).toThrow(expect.objectContaining({ code: 'parameter-invalid' }))
  })
})
