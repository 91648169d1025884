import { describe, expect, test } from 'vitest'
import { rdf } from '../../../src/rdf/environment.ts'
import { blankNode, iri, literal, taggedLiteral, termKey, tripleTerm, variable } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { kinds } from '../../../src/store/snapshot/term-kinds.ts'
import { Random } from '../../fuzz/random.ts'
import { quad, randomTerm } from './quads.ts'

const xsd = (name: string) => iri(`http://www.w3.org/2001/XMLSchema#${name}`)
const [s, p] = [iri('http://example.org/s'), iri('http://example.org/p')]

describe('the dictionary', () => {
  test('gives every term one id, and the term back for it', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = new Random(seed, 1)
      const terms = random.list(1, 50, () => randomTerm(random))
      const snapshot = buildSnapshot(terms.map((term) => quad(s, p, term)))
      for (const term of terms) expect(termKey(snapshot.termOf(snapshot.idOf(term)))).toBe(termKey(term))
      const ids = Array.from({ length: snapshot.termCount }, (_, index) => index + 1)
      expect(ids.map((id) => snapshot.idOf(snapshot.termOf(id)))).toEqual(ids)
      expect(new Set(ids.map((id) => termKey(snapshot.termOf(id)))).size).toBe(ids.length)
    }
  })

  test('tells terms with the same text apart', () => {
    const terms = [
      iri('en'),
      blankNode('en'),
      literal('en'),
      literal('en', xsd('token')),
      taggedLiteral('en', 'en'),
      taggedLiteral('en', 'fr'),
      taggedLiteral('en', 'en', 'ltr'),
      taggedLiteral('en', 'en', 'rtl'),
      tripleTerm(iri('en'), iri('en'), iri('en')),
    ]
    const snapshot = buildSnapshot(terms.map((term) => quad(s, p, term)))
    expect(new Set(terms.map(snapshot.idOf)).size).toBe(terms.length)
  })

  test('has no id for what the data does not have', () => {
    const snapshot = buildSnapshot([quad(s, p, literal('a'))])
    for (const term of [
      iri('http://example.org/o'),
      blankNode('a'),
      literal('b'),
      literal('a', iri('http://example.org/datatype')),
      taggedLiteral('a', 'en'),
      tripleTerm(s, p, literal('a')),
      tripleTerm(s, p, literal('b')),
      variable('a'),
    ]) {
      expect(snapshot.idOf(term)).toBe(0)
    }
  })

  test('takes terms of another factory, and languages in any case', () => {
    const object = rdf.literal('Bonjour', 'FR-be')
    const snapshot = buildSnapshot([rdf.quad(rdf.namedNode('a'), rdf.namedNode('b'), object) as never])
    expect(snapshot.termOf(snapshot.idOf(taggedLiteral('Bonjour', 'fr-BE')))).toMatchObject({ language: 'fr-be' })
    expect(snapshot.idOf(object as never)).toBe(snapshot.idOf(taggedLiteral('Bonjour', 'fr-BE')))
  })

  test('grows past any of its first sizes', () => {
    const objects = Array.from({ length: 50_000 }, (_, index) => literal(String(index)))
    const snapshot = buildSnapshot(objects.map((object) => quad(s, p, object)))
    expect(objects.every((object) => snapshot.termOf(snapshot.idOf(object)).equals(object))).toBe(true)
  })

  test('knows kinds, datatypes and texts', () => {
    const terms = [
      iri('i'),
      blankNode('b'),
      literal('l', xsd('date')),
      taggedLiteral('t', 'en'),
      taggedLiteral('d', 'en', 'rtl'),
      tripleTerm(s, p, s),
    ]
    const snapshot = buildSnapshot(terms.map((term) => quad(s, p, term)))
    const { iri: iriKind, blankNode: blank, literal: plain, tagged, taggedRtl, tripleTerm: triple } = kinds
    const ids = terms.map(snapshot.idOf)
    expect(ids.map(snapshot.kindOf)).toEqual([iriKind, blank, plain, tagged, taggedRtl, triple])
    expect(ids.slice(0, 5).map(snapshot.textOf)).toEqual(['i', 'b', 'l', 't', 'd'])
    expect(snapshot.termOf(snapshot.datatypeOf(ids[2]!)).value).toBe(xsd('date').value)
    expect(snapshot.termOf(snapshot.datatypeOf(ids[3]!)).value).toMatch(/#langString$/)
    expect(snapshot.termOf(snapshot.datatypeOf(ids[4]!)).value).toMatch(/#dirLangString$/)
    expect([ids[0]!, ids[1]!, ids[5]!, 0, snapshot.termCount + 1].map(snapshot.datatypeOf)).toEqual([0, 0, 0, 0, 0])
    expect([0, snapshot.termCount + 1].map(snapshot.kindOf)).toEqual([0, 0])
    expect(() => snapshot.termOf(0)).toThrow(RangeError)
    expect(() => snapshot.termOf(snapshot.termCount + 1)).toThrow(RangeError)
  })

  test.each<[string, string, number]>([
    ['integer', '42', 42],
    ['integer', '-007', -7],
    ['integer', '1.0', NaN],
    ['integer', '999999999999999', 999999999999999],
    ['integer', '9007199254740993', NaN],
    ['decimal', '0.10', 0.1],
    ['decimal', '.5', 0.5],
    ['decimal', '1e3', NaN],
    ['double', '1e3', 1000],
    ['double', '-INF', -Infinity],
    ['double', 'NaN', NaN],
    ['float', '0.1', NaN],
    ['byte', '127', 127],
    ['byte', '128', NaN],
    ['positiveInteger', '0', NaN],
    ['string', '1', NaN],
    ['integer', 'one', NaN],
    ['integer', '', NaN],
    ['date', '1970-01-02', 86_400],
    ['date', '1970-01-02+01:00', 82_800],
    ['date', '2023-02-29', NaN],
    ['date', '2024-02-29', Date.UTC(2024, 1, 29) / 1000],
    ['date', '1970-01-02+15:00', NaN],
    ['date', '0000-01-01', Date.parse('0000-01-01T00:00:00Z') / 1000],
    ['date', '12024-01-01', NaN],
    ['dateTime', '1970-01-01T00:00:01Z', 1],
    ['dateTime', '1970-01-01T00:00:01', 1],
    ['dateTime', '1970-01-01T14:00:00+14:00', 0],
    ['dateTime', '1970-01-01T00:00:00.5Z', NaN],
    ['dateTime', '1970-01-01T24:00:00Z', NaN],
    ['dateTime', '1970-13-01T00:00:00Z', NaN],
    ['time', '00:00:00', NaN],
  ])('the value of an xsd:%s %j is %d', (datatype, text, value) => {
    const term = literal(text, xsd(datatype))
    const snapshot = buildSnapshot([quad(s, p, term)])
    expect(snapshot.values[snapshot.idOf(term)]).toBe(value)
  })

  test('a variable cannot stand in a dataset', () => {
    expect(() => buildSnapshot([quad(s, p, variable('o'))])).toThrow(TypeError)
  })
})
