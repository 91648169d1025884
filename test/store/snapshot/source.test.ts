import { QueryEngine } from '@comunica/query-sparql'
import { describe, expect, test } from 'vitest'
import { rdf } from '../../../src/rdf/environment.ts'
import { defaultGraph, iri, type Quad, termKey } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../../src/store/snapshot/source.ts'
import { Random } from '../../fuzz/random.ts'
import { distinctQuads, quad, quadKey, randomQuads } from './quads.ts'

const positions = ['subject', 'predicate', 'object', 'graph'] as const

describe('an RDF/JS source', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('has for every pattern the quads that match it, each once (%i)', (seed) => {
    const random = new Random(seed, 0)
    const quads = distinctQuads(randomQuads(random))
    const source = new SnapshotSource(buildSnapshot(quads))
    for (let count = 0; count < 200; count++) {
      const example = quads.length ? random.pick(quads) : quad(iri('a'), iri('b'), iri('c'))
      const pattern = positions.map((position) => (random.chance(0.5) ? example[position] : null))
      if (random.chance(0.1)) pattern[random.int(0, 3)] = iri('http://example.org/nowhere')
      const expected = quads.filter((one) =>
        positions.every((name, at) => !pattern[at] || same(pattern[at], one[name])),
      )
      const found = [...source.quads(...pattern)] as unknown as Quad[]
      expect(found.map(quadKey).sort()).toEqual(expected.map(quadKey).sort())
      const [subject, predicate, object] = pattern
      const triples = [...source.triples(subject, predicate, object)] as unknown as Quad[]
      const union = quads
        .filter((one) => positions.slice(0, 3).every((name, at) => !pattern[at] || same(pattern[at], one[name])))
        .map((one) => quadKey({ ...one, graph: defaultGraph } as Quad))
      expect(triples.map(quadKey).sort()).toEqual([...new Set(union)].sort())
    }
  })

  test('streams them', async () => {
    const source = new SnapshotSource(buildSnapshot(randomQuads(new Random(3, 1))))
    const streamed: unknown[] = []
    for await (const one of source.match() as unknown as AsyncIterable<unknown>) streamed.push(one)
    expect(streamed).toEqual([...source.quads()])
  })

  test('is one for rdf-ext and for Comunica', async () => {
    const [p, q] = [iri('http://example.org/p'), iri('http://example.org/q')]
    const things = Array.from({ length: 20 }, (_, index) => iri(`http://example.org/${index}`))
    const quads = things.flatMap((thing, index) => [
      quad(thing, p, things[(index + 1) % 20]!),
      quad(thing, q, things[(index * 7) % 20]!),
    ])
    const source = new SnapshotSource(buildSnapshot(quads))
    const dataset = await rdf.dataset().import(source.match(null, p) as never)
    expect(dataset.size).toBe(20)
    const bindings = await new QueryEngine().queryBindings(
      'SELECT * { ?a <http://example.org/p> ?b . ?b <http://example.org/q> ?c . ?c <http://example.org/p> ?d }',
      { sources: [source as never] },
    )
    expect((await bindings.toArray()).length).toBe(20)
  })
})

function same(one: Quad['subject'] | Quad['object'] | Quad['graph'], other: typeof one): boolean {
  return termKey(one as never) === termKey(other as never)
}
