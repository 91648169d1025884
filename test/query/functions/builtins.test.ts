/**
 * Built-in functions by table; `test/query/functions/differential.test.ts` has all of them on all kinds of terms.
 */
import { describe, expect, test } from 'vitest'
import { builtIn } from '../../../src/query/functions/table.ts'
import { blankNode, iri, literal, type Term, taggedLiteral, tripleTerm } from '../../../src/rdf/terms.ts'
import { call, context, int, rdf, show, typed, xsd } from './terms.ts'

const thing = iri('http://example.org/thing')
const en = (text: string) => taggedLiteral(text, 'en')
const ltr = (text: string) => taggedLiteral(text, 'en', 'ltr')

/** Rows of a name, arguments and what `show` has of the result. */
type Row = readonly [name: string, args: readonly Term[], result: string]

const onTerms: readonly Row[] = [
  ['sameterm', [int(1), typed('01', 'integer')], '"false"^^boolean'],
  ['sameterm', [typed('NaN', 'double'), typed('NaN', 'double')], '"true"^^boolean'],
  ['isnumeric', [typed('1200', 'byte')], '"false"^^boolean'],
  ['isnumeric', [typed('12', 'nonNegativeInteger')], '"true"^^boolean'],
  ['isnumeric', [literal('12')], '"false"^^boolean'],
  ['isliteral', [en('a')], '"true"^^boolean'],
  ['isuri', [thing], '"true"^^boolean'],
  ['isblank', [blankNode('b')], '"true"^^boolean'],
  ['str', [typed('x', 'integer')], '"x"'],
  ['str', [blankNode('b')], 'error'],
  ['lang', [en('a')], '"en"'],
  ['lang', [int(1)], '""'],
  ['lang', [thing], 'error'],
  ['langdir', [ltr('a')], '"ltr"'],
  ['langdir', [en('a')], '""'],
  ['haslang', [thing], '"false"^^boolean'],
  ['haslang', [ltr('a')], '"true"^^boolean'],
  ['haslangdir', [en('a')], '"false"^^boolean'],
  ['datatype', [typed('x', 'integer')], '<http://www.w3.org/2001/XMLSchema#integer>'],
  ['datatype', [ltr('a')], '<http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString>'],
  ['datatype', [thing], 'error'],
  ['iri', [literal('../x')], '<http://example.org/x>'],
  ['iri', [literal('urn:x:y')], '<urn:x:y>'],
  ['iri', [literal('a b')], 'error'],
  ['iri', [literal('x>')], 'error'],
  ['iri', [en('x')], 'error'],
  ['uri', [thing], '<http://example.org/thing>'],
  ['bnode', [], '_:fresh'],
  ['bnode', [literal('l')], '_:l'],
  ['bnode', [en('l')], 'error'],
  ['strdt', [literal('1'), xsd('integer')], '"1"^^integer'],
  ['strdt', [literal('x'), xsd('integer')], '"x"^^integer'],
  ['strdt', [en('x'), xsd('integer')], 'error'],
  ['strdt', [literal('x'), rdf('langString')], 'error'],
  ['strdt', [literal('x'), rdf('dirLangString')], 'error'],
  ['strlang', [literal('chat'), literal('FR')], '"chat"@fr'],
  ['strlang', [literal('chat'), literal('')], 'error'],
  ['strlang', [literal('chat'), literal('f r')], 'error'],
  ['strlang', [int(1), literal('en')], 'error'],
  ['strlangdir', [literal('a'), literal('en'), literal('rtl')], '"a"@en--rtl'],
  ['strlangdir', [literal('a'), literal('en'), literal('LTR')], 'error'],
  ['strlangdir', [literal('a'), literal(''), literal('ltr')], 'error'],
  ['triple', [thing, thing, int(1)], '<<( <http://example.org/thing> <http://example.org/thing> "1"^^integer )>>'],
  ['triple', [literal('a'), thing, thing], 'error'],
  ['triple', [thing, blankNode('b'), thing], 'error'],
  ['triple', [tripleTerm(thing, thing, thing), thing, thing], 'error'],
  ['subject', [tripleTerm(thing, thing, int(1))], '<http://example.org/thing>'],
  ['object', [tripleTerm(thing, thing, int(1))], '"1"^^integer'],
  ['predicate', [thing], 'error'],
  ['istriple', [tripleTerm(thing, thing, int(1))], '"true"^^boolean'],
  ['now', [], '"2024-02-29T12:00:00Z"^^dateTime'],
]

