import { describe, expect, test } from 'vitest'
import { FaultsError } from '../../../src/errors.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { blankNode, iri, literal, type Quad, taggedLiteral, tripleTerm } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { snapshotOfNQuads } from '../../../src/store/snapshot/n-quads.ts'
import type { Snapshot } from '../../../src/store/snapshot/snapshot.ts'
import { Random } from '../../fuzz/random.ts'
import { quad, quadKey, randomQuads } from './quads.ts'

const load = (text: string) => snapshotOfNQuads([Buffer.from(text)], 'f.nq')
const ex = (name: string) => iri(`http://example.org/${name}`)

/** The quads of a snapshot, as keys in order. */
function keysOf(snapshot: Snapshot): string[] {
  const { offsets, second, third, fourth } = snapshot.byGraph.gspo
  const keys: string[] = []
  for (const graph of [snapshot.defaultGraph, ...snapshot.graphs]) {
    for (let row = offsets[graph]!; row < offsets[graph + 1]!; row++) {
      const [s, p, o] = [second, third, fourth].map((column) => snapshot.termOf(column[row]!))
      keys.push(quadKey(quad(s!, p!, o!, snapshot.termOf(graph))))
    }
  }
  return keys.sort()
}

async function expectQuads(text: string, ...quads: Quad[]) {
  expect(keysOf(await load(text))).toEqual(quads.map(quadKey).sort())
}

/** N-Quads has no place for relative IRIs and for blank nodes without a label. */
const canBeWritten = (term: Quad['subject'] | Quad['object'] | Quad['graph']): boolean => {
  if (term.termType === 'NamedNode') return /^http:[^\0]*$/.test(term.value)
  if (term.termType === 'BlankNode') return /^[a-z]+$/.test(term.value)
  return term.termType !== 'Quad' || [term.subject, term.object].every((part) => canBeWritten(part as never))
}

