/** IRI references: the examples of RFC 3986 §5.4, and what RFC 3987 takes for none. */
import { expect, test } from 'vitest'
import { isIriReference, resolveIri } from '../../../src/query/syntax/iri-reference.ts'

const base = 'http://a/b/c/d;p?q'

test.each([
  ...[
    ['g:h', 'g:h'],
    ['g', 'http://a/b/c/g'],
    ['./g', 'http://a/b/c/g'],
    ['g/', 'http://a/b/c/g/'],
  ],
  ...[
    ['/g', 'http://a/g'],
    ['//g', 'http://g'],
    ['?y', 'http://a/b/c/d;p?y'],
    ['g?y', 'http://a/b/c/g?y'],
  ],
  ...[
    ['#s', 'http://a/b/c/d;p?q#s'],
    ['g?y#s', 'http://a/b/c/g?y#s'],
    [';x', 'http://a/b/c/;x'],
    ['', base],
  ],
  ...[
    ['.', 'http://a/b/c/'],
    ['./', 'http://a/b/c/'],
    ['..', 'http://a/b/'],
    ['../g', 'http://a/b/g'],
  ],
  ...[
    ['../..', 'http://a/'],
    ['../../g', 'http://a/g'],
    ['../../../g', 'http://a/g'],
    ['/./g', 'http://a/g'],
  ],
  ...[
    ['/../g', 'http://a/g'],
    ['g.', 'http://a/b/c/g.'],
    ['..g', 'http://a/b/c/..g'],
    ['./g/.', 'http://a/b/c/g/'],
  ],
  ...[
    ['g/../h', 'http://a/b/c/h'],
    ['g;x=1/../y', 'http://a/b/c/y'],
    ['g?y/../x', 'http://a/b/c/g?y/../x'],
  ],
  ...[
    ['g#s/../x', 'http://a/b/c/g#s/../x'],
    ['http:g', 'http:g'],
  ],
] as [string, string][])('%j is %s', (reference, iri) => expect(resolveIri(reference, base)).toBe(iri))

test('an authority without a path has a root', () => expect(resolveIri('x', 'http://a')).toBe('http://a/x'))

test.each([
  ...['', '#a', 'urn:x:y', 'mailto:a@b', 'http://[::1]:80/', 'http://é/?\uE000#\u{1F47E}', 'file:///x', '//x', './1:b'],
])('%j is a reference', (text) => expect(isIriReference(text)).toBe(true))

test.each([
  ...[
    'a##b',
    'http://a/%zz',
    '1:b',
    'http://x:abc',
    'http://a b',
    'a<b',
    'http://a/\uE000',
    'http://a/\uFFFD',
    'tag:[x]',
  ],
])('%j is none', (text) => expect(isIriReference(text)).toBe(false))