const onStrings: readonly Row[] = [
  ['strlen', [literal('a\u{1f600}b')], '"3"^^integer'],
  ['strlen', [int(12)], 'error'],
  ['substr', [literal('foobar'), int(4)], '"bar"'],
  ['substr', [en('foobar'), int(4), int(1)], '"b"@en'],
  ['substr', [literal('\u{1f600}\u{1f601}\u{1f602}'), int(2), int(1)], '"\u{1f601}"'],
  // The examples of fn:substring.
  ['substr', [literal('12345'), typed('1.5', 'decimal'), typed('2.6', 'decimal')], '"234"'],
  ['substr', [literal('12345'), int(0), int(3)], '"12"'],
  ['substr', [literal('12345'), int(5), int(-3)], '""'],
  ['substr', [literal('12345'), int(-3), int(5)], '"1"'],
  ['substr', [literal('12345'), typed('NaN', 'double'), int(3)], '""'],
  ['substr', [literal('12345'), int(1), typed('NaN', 'double')], '""'],
  ['substr', [literal('12345'), int(-42), typed('INF', 'double')], '"12345"'],
  ['substr', [literal('12345'), typed('-INF', 'double'), typed('INF', 'double')], '""'],
  ['substr', [literal('12345'), literal('1')], 'error'],
  ['ucase', [ltr('straße')], '"STRASSE"@en--ltr'],
  ['lcase', [literal('ÀB')], '"àb"'],
  ['strstarts', [en('foobar'), literal('foo')], '"true"^^boolean'],
  ['strstarts', [literal('foobar'), en('foo')], 'error'],
  ['strends', [en('foobar'), en('bar')], '"true"^^boolean'],
  ['contains', [ltr('abc'), ltr('b')], '"true"^^boolean'],
  ['contains', [ltr('abc'), en('b')], 'error'],
  ['contains', [taggedLiteral('abc', 'fr'), taggedLiteral('b', 'ja')], 'error'],
  ['strbefore', [en('abc'), literal('bc')], '"a"@en'],
  ['strbefore', [en('abc'), literal('z')], '""'],
  ['strbefore', [en('abc'), literal('')], '""@en'],
  ['strafter', [en('abc'), literal('ab')], '"c"@en'],
  ['strafter', [en('abc'), literal('')], '"abc"@en'],
  ['strafter', [en('abc'), literal('z')], '""'],
  ['concat', [], '""'],
  ['concat', [en('a')], '"a"@en'],
  ['concat', [en('a'), en('b')], '"ab"@en'],
  ['concat', [ltr('a'), ltr('b'), ltr('c')], '"abc"@en--ltr'],
  ['concat', [ltr('a'), en('b')], '"ab"'],
  ['concat', [ltr('a'), taggedLiteral('b', 'en', 'rtl')], '"ab"'],
  ['concat', [en('a'), literal('b')], '"ab"'],
  ['concat', [literal('a'), int(1)], 'error'],
  ['langmatches', [literal('fr-BE'), literal('FR')], '"true"^^boolean'],
  ['langmatches', [literal('fr'), literal('fr-BE')], '"false"^^boolean'],
  ['langmatches', [literal('frr'), literal('fr')], '"false"^^boolean'],
  ['langmatches', [literal(''), literal('*')], '"false"^^boolean'],
  ['langmatches', [literal('en'), literal('*')], '"true"^^boolean'],
  ['langmatches', [en('en'), literal('*')], 'error'],
  ['encode_for_uri', [en("a é/~_-.!*'()")], '"a%20%C3%A9%2F~_-.%21%2A%27%28%29"'],
  ['encode_for_uri', [literal('\ud800')], '"%EF%BF%BD"'],
  ['regex', [literal('Alice'), literal('^ali'), literal('i')], '"true"^^boolean'],
  ['regex', [en('Alice'), literal('^ali')], '"false"^^boolean'],
  ['regex', [literal('a'), literal('(')], 'error'],
  ['regex', [literal('a'), en('a')], 'error'],
  ['regex', [int(1), literal('1')], 'error'],
  ['replace', [en('abcd'), literal('b'), literal('Z')], '"aZcd"@en'],
  ['replace', [literal('abab'), literal('B.'), literal('Z'), literal('i')], '"aZb"'],
  ['replace', [literal('abc'), literal('(b)(c)'), literal('[$2$1$0]')], '"a[cbbc]"'],
  ['replace', [literal('abc'), literal('b*'), literal('x')], 'error'],
  ['md5', [literal('abc')], '"900150983cd24fb0d6963f7d28e17f72"'],
  ['sha1', [literal('abc')], '"a9993e364706816aba3e25717850c26c9cd0d89d"'],
  ['md5', [en('abc')], 'error'],
]

