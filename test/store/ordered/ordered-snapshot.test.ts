/**
 * Walks over a snapshot give what sorting all quads gives, whatever the terms are.
 */
import { describe, expect, test } from 'vitest'
import { canonicalNQuads } from '../../../src/dataset/version.ts'
import type { Quad } from '../../../src/rdf/environment.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { sortQuads, sortTriples } from '../../../src/rdf/order.ts'
import { defaultGraph, iri, literal, type Term, taggedLiteral, tripleTerm } from '../../../src/rdf/terms.ts'
import { OrderedSnapshot } from '../../../src/store/ordered/ordered-snapshot.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { Random } from '../../fuzz/random.ts'
import { baseIri, dataset } from '../../support/dataset.ts'
import { described } from '../../support/release.ts'
import { quad } from '../snapshot/quads.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'
const rdfType = iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')

/** What names and texts differ in: what ends them in a line or sorts before that, numbers, and every length of UTF-8. */
const parts = ['', 'a', '/', '/b', '#', '#L9', '#L10', '!', '1', '9', '10', '010', '1234567890', '123456789', '-', '.']
const letters = ['é', '€', '\uffee', '😀', '%20', 'a'.repeat(9)]
const escaped = [' ', '"', '\\', '\n', '\r\n', '\u0007', '\u007f', '\0', '!', '@en', '^^', '>']

function oddIri(random: Random): Term {
  const name = random.list(0, 4, () => random.pick([...parts, ...letters])).join('')
  // An IRI has one fragment at most (RFC 3987 §2.2).
  return iri(`http://x.example/${name.replace(/(?<=#.*)#/g, '')}`)
}

function oddObject(random: Random, depth = 0): Term {
  const text = random.list(0, 4, () => random.pick([...parts, ...letters, ...escaped])).join('')
  return random.weighted<() => Term>([
    [3, () => oddIri(random)],
    [2, () => literal(text)],
    [2, () => literal(text, iri(xsd + random.pick(['integer', 'decimal', 'date', 'token'])))],
    [3, () => taggedLiteral(text, random.pick(['en', 'en-gb', 'fr']), random.pick(['', '', 'ltr', 'rtl']))],
    [depth < 2 ? 1 : 0, () => tripleTerm(oddIri(random), oddIri(random), oddObject(random, depth + 1))],
  ])()
}

/** Few subjects with many objects, or many with few; some quads in several graphs, the default graph among them. */
function oddQuads(random: Random): Quad[] {
  const some = (most: number, make: () => Term) => random.list(1, most, make)
  const subjects = some(random.pick([2, 60]), () => oddIri(random))
  const predicates = [rdfType, ...some(random.pick([2, 50]), () => oddIri(random))]
  const objects = some(random.pick([3, 200]), () => oddObject(random))
  const graphs = [defaultGraph, ...some(random.pick([1, 20]), () => oddIri(random))]
  return random
    .list(0, 600, () => quad(random.pick(subjects), random.pick(predicates), random.pick(objects), random.pick(graphs)))
    .flatMap((one) => (random.chance(0.2) ? [one, { ...one, graph: random.pick(graphs) } as Quad] : [one]))
}

const cases: readonly (readonly [string, readonly Quad[]])[] = [
  ['the graph that the project ships', dataset.quads],
  ['it with its description', [...described.quads, ...described.description]],
  ['nothing', []],
  ...Array.from({ length: 60 }, (_, index) => [`odd data ${index}`, oddQuads(new Random(11, index))] as const),
]

describe.each(cases)('%s', (_, quads) => {
  const snapshot = new OrderedSnapshot(buildSnapshot(quads as never))
  const lines = (some: Iterable<Quad>) => Array.from(some, toNQuad)

  test('as canonical N-Quads', () => {
    expect(Buffer.concat([...snapshot.canonicalNQuads()]).toString()).toBe(canonicalNQuads(quads).toString())
  })

  test('quad by quad', () => {
    expect(lines(snapshot.quads())).toEqual([...new Set(lines(sortQuads(quads)))])
  })

  test('triple by triple', () => {
    expect(lines(snapshot.triples())).toEqual(lines(sortTriples(quads)))
  })

  test.each([baseIri, `${baseIri}id/`, 'http://x.example/', 'http://x.example/a'])('the things of %s', (prefix) => {
    const subjects = [...new Set(sortTriples(quads).map(({ subject }) => subject.value))]
    const nodes = Map.groupBy(
      subjects.filter((subject) => subject.startsWith(prefix)),
      (subject) => subject.split('#', 1)[0]!,
    )
    const things = Array.from(snapshot.things(prefix))
    expect(things.map(({ iri }) => iri)).toEqual(inOrder([...nodes.keys()]))
    for (const { iri, nodes: found } of things) {
      expect(found).toEqual([iri, ...nodes.get(iri)!.filter((node) => node !== iri)])
    }
  })
})

test('documents come in pieces, and those are not long whatever a subject has', () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    quad(iri('http://x.example/a'), rdfType, literal(`text ${index * 7919}`), iri('http://x.example/g')),
  )
  const pieces = [...new OrderedSnapshot(buildSnapshot(many)).canonicalNQuads()]
  expect(Buffer.concat(pieces).toString()).toBe(canonicalNQuads(many as never).toString())
  expect(pieces.length).toBeGreaterThan(10)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 ** 18)
})

function inOrder(iris: readonly string[]): string[] {
  const quads = iris.map((name) => quad(iri(name), rdfType, rdfType) as unknown as Quad)
  return sortTriples(quads).map(({ subject }) => subject.value)
}
