import { describe, expect, test } from 'vitest'
import { readSolutions } from '../../../src/query/service/answer.ts'
import { blankNode, iri, literal, taggedLiteral, tripleTerm } from '../../../src/rdf/terms.ts'
import { json, results, xml } from './endpoint.ts'

const read = (mediaType: string, text: string | Buffer) => readSolutions({ mediaType, bytes: Buffer.from(text) })
const document = (inner: string, head = '<variable name="x"/>') =>
  `<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#" xmlns:its="http://www.w3.org/2005/11/its">` +
  `<head>${head}</head>${inner}</sparql>`
const value = (term: string) => document(`<results><result><binding name="x">${term}</binding></result></results>`)

const expected = [
  iri('http://x.example/é'),
  literal('a < b & c\n'),
  literal('7', iri('http://www.w3.org/2001/XMLSchema#integer')),
  taggedLiteral('bonjour', 'fr'),
  taggedLiteral('שלום', 'he', 'rtl'),
  tripleTerm(iri('x:s'), iri('x:p'), tripleTerm(iri('x:s'), iri('x:p'), literal('o'))),
]
const inJson = [
  { type: 'uri', value: 'http://x.example/é' },
  { type: 'literal', value: 'a < b & c\n' },
  { type: 'typed-literal', value: '7', datatype: 'http://www.w3.org/2001/XMLSchema#integer' },
  { type: 'literal', value: 'bonjour', 'xml:lang': 'FR' },
  { type: 'literal', value: 'שלום', 'xml:lang': 'he', 'its:dir': 'rtl' },
  {
    type: 'triple',
    value: {
      subject: { type: 'uri', value: 'x:s' },
      predicate: { type: 'uri', value: 'x:p' },
      object: {
        type: 'triple',
        value: {
          subject: { type: 'uri', value: 'x:s' },
          predicate: { type: 'uri', value: 'x:p' },
          object: { type: 'literal', value: 'o' },
        },
      },
    },
  },
]
const triple = (object: string) =>
  `<triple><subject><uri>x:s</uri></subject><predicate><uri>x:p</uri></predicate><object>${object}</object></triple>`
const inXml = [
  '<uri>http://x.example/&#xe9;</uri>',
  '<literal>a &lt; b <![CDATA[& c]]>\n</literal>',
  '<literal datatype="http://www.w3.org/2001/XMLSchema#integer">7</literal>',
  '<literal xml:lang="FR">bonjour</literal>',
  '<literal xml:lang="he" its:dir="rtl">שלום</literal>',
  triple(triple('<literal>o</literal>')),
]

describe.each([
  ['JSON', json, inJson.map((term) => results([{ x: term }]))],
  ['XML', xml, inXml.map(value)],
])('%s', (_name, mediaType, documents) => {
  test.each(expected.map((term, index) => [term, documents[index]!] as const))('reads %j', (term, text) => {
    const { variables, rows } = read(mediaType, text)
    expect(variables).toEqual(['x'])
    expect(rows.map((row) => [...row])).toEqual([[['x', term]]])
  })
})

test('unbound variables, empty rows and no rows are what they are', () => {
  expect(read(json, results([{}, {}], ['x', 'y'])).rows).toEqual([new Map(), new Map()])
  expect(read(json, results([]))).toEqual({ variables: ['x'], rows: [] })
  expect(read(xml, document('<results><result/></results>')).rows).toEqual([new Map()])
  expect(read(xml, document('<results/>', ''))).toEqual({ variables: [], rows: [] })
})

test('a blank node is one within its answer, never one of another, and its label forges nothing', () => {
  const label = 'a> <http://evil.example/p> <b'
  const answer = () => {
    const node = { type: 'bnode', value: label }
    return read(json, results([{ x: node }, { x: node }, { x: { type: 'bnode', value: 'b' } }])).rows.map(
      (row) => row.get('x')!.value,
    )
  }
  const [first, same, other] = answer()
  expect(first).toBe(same)
  expect(first).not.toBe(other)
  expect(first).toMatch(/^[a-z0-9]+$/)
  expect(answer()).not.toContain(first)
  expect(blankNode(first!).termType).toBe('BlankNode')
})

test('names that objects have already are variables like others', () => {
  const text = `{"head":{"vars":["__proto__","constructor"]},"results":{"bindings":[{"__proto__":{"type":"uri","value":"x:a"}}]}}`
  const { rows } = read(json, text)
  expect([...rows[0]!.keys()]).toEqual(['__proto__'])
  expect(({} as Record<string, unknown>).type).toBeUndefined()
})