const onNumbers: readonly Row[] = [
  ['+', [int(1), int(2)], '"3"^^integer'],
  ['+', [typed('1', 'byte'), typed('2', 'unsignedInt')], '"3"^^integer'],
  ['+', [int('9007199254740991'), int(1)], '"9007199254740992"^^integer'],
  ['-', [int('9007199254740992'), int(1)], '"9007199254740991"^^integer'],
  ['*', [int(0), int(-5)], '"0"^^integer'],
  ['*', [int('3037000500'), int('3037000500')], '"9223372037000250000"^^integer'],
  ['+', [int(1), typed('1.10', 'decimal')], '"2.1"^^decimal'],
  ['+', [typed('0.1', 'decimal'), typed('0.2', 'decimal')], '"0.3"^^decimal'],
  ['-', [typed('1.5', 'decimal'), typed('0.5', 'decimal')], '"1"^^decimal'],
  ['*', [typed('-0.5', 'decimal'), typed('.5', 'decimal')], '"-0.25"^^decimal'],
  ['+', [typed('1', 'float'), typed('1', 'decimal')], '"2.0E0"^^float'],
  ['+', [typed('1', 'float'), typed('1', 'double')], '"2.0E0"^^double'],
  ['+', [typed('0.1', 'double'), typed('0.2', 'double')], '"3.0000000000000004E-1"^^double'],
  ['+', [typed('0.1', 'float'), typed('0.2', 'float')], '"3.0E-1"^^float'],
  ['*', [typed('1e38', 'float'), int(10)], '"INF"^^float'],
  ['/', [int(1), int(2)], '"0.5"^^decimal'],
  ['/', [int(4), int(2)], '"2"^^decimal'],
  ['/', [int(2), int(3)], '"0.666666666666666666"^^decimal'],
  ['/', [int(1), int(0)], 'error'],
  ['/', [typed('1.0', 'decimal'), typed('0.0', 'decimal')], 'error'],
  ['/', [typed('1', 'double'), int(0)], '"INF"^^double'],
  ['/', [int(-1), typed('0', 'float')], '"-INF"^^float'],
  ['/', [typed('0', 'double'), int(0)], '"NaN"^^double'],
  ['+', [int(1), typed('x', 'integer')], 'error'],
  ['+', [int(1), literal('1')], 'error'],
  ['u-', [typed('0', 'double')], '"-0.0E0"^^double'],
  ['u-', [int('-9223372036854775808')], '"9223372036854775808"^^integer'],
  ['u+', [typed('+01', 'byte')], '"1"^^integer'],
  ['abs', [typed('-1.50', 'decimal')], '"1.5"^^decimal'],
  ['abs', [typed('-0', 'double')], '"0.0E0"^^double'],
  ['ceil', [typed('10.5', 'decimal')], '"11"^^decimal'],
  ['ceil', [typed('-10.5', 'decimal')], '"-10"^^decimal'],
  ['ceil', [typed('-0.5', 'decimal')], '"0"^^decimal'],
  ['floor', [typed('-10.5', 'decimal')], '"-11"^^decimal'],
  ['floor', [typed('-10.0', 'decimal')], '"-10"^^decimal'],
  ['round', [typed('2.4999', 'decimal')], '"2"^^decimal'],
  ['round', [typed('2.5', 'decimal')], '"3"^^decimal'],
  ['round', [typed('-2.5', 'decimal')], '"-2"^^decimal'],
  ['round', [typed('-2.5', 'double')], '"-2.0E0"^^double'],
  ['round', [typed('0.49999999999999994', 'double')], '"0.0E0"^^double'],
  ['round', [int(5)], '"5"^^integer'],
]

const onDates: readonly Row[] = [
  ['year', [typed('-0044-03-15T00:00:00Z', 'dateTime')], '"-44"^^integer'],
  ['month', [typed('2011-01-10T14:45:13.815-05:00', 'dateTime')], '"1"^^integer'],
  ['day', [typed('2011-01-10', 'date')], '"10"^^integer'],
  ['hours', [typed('2011-01-10T14:45:13.815-05:00', 'dateTime')], '"14"^^integer'],
  ['hours', [typed('1999-12-31T24:00:00', 'dateTime')], '"0"^^integer'],
  ['year', [typed('1999-12-31T24:00:00', 'dateTime')], '"2000"^^integer'],
  ['day', [typed('2024-02-28T24:00:00', 'dateTime')], '"29"^^integer'],
  ['minutes', [typed('14:45:13', 'time')], '"45"^^integer'],
  ['seconds', [typed('2011-01-10T14:45:13.8150-05:00', 'dateTime')], '"13.815"^^decimal'],
  ['seconds', [typed('2011-01-10T14:45:03Z', 'dateTime')], '"3"^^decimal'],
  ['hours', [typed('2011-01-10', 'date')], 'error'],
  ['year', [typed('2011-02-30', 'date')], 'error'],
  ['year', [typed('2000-02-29', 'date')], '"2000"^^integer'],
  ['year', [typed('1900-02-29', 'date')], 'error'],
  ['year', [typed('02011-01-10', 'date')], 'error'],
  ['year', [literal('2011-01-10')], 'error'],
  ['timezone', [typed('2011-01-10T14:45:13-05:00', 'dateTime')], '"-PT5H"^^dayTimeDuration'],
  ['timezone', [typed('2011-01-10T14:45:13+05:30', 'dateTime')], '"PT5H30M"^^dayTimeDuration'],
  ['timezone', [typed('2011-01-10T14:45:13Z', 'dateTime')], '"PT0S"^^dayTimeDuration'],
  ['timezone', [typed('2011-01-10T14:45:13', 'dateTime')], 'error'],
  ['timezone', [typed('2011-01-10T14:45:13+14:30', 'dateTime')], 'error'],
  ['tz', [typed('2011-01-10T14:45:13-05:00', 'dateTime')], '"-05:00"'],
  ['tz', [typed('2011-01-10T14:45:13', 'dateTime')], '""'],
]