describe('loading N-Quads', () => {
  test('gives the snapshot of the quads that were written, however the bytes are cut', async () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = new Random(seed, 7)
      const quads = randomQuads(random).filter(({ object }) => canBeWritten(object))
      const bytes = Buffer.from(quads.map(toNQuad).join(''))
      const pieces: Buffer[] = []
      for (let at = 0; at < bytes.length; at += pieces.at(-1)!.length) {
        pieces.push(bytes.subarray(at, at + random.int(1, random.pick([2, 50, 5000]))))
      }
      expect(keysOf(await snapshotOfNQuads(pieces, 'f.nq'))).toEqual(keysOf(buildSnapshot(quads)))
    }
  })

  test('reads space, comments, empty lines, a version and every end of line', () =>
    expectQuads(
      [
        'VERSION "1.2" # first',
        '',
        '<http://example.org/a><http://example.org/p><http://example.org/b>.',
        ' \t# nothing',
        '\t<http://example.org/a>\t<http://example.org/p>  _:b.c.\r<http://example.org/b> <http://example.org/p> "x" _:g .# c',
        '_:1 <http://example.org/p> "" <http://example.org/g> .',
      ].join('\r\n'),
      quad(ex('a'), ex('p'), ex('b')),
      quad(ex('a'), ex('p'), blankNode('b.c')),
      quad(ex('b'), ex('p'), literal('x'), blankNode('g')),
      quad(blankNode('1'), ex('p'), literal(''), ex('g')),
    ))
  test('reads escapes', () =>
    expectQuads(
      String.raw`<http://example.org/\u0061> <http://example.org/p> "\t\b\n\r\f\"\'\\ \u00e9 \U0001D4B3 é 𝒳" .`,
      quad(ex('a'), ex('p'), literal('\t\b\n\r\f"\'\\ é 𝒳 é 𝒳')),
    ))

  test('reads datatypes, languages and directions', () =>
    expectQuads(
      [
        '^^<http://example.org/d>',
        '@EN',
        '@en-Latn-x',
        '@ar--rtl',
        '@ar--ltr',
        '^^<http://www.w3.org/2001/XMLSchema#string>',
      ]
        .map((suffix) => `<http://example.org/a> <http://example.org/p> "x"${suffix} .\n`)
        .join(''),
      quad(ex('a'), ex('p'), literal('x', ex('d'))),
      quad(ex('a'), ex('p'), taggedLiteral('x', 'en')),
      quad(ex('a'), ex('p'), taggedLiteral('x', 'en-latn-x')),
      quad(ex('a'), ex('p'), taggedLiteral('x', 'ar', 'rtl')),
      quad(ex('a'), ex('p'), taggedLiteral('x', 'ar', 'ltr')),
      quad(ex('a'), ex('p'), literal('x')),
    ))

  test('reads triple terms', () =>
    expectQuads(
      '_:a <http://example.org/p> <<(_:a <http://example.org/p> <<( _:a <http://example.org/p> "x"@en )>>)>> .',
      quad(
        blankNode('a'),
        ex('p'),
        tripleTerm(blankNode('a'), ex('p'), tripleTerm(blankNode('a'), ex('p'), taggedLiteral('x', 'en'))),
      ),
    ))

  test.each([
    '<a> <b:> <c:> .',
    '<a:> <b> <c:> .',
    '<a:> _:b <c:> .',
    '"a" <b:> <c:> .',
    '<a:> "b" <c:> .',
    '<a:> <b:> <c:> "d" .',
    '<a:> <b:> <c:>',
    '<a:> <b:> .',
    '<a:> <b:> <c:> . <a:> <b:> <c:> .',
    '<a:> <b:> <c:> <d:> <e:> .',
    '<a: > <b:> <c:> .',
    String.raw`<a:\u0020> <b:> <c:> .`,
    String.raw`<a:\n> <b:> <c:> .`,
    String.raw`<a:> <b:> "\x" .`,
    String.raw`<a:> <b:> "\u00g0" .`,
    String.raw`<a:> <b:> "\ud800" .`,
    String.raw`<a:> <b:> "\U00110000" .`,
    String.raw`<a:> <b:> "\u12`,
    '<a:> <b:> "c .',
    '<a:> <b:> "c\n" .',
    "<a:> <b:> 'c' .",
    '<a:> <b:> "c"@ .',
    '<a:> <b:> "c"@1 .',
    '<a:> <b:> "c"@en- .',
    '<a:> <b:> "c"@en--up .',
    '<a:> <b:> "c"^^<d> .',
    '<a:> <b:> "c"^^"d" .',
    '<a:> <b:> 1 .',
    '<a:> <b:> _: .',
    '<a:> <b:> _:-c .',
    '_:a:b <b:> <c:> .',
    '<a:> <b:> <<( <a:> <b:> )>> .',
    '<a:> <b:> << <a:> <b:> <c:> >> .',
    '<<( <a:> <b:> <c:> )>> <b:> <c:> .',
    '<a:> <b:> <<( <<( <a:> <b:> <c:> )>> <b:> <c:> )>> .',
    '@prefix a: <a:> .',
    'VERSION 1.2',
  ])('refuses %j', async (line) => {
    await expect(load(line)).rejects.toThrow(FaultsError)
  })

  test('says where a fault is', async () => {
    const faulty = '<a:> <b:> "é" .\n<a:> <b:> "é" oh .\n'
    const pieces = [...Buffer.from(faulty)].map((byte) => Buffer.of(byte))
    const error = await snapshotOfNQuads(pieces, 'f.nq').catch((error) => error)
    expect(error.faults).toEqual([{ file: 'f.nq', line: 2, column: 15, message: expect.any(String) }])
  })

  test('refuses what is not UTF-8', async () => {
    await expect(snapshotOfNQuads([Buffer.from('<a:> <b:> "é" .\n', 'latin1')], 'f.nq')).rejects.toThrow(/UTF-8/)
  })

  test('of nothing gives an empty snapshot', async () => {
    expect((await load('')).quadCount).toBe(0)
    expect((await snapshotOfNQuads([], 'f.nq')).quadCount).toBe(0)
  })
})