describe('what is no whole answer is none at all', () => {
  const whole = results([{ x: { type: 'uri', value: 'x:a' } }, { x: { type: 'uri', value: 'x:b' } }])
  const wholeXml = value('<uri>x:a</uri>')

  test('a document that breaks off, at any byte', () => {
    for (let length = 0; length < whole.length; length++) {
      expect(() => read(json, whole.slice(0, length)), whole.slice(0, length)).toThrow('broken off')
    }
    for (let length = 0; length < wholeXml.length; length++) {
      expect(() => read(xml, wholeXml.slice(0, length)), wholeXml.slice(0, length)).toThrow('broken off')
    }
    expect(read(json, whole).rows).toHaveLength(2)
    expect(read(xml, wholeXml).rows).toHaveLength(1)
  })

  test.each([
    ['null', 'null'],
    ['a boolean', '{"head":{},"boolean":true}'],
    ['no head', '{"results":{"bindings":[]}}'],
    ['no rows', '{"head":{"vars":[]},"results":{}}'],
    ['rows that are none', '{"head":{"vars":["x"]},"results":{"bindings":[1]}}'],
    ['a variable that the head lacks', results([{ y: { type: 'uri', value: 'x:a' } }])],
    ['a type that nobody knows', results([{ x: { type: 'thing', value: 'x:a' } }])],
    ['a term without value', results([{ x: { type: 'uri' } }])],
    ['an IRI that forges', results([{ x: { type: 'uri', value: 'x:a> <x:b' } }])],
    ['an IRI that has no base', results([{ x: { type: 'uri', value: 'x/a' } }])],
    ['a datatype that has no base', results([{ x: { type: 'literal', value: '', datatype: '#a' } }])],
    ['a datatype that forges', results([{ x: { type: 'literal', value: '', datatype: 'x:a> <x:b' } }])],
    ['a language that forges', results([{ x: { type: 'literal', value: '', 'xml:lang': 'fr> .' } }])],
    ['a direction that is none', results([{ x: { type: 'literal', value: '', 'xml:lang': 'fr', 'its:dir': 'up' } }])],
    ['half a character', '{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"\\ud800"}}]}}'],
    ['a triple without object', results([{ x: { type: 'triple', value: { subject: {}, predicate: {} } } }])],
    [
      'a literal as subject',
      results([{ x: { ...inJson[5], value: { ...(inJson[5]!.value as object), subject: inJson[1] } } }]),
    ],
    ['something after the end', `${whole}${whole}`],
    [
      'triples nested without end',
      `${'{"head":{"vars":["x"]},"results":{"bindings":[{"x":'}${'{"type":"triple","value":{"subject":{"type":"uri","value":"x:s"},"predicate":{"type":"uri","value":"x:p"},"object":'.repeat(50_000)}{"type":"uri","value":"x:o"}${'}}'.repeat(50_000)}}]}}`,
    ],
    ['arrays nested without end', '['.repeat(1_000_000)],
  ])('JSON: %s', (_, text) => {
    expect(() => read(json, text)).toThrow(expect.objectContaining({ code: 'upstream-failed' }))
  })

  test.each([
    ['a boolean', document('<boolean>true</boolean>')],
    ['another root', '<html/>'],
    ['another namespace', wholeXml.replace('sparql-results#', 'results#')],
    ['no results', document('')],
    ['results twice', document('<results/><results/>')],
    ['a variable that the head lacks', value('<uri>x:a</uri>').replace('binding name="x"', 'binding name="y"')],
    ['a variable twice in a row', value('<uri>x:a</uri></binding><binding name="x"><uri>x:b</uri>')],
    ['two terms', value('<uri>x:a</uri><uri>x:b</uri>')],
    ['no term', value('')],
    ['text for a term', value('x:a')],
    ['an element that nobody knows', value('<thing>x:a</thing>')],
    ['an IRI that forges', value('<uri>x:a&gt; &lt;x:b</uri>')],
    ['a character that XML forbids', value('<literal>\u0001</literal>')],
    ['a reference to one', value('<literal>&#0;</literal>')],
    [
      'an entity of its own',
      `<!DOCTYPE sparql [<!ENTITY e SYSTEM "file:///etc/passwd">]>${value('<literal>&e;</literal>')}`,
    ],
    ['another encoding', wholeXml.replace('version="1.0"', 'version="1.0" encoding="iso-8859-1"')],
    ['a literal as subject', value(triple('<uri>x:o</uri>').replace('<uri>x:s</uri>', '<literal>s</literal>'))],
    ['something after the end', `${wholeXml}<sparql/>`],
    ['triples nested without end', value('<triple><object>'.repeat(100_000))],
    [
      'triples nested too deep',
      value(Array.from({ length: 200 }).reduce<string>((inner) => triple(inner), '<uri>x:o</uri>')),
    ],
  ])('XML: %s', (_, text) => {
    expect(() => read(xml, text)).toThrow(expect.objectContaining({ code: 'upstream-failed' }))
  })

  test('what is not UTF-8', () => {
    const latin1 = Buffer.from(results([{ x: { type: 'literal', value: 'é' } }]), 'latin1')
    expect(() => read(json, latin1)).toThrow(expect.objectContaining({ code: 'upstream-failed' }))
  })

  test('the message tells nothing of the document', () => {
    expect(() => read(json, 'secret')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    )
  })
})