describe.each([
  ['terms', onTerms],
  ['strings', onStrings],
  ['numbers', onNumbers],
  ['dates and times', onDates],
])('functions on %s', (_, rows) => {
  test.each(rows.map(([name, args, result]) => [`${name}(${args.map(show).join(', ')})`, name, args, result] as const))(
    '%s',
    (_call, name, args, result) => expect(show(call(name, ...args))).toBe(result),
  )
})

test('UUID and STRUUID are new each time', () => {
  const [a, b] = [call('uuid')!.value, call('uuid')!.value]
  expect(a).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  expect(a).not.toBe(b)
  expect(call('struuid')!.value).toMatch(/^[\da-f]{8}-/)
})

test('RAND is a double from 0 to less than 1', () => {
  const term = call('rand')!
  expect(show(term)).toMatch(/^"\d\.\d+E-?\d+"\^\^double$/)
  expect(Number(term.value)).toBeGreaterThanOrEqual(0)
  expect(Number(term.value)).toBeLessThan(1)
})

test('what the evaluator does itself is no strict function', () => {
  for (const name of ['||', '&&', '!', 'in', 'notin', 'bound', 'if', 'coalesce', 'unknown']) {
    expect(builtIn(name)).toBeUndefined()
  }
})

describe('a text of more than 1 MB ends the query', () => {
  const long = literal('ab'.repeat(300_000))
  const tooLarge = expect.objectContaining({ code: 'query-too-large' })

  test.each([
    ['concat', [long, long]],
    ['replace', [long, literal('a'), literal('abc')]],
    ['replace', [long, literal('a+b'), literal('$0$0')]],
    ['replace', [literal('a'.repeat(1000)), literal('a'), literal('$0'.repeat(2000))]],
    ['encode_for_uri', [literal('é'.repeat(200_000))]],
    ['ucase', [literal('ŉ'.repeat(600_000))]],
    ['ucase', [literal('a'.repeat(1_100_000))]],
  ] as const)('%s', (name, args) => {
    expect(() => call(name, ...args)).toThrow(tooLarge)
  })

  test('and one below does not', () => {
    expect(call('concat', long, literal('c'))!.value).toHaveLength(600_001)
    expect(call('replace', long, literal('ab'), literal('c'))!.value).toHaveLength(300_000)
    expect(call('ucase', long)!.value).toHaveLength(600_000)
  })

  test('what is made is charged', () => {
    const charged: number[] = []
    const charging = { ...context, charge: (units: number) => void charged.push(units) }
    builtIn('concat')!([literal('ab'), literal('c')], charging)
    builtIn('ucase')!([literal('ab')], charging)
    builtIn('replace')!([literal('ab'), literal('a'), literal('ccc')], charging)
    builtIn('encode_for_uri')!([literal('a b')], charging)
    expect(charged).toEqual([3, 2, 4, 5])
  })
})

test('a back-reference in a pattern ends the query', () => {
  const refused = expect.objectContaining({ code: 'query-refused' })
  expect(() => call('regex', literal('aa'), literal('(a)\\1'))).toThrow(refused)
})

test('long texts are read in linear time', () => {
  const zeros = '0'.repeat(200_000)
  const spaces = ' '.repeat(200_000)
  const started = performance.now()
  expect(call('seconds', typed(`12:00:00.${zeros}1`, 'time'))!.value).toHaveLength(200_003)
  expect(call('year', typed(`${zeros}-01-01`, 'date'))).toBeUndefined()
  for (const type of ['integer', 'decimal', 'double', 'boolean', 'dateTime', 'time', 'dayTimeDuration']) {
    for (const text of [`1${spaces}1`, `${zeros}x`, `P${zeros}`, `12:00:00.${zeros}x`]) {
      call(xsd(type).value, literal(text))
    }
  }
  expect(performance.now() - started).toBeLessThan(1000)
})
