/** What RFC 3987 takes for a reference. */
import { expect, test } from 'vitest'
import { isIriReference } from '../../../src/query/syntax/iri-reference.ts'

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
