import { describe, expect, test } from 'vitest'
import { resolveIri } from '../../src/rdf/resolve.ts'

/** The examples of RFC 3986 §5.4, against `http://a/b/c/d;p?q`. */
const examples: readonly (readonly [reference: string, target: string])[] = [
  ['g:h', 'g:h'],
  ['g', 'http://a/b/c/g'],
  ['./g', 'http://a/b/c/g'],
  ['g/', 'http://a/b/c/g/'],
  ['/g', 'http://a/g'],
  ['//g', 'http://g'],
  ['?y', 'http://a/b/c/d;p?y'],
  ['g?y', 'http://a/b/c/g?y'],
  ['#s', 'http://a/b/c/d;p?q#s'],
  ['g#s', 'http://a/b/c/g#s'],
  ['g?y#s', 'http://a/b/c/g?y#s'],
  [';x', 'http://a/b/c/;x'],
  ['g;x?y#s', 'http://a/b/c/g;x?y#s'],
  ['', 'http://a/b/c/d;p?q'],
  ['.', 'http://a/b/c/'],
  ['./', 'http://a/b/c/'],
  ['..', 'http://a/b/'],
  ['../', 'http://a/b/'],
  ['../g', 'http://a/b/g'],
  ['../..', 'http://a/'],
  ['../../g', 'http://a/g'],
  ['../../../g', 'http://a/g'],
  ['/./g', 'http://a/g'],
  ['/../g', 'http://a/g'],
  ['g.', 'http://a/b/c/g.'],
  ['..g', 'http://a/b/c/..g'],
  ['./../g', 'http://a/b/g'],
  ['./g/.', 'http://a/b/c/g/'],
  ['g/./h', 'http://a/b/c/g/h'],
  ['g/../h', 'http://a/b/c/h'],
  ['g;x=1/../y', 'http://a/b/c/y'],
  ['g?y/../x', 'http://a/b/c/g?y/../x'],
  ['g#s/../x', 'http://a/b/c/g#s/../x'],
  ['http:g', 'http:g'],
]

describe('references', () => {
  test.each(examples)('%j is %s', (reference, target) => {
    expect(resolveIri(reference, 'http://a/b/c/d;p?q')).toBe(target)
  })

  test('an authority without a path has a root', () => expect(resolveIri('x', 'http://a')).toBe('http://a/x'))

  test('keep the letters and escapes that they have', () => {
    expect(resolveIri('É?%7e', 'http://EXAMPLE.org')).toBe('http://EXAMPLE.org/É?%7e')
  })
})
