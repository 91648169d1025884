/** What is refused, why and where: malformed text, the notes of the grammar (SPARQL 1.2 Query §19.8), the limits. */
import { describe, expect, test } from 'vitest'
import { RequestError } from '../../../src/errors.ts'
import { maxBytes } from '../../../src/query/limits.ts'
import { parse } from '../../../src/query/syntax/parse.ts'
import { parseQuery } from '../../../src/query/syntax.ts'

const baseIri = 'http://x.example/'
const read = (text: string) => parse(text, { baseIri, isFunction: () => true }).query

function faultOf(text: string): RequestError {
  try {
    parseQuery(text, baseIri)
  } catch (error) {
    if (error instanceof RequestError) return error
    throw error
  }
  throw new Error(`parsed: ${text}`)
}

test.each([
  ['', 1, 1, 'There is no query in the text.'],
  [' # nothing\n', 1, 1, 'There is no query in the text.'],
  ['nonsense', 1, 1, '“nonsense” stands where “SELECT”, “ASK”, “CONSTRUCT” or “DESCRIBE” is expected.'],
  ['SELECT * WHERE {\n ?s ?p }', 2, 8, /^“}” stands where a variable, an IRI/],
  ['SELECT * WHERE { ?s foo:p ?o }', 1, 21, 'The prefix foo: is declared nowhere.'],
  ['SELECT * { ?s ?p "x }', 1, 18, 'The string that begins here has no end.'],
  ['SELECT * { ?s ?p ?o', 1, 20, 'The query ends where “.”, “;”, “,” or “}” is expected.'],
  ['SELECT * { ?s ?p ?o ?x ?y ?z }', 1, 21, '“?x” stands where “.”, “;”, “,” or “}” is expected.'],
  ['SELECT * {BIND(1 AS ?x) BIND(2 AS ?x)}', 1, 35, 'BIND gives ?x a value that it may have already.'],
  ['ASK { FILTER(<http://x.example/f>(1)) }', 1, 15, 'There is no function <http://x.example/f> here.'],
  ['PREFIX : <f> ASK { FILTER(:(1)) }', 1, 27, 'There is no function <http://x.example/f> here.'],
  ['ASK { FILTER(STR()) }', 1, 14, 'STR takes 1 argument, not 0.'],
  ['ASK { FILTER(SUBSTR("a")) }', 1, 14, 'SUBSTR takes 2 to 3 arguments, not 1.'],
  [String.raw`ASK { ?s ?p "ab\q" }`, 1, 16, String.raw`\q is no escape sequence.`],
  [String.raw`ASK { ?s ?p "\uD83C\uDCA1" }`, 1, 14, 'There is no character U+D83C.'],
  [String.raw`ASK { ?s ?p <a\U00110000> }`, 1, 15, 'There is no character U+00110000.'],
  [String.raw`ASK { ?s ?p <a\u0020b> }`, 1, 13, '<a b> is no IRI.'],
  ['ASK { ?s ?p "a"@en--up }', 1, 16, 'The base direction --up is neither --ltr nor --rtl.'],
  ['ASK { ?s ?p \uD800 }', 1, 13, 'Half a character stands here.'],
  ['ASK {} LIMIT -1', 1, 14, '“-1” stands where a whole number is expected.'],
  ['ASK {} ASK', 1, 8, '“ASK” stands where the end of the query is expected.'],
])('%j', (text, line, column, message) => {
  const fault = faultOf(text)
  expect({ code: fault.code, ...fault.detail }).toEqual({ code: 'query-malformed', line, column })
  if (message instanceof RegExp) expect(fault.message).toMatch(message)
  else expect(fault.message).toBe(message)
})

