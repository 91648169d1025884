/**
 * The judge judged: answers that are the same, and answers that nearly are.
 */
import { expect, test } from 'vitest'
import { turtle } from '../../../src/rdf/formats.ts'
import { readRdf } from '../rdf.ts'
import type { Answer } from './answer.ts'
import { difference } from './compare.ts'
import { readCsv } from './csv.ts'
import { readSrj } from './srj.ts'
import { readSrx } from './srx.ts'
import { readTsv } from './tsv.ts'

const tsv = (...lines: string[]): Promise<Answer> => readTsv(`${lines.join('\n')}\n`)
const graph = async (text: string): Promise<Answer> => ({ kind: 'graph', quads: await readRdf(text, turtle, 'urn:x:') })

test.each([
  ['rows in any order', ['?a', '1', '2'], ['?a', '2', '1'], {}],
  ['other blank nodes', ['?a\t?b', '_:x\t_:y', '_:y\t_:x'], ['?b\t?a', '_:p\t_:q', '_:q\t_:p'], {}],
  ['numbers by value', ['?a', '1.0e6', '2.50'], ['?a', '1E6', '2.5'], {}],
  ['language tags in any case', ['?a', '"x"@EN'], ['?a', '"x"@en'], {}],
  ['fewer duplicates where that is allowed', ['?a', '1'], ['?a', '1', '1'], { lax: true }],
])('%s are the same', async (_, actual, expected, comparison) => {
  expect(difference(await tsv(...actual), await tsv(...expected), comparison)).toBeUndefined()
})

test.each([
  ['a duplicate less', ['?a', '1'], ['?a', '1', '1'], {}],
  ['one more than there are', ['?a', '1', '1', '1'], ['?a', '1', '1'], { lax: true }],
  ['another row where duplicates do not count', ['?a', '1', '2'], ['?a', '1', '1'], { lax: true }],
  ['another order', ['?a', '1', '2'], ['?a', '2', '1'], { ordered: true }],
  ['one blank node for two', ['?a\t?b', '_:x\t_:x'], ['?a\t?b', '_:x\t_:y'], {}],
  ['unbound for an empty text', ['?a\t?b', '1\t'], ['?a\t?b', '1\t""'], {}],
  ['another datatype', ['?a', '1'], ['?a', '1.0'], {}],
  ['a language for none', ['?a', '"x"'], ['?a', '"x"@en'], {}],
  ['a direction for none', ['?a', '"x"@en--ltr'], ['?a', '"x"@en'], {}],
  ['another triple term', ['?a', '<<( <a:a> <a:b> 1 )>>'], ['?a', '<<( <a:a> <a:b> 2 )>>'], {}],
  ['another variable', ['?a', '1'], ['?b', '1'], {}],
])('%s is a difference', async (_, actual, expected, comparison) => {
  expect(difference(await tsv(...actual), await tsv(...expected), comparison)).toBeTypeOf('string')
})

test('graphs are compared up to the names of blank nodes', async () => {
  const one = await graph('_:a <a:p> _:b . _:b <a:p> 1 .')
  expect(difference(one, await graph('_:x <a:p> _:y . _:y <a:p> 1 .'))).toBeUndefined()
  expect(difference(one, await graph('_:x <a:p> _:x . _:x <a:p> 1 .'))).toBeTypeOf('string')
})

test('CSV is compared by what stands in its cells', async () => {
  const rows = await tsv('?a\t?b', '<a:b>\t1.0e6', '_:x\t"say \\"a, b\\""', '\t_:x')
  const text = (number: string) => `a,b\r\na:b,${number}\r\n_:q,"say ""a, b"""\r\n,_:q\r\n`
  expect(difference(readCsv(text('1.0e6')), rows)).toBeUndefined()
  expect(difference(readCsv(text('1000000')), rows)).toBeTypeOf('string')
})

test.each([
  ['an element that is not closed', '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head/><results></sparql>'],
  ['a bare ampersand', '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>&</head><results/></sparql>'],
  ['a forbidden character', '<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>\u0001</head></sparql>'],
  ['another namespace', '<sparql xmlns="urn:x"><head/><results/></sparql>'],
])('%s is no result in XML', (_, text) => {
  expect(() => readSrx(text)).toThrow()
})

test('results without a head are none', () => {
  expect(() => readSrj('{"results":{"bindings":[]}}')).toThrow()
})
