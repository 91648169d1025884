/** Small datasets by chance, of every kind of term, and what a plain array of quads says of them. */
import {
  blankNode,
  defaultGraph,
  iri,
  literal,
  type Quad,
  type Term,
  taggedLiteral,
  termKey,
  tripleTerm,
} from '../../../src/rdf/terms.ts'
import type { Random } from '../../fuzz/random.ts'

const xsd = 'http://www.w3.org/2001/XMLSchema#'

/** Few of each kind, so that quads meet; texts with bytes of every length of UTF-8, and the same text in many kinds. */
export function randomTerm(random: Random, depth = 0): Term {
  const text = random.pick(['', 'a', 'b', 'é', '€', '𝒳', 'a\0b', '1', '01', 'en', 'x'.repeat(3000)])
  return random.weighted<() => Term>([
    [4, () => iri(`http://example.org/${text}`)],
    [1, () => iri(text)],
    [2, () => blankNode(text)],
    [2, () => literal(text)],
    [2, () => literal(text, iri(xsd + random.pick(['integer', 'decimal', 'string', 'date', 'nonsense'])))],
    [3, () => taggedLiteral(text, random.pick(['en', 'fr', 'EN', 'ar']), random.pick(['', '', 'ltr', 'rtl']))],
    [
      depth < 2 ? 2 : 0,
      () => tripleTerm(randomSubject(random), randomPredicate(random), randomTerm(random, depth + 1)),
    ],
  ])()
}

export function randomQuads(random: Random): Quad[] {
  const terms = random.list(1, 6, () => randomTerm(random))
  const quads = random.list(0, 60, () =>
    quad(
      randomSubject(random),
      randomPredicate(random),
      random.chance(0.7) ? random.pick(terms) : randomTerm(random),
      random.pick([defaultGraph, iri('http://example.org/g'), iri('http://example.org/a'), blankNode('g')]),
    ),
  )
  return [...quads, ...quads.filter(() => random.chance(0.1))]
}

export function quad(subject: Term, predicate: Term, object: Term, graph: Term = defaultGraph): Quad {
  return { subject, predicate, object, graph } as unknown as Quad
}

/** Every quad once. */
export function distinctQuads(quads: readonly Quad[]): Quad[] {
  return [...new Map(quads.map((quad) => [quadKey(quad), quad])).values()]
}

export function quadKey({ subject, predicate, object, graph }: Quad): string {
  return JSON.stringify([subject, predicate, object, graph].map(termKey))
}

function randomSubject(random: Random): Term {
  return random.pick([iri('http://example.org/a'), iri('http://example.org/b'), blankNode('a'), blankNode('b')])
}

function randomPredicate(random: Random): Term {
  return random.pick(['p', 'q', 'a'].map((name) => iri(`http://example.org/${name}`)))
}