describe('the notes of the grammar', () => {
  test.each([
    ['a label in two basic graph patterns', 'ASK { _:a ?p ?o OPTIONAL { _:a ?q ?r } }'],
    ['a label beyond BIND', 'ASK { _:a ?p ?o BIND(1 AS ?x) _:a ?q ?r }'],
    ['a label in a filter', 'ASK { _:a ?p ?o FILTER EXISTS { _:a ?q ?r } }'],
    ['a blank node in data', 'ASK { VALUES ?x { _:a } }'],
    ['BIND of what the pattern has', 'ASK { ?s ?p ?o BIND(1 AS ?o) }'],
    ['BIND of what a group before has', 'ASK { { ?s ?p ?o } BIND(1 AS ?o) }'],
    ['AS of what the pattern has', 'SELECT (1 AS ?o) { ?s ?p ?o }'],
    ['AS of what a sub-select has', 'SELECT (1 AS ?o) { SELECT ?o { ?s ?p ?o } }'],
    ['AS twice', 'SELECT (1 AS ?x) (2 AS ?x) {}'],
    ['AS of what VALUES has', 'SELECT (1 AS ?x) {} VALUES ?x { 2 }'],
    ['AS of a key', 'SELECT (1 AS ?x) { ?x ?y ?z } GROUP BY ?x'],
    ['GROUP BY AS of what the pattern has', 'SELECT ?x { ?x ?y ?z } GROUP BY (1 AS ?x)'],
    ['SELECT * of groups', 'SELECT * { ?x ?y ?z } GROUP BY ?x'],
    ['SELECT * with an aggregate', 'SELECT * { ?x ?y ?z } ORDER BY COUNT(?x)'],
    ['what is no key', 'SELECT ?y { ?x ?y ?z } GROUP BY ?x'],
    ['what is no key beside an aggregate', 'SELECT ?y (COUNT(*) AS ?n) { ?x ?y ?z }'],
    ['what is no key in an expression', 'SELECT (?y + 1 AS ?n) { ?x ?y ?z } GROUP BY ?x'],
    ['an aggregate in an aggregate', 'SELECT (COUNT(MAX(?x)) AS ?n) {}'],
    ['an aggregate in a filter', 'ASK { FILTER(COUNT(?x) > 1) }'],
    ['an aggregate in a filter in SELECT', 'SELECT (EXISTS { FILTER(COUNT(?x)) } AS ?y) {}'],
    ['an aggregate in GROUP BY', 'SELECT (1 AS ?x) {} GROUP BY (COUNT(*))'],
    ['DISTINCT in a function', 'ASK { FILTER(<http://www.w3.org/2001/XMLSchema#string>(DISTINCT 1)) }'],
    ['VALUES of a variable twice', 'ASK { VALUES (?x ?x) {} }'],
    ['VALUES with too few', 'ASK { VALUES (?x ?y) { (1) } }'],
    ['an annotation after a path', 'ASK { ?s <a>/<b> ?o {| <c> 1 |} }'],
    ['an annotation after a path in parentheses', 'ASK { ?s (<a>) ?o ~ <r> }'],
    ['a triple term alone', 'ASK { <<( ?s ?p ?o )>> }'],
    ['a path in a template', 'CONSTRUCT { ?s <a>/<b> ?o } WHERE {}'],
    ['two negative signs of a variable', 'ASK { FILTER(- - ?x) }'],
    ['a comparison of a comparison', 'ASK { FILTER(1 = 1 = 1) }'],
    ['a keyword `A`', 'ASK { ?s A ?o }'],
    ['an escape in a name', String.raw`PREFIX : <a> ASK { ?s :a\u0062 ?o }`],
  ])('refuse %s', (_, text) => expect(faultOf(text).code).toBe('query-malformed'))

  test.each([
    ['a label on both sides of a filter', 'ASK { _:a ?p ?o FILTER(1) _:a ?q ?r }'],
    ['a label in the template and the pattern', 'CONSTRUCT { _:a ?p ?o } WHERE { _:a ?p ?o }'],
    [
      'BIND beside a filter, MINUS and a sub-select that hides',
      'ASK { MINUS { ?x ?x ?x } { SELECT ?y { ?x ?x ?y } } BIND(1 AS ?x) }',
    ],
    ['BIND in another branch', 'ASK { { BIND(1 AS ?x) } UNION { BIND(2 AS ?x) } }'],
    ['BIND inside of what has it', 'ASK { ?x ?y ?z OPTIONAL { BIND(1 AS ?x) } }'],
    ['AS of what only a group hides', 'SELECT (1 AS ?z) { ?s ?p ?z } GROUP BY ?s'],
    ['aggregates of a sub-select in EXISTS', 'SELECT (COUNT(EXISTS { SELECT (COUNT(*) AS ?m) {} }) AS ?n) {}'],
    ['a function that only the other endpoint knows', 'ASK { SERVICE <s> { FILTER(<http://f.example/>(1)) } }'],
    ['keywords without space', 'SELECT*WHERE{?s?p?o}ORDERBY?s'],
    ['comments in empty brackets', 'ASK { ?s ?p ( # none\n ) FILTER(NOW( # now\n) = 1) }'],
  ])('allow %s', (_, text) => expect(() => parseQuery(text, baseIri)).not.toThrow())
})

describe('updates', () => {
  test.each(['INSERT DATA {}', 'PREFIX : <a> delete where {}', 'LOAD <x>', 'CLEAR ALL', 'WITH <g> DELETE {}'])(
    '%s',
    (text) => expect(faultOf(text).code).toBe('query-refused'),
  )
})

describe('terms', () => {
  const object = (text: string) => {
    const { operation } = read(`PREFIX p: <http://p.example/#> ASK { ?s ?p ${text} }`)
    if (operation.type !== 'bgp') throw new Error(operation.type)
    return operation.patterns[0]!.object
  }

  test.each([
    [String.raw`"\t\n\\\"\u0041\U0001F47E\\u0041"`, '\t\n\\"A\u{1F47E}\\u0041'],
    ["'''it's ''two'' lines\n'''", "it's ''two'' lines\n"],
    [String.raw`<\u0061%20/../b?>`, 'http://x.example/b?'],
    ['<http://a.example/./b/../c>', 'http://a.example/./b/../c'],
    ['<>', 'http://x.example/'],
    [String.raw`p:a.b%41\,\-:c.`, 'http://p.example/#a.b%41,-:c'],
    ['p:', 'http://p.example/#'],
  ])('%s', (text, value) => expect(object(text).value).toBe(value))

  test('a language and its direction', () => {
    expect(object('"x"@EN-gb--ltr')).toMatchObject({ language: 'en-gb', direction: 'ltr' })
  })
})

describe('limits', () => {
  const piece = (head: string, one: string, tail: string) =>
    head + one.repeat(Math.floor((maxBytes - head.length - tail.length) / one.length)) + tail

  test.each([
    ['bytes', `ASK {} #${'é'.repeat(32_764)}`, `ASK {} #${'é'.repeat(32_765)}`],
    ['groups', `ASK ${'{'.repeat(100)}${'}'.repeat(100)}`, `ASK ${'{'.repeat(101)}${'}'.repeat(101)}`],
    [
      'reified triples',
      `ASK { ${'<<'.repeat(99)} ?s ?p ?o ${'>> ?p ?o'.repeat(98)} >> }`,
      `ASK { ${'<<'.repeat(100)} ?s ?p ?o ${'>> ?p ?o'.repeat(99)} >> }`,
    ],
    [
      'expressions',
      `ASK { FILTER${'('.repeat(99)}1${')'.repeat(99)} }`,
      `ASK { FILTER${'('.repeat(100)}1${')'.repeat(100)} }`,
    ],
    ['patterns', `ASK { ${'?s ?p ?o . '.repeat(200)} }`, `ASK { ${'?s ?p ?o . '.repeat(201)} }`],
    ['steps of paths', `ASK { ?s a${'/a'.repeat(199)} ?o }`, `ASK { ?s a${'/a'.repeat(200)} ?o }`],
    ['branches', `ASK { {}${' UNION {}'.repeat(199)} }`, `ASK { {}${' UNION {}'.repeat(200)} }`],
  ])('of %s', (_, below, above) => {
    expect(() => read(below)).not.toThrow()
    expect(faultOf(above).code).toBe('payload-too-large')
  })

  test.each([
    piece('ASK { FILTER(1', '||1', ') }'),
    piece('ASK { FILTER(1', '&&1', ') }'),
    piece('ASK { FILTER(', '!', '1) }'),
    piece('ASK { FILTER(1', '+1', ') }'),
    piece('ASK { FILTER(1', ' - -1', ') }'),
    piece('ASK { FILTER(1', '*1/1', ') }'),
    piece('ASK { FILTER(1 IN (1', ',1', ')) }'),
    piece('ASK { ?s (a', '|a', ')* ?o }'),
    piece('ASK { ?s (a', '/a', ')* ?o }'),
    piece('ASK { ?s !(a', '|^a', ') ?o }'),
    piece('ASK { ', 'OPTIONAL{BIND(1AS?x)}', '}'),
    piece('ASK { ', 'FILTER(1)', '}'),
    piece('ASK { ', '{}', '}'),
    piece('ASK { ?s ?p ?o', ';', '}'),
    piece('ASK {} ORDER BY ', '(1)', ''),
    piece('SELECT ', '?x ', '{}'),
    piece('ASK ', 'FROM<a>', '{}'),
    piece('ASK { VALUES ?x {', '1 ', '} }'),
  ])('a chain as long as a query may be: %.30s', (text) => expect(() => read(text)).not.toThrow())

  test.each([
    '<',
    '<a',
    '<<',
    '"',
    "'''",
    'a.',
    ':a.',
    '_:a.',
    '1e',
    '\\',
    '^',
    '^^',
    '(',
    '[',
    '- ',
    '?',
    '@a-',
    '%',
    '\u{1F47E}',
  ])('garbage as long as a query may be: %s', (text) => {
    const started = performance.now()
    const { code } = faultOf(piece('ASK { ', text, '').slice(0, maxBytes / 2))
    expect(['query-malformed', 'payload-too-large']).toContain(code)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

test.each([
  ['ASK {}', true],
  ['ASK { FILTER(NOW() = 1) }', false],
  ['SELECT (rand() AS ?x) {}', false],
  ['ASK {} ORDER BY UUID()', false],
  ['ASK { FILTER EXISTS { BIND(BNODE() AS ?x) } }', false],
  ['ASK { FILTER(STRUUID() = "NOW()") }', false],
  ['ASK { SERVICE <x> {} }', false],
  ['ASK { ?now ?rand "uuid()" }', true],
])('whether %s has the same answer every time: %s', (text, deterministic) =>
  expect(parseQuery(text, baseIri).deterministic).toBe(deterministic),
)

test('the dataset of the protocol goes before that of the query', () => {
  const text = 'ASK FROM <a> {}'
  const own = { defaultGraphs: ['http://x.example/a'], namedGraphs: [] }
  const named = { defaultGraphs: [], namedGraphs: ['http://x.example/n'] }
  expect(parseQuery(text, baseIri).dataset).toEqual(own)
  expect(parseQuery(text, baseIri, { defaultGraphs: [], namedGraphs: [] }).dataset).toEqual(own)
  expect(parseQuery(text, baseIri, named).dataset).toEqual(named)
  expect(parseQuery('ASK {}', baseIri).dataset).toBeUndefined()
})
