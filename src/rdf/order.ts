/**
 * One order for quads wherever order shows: graph, subject, predicate, object, by code point, so that answers and
 * dumps of the same data are the same bytes.
 */
import { atOnce, sorted, type Work } from '../turns.ts'
import { type Quad, toTriple } from './environment.ts'
import { prefixes } from './namespaces.ts'
import { toNTerm } from './nquads.ts'

/** The quads in the one order, each once; `rdf:type` comes first among the predicates of a subject. */
export function sortQuads(quads: Iterable<Quad>): Quad[] {
  return atOnce(inOrder(quads, 'quads'))
}

/** As `sortQuads`, but each triple once, whatever graphs state it, and in the default graph. */
export function sortTriples(quads: Iterable<Quad>): Quad[] {
  return atOnce(inOrder(quads, 'triples'))
}

/** What `sortQuads` or `sortTriples` gives, as work that can stop for others. */
export function* inOrder(quads: Iterable<Quad>, of: 'quads' | 'triples'): Work<Quad[]> {
  const byKey = new Map<string, Quad>()
  for (const quad of quads) {
    const item = of === 'quads' ? quad : toTriple(quad)
    byKey.set(sortKey(item), item)
    yield
  }
  const entries = yield* sorted([...byKey], ([one], [other]) => (one < other ? -1 : 1))
  return entries.map(([, item]) => item)
}

/** The distinct names, numbers inside them by size. */
export function sortNames(names: Iterable<string>): string[] {
  return Array.from(new Set(names), (name): [string, string] => [naturalOrder(name), name])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, name]) => name)
}

/** What triples and quads are compared by; another one for each. */
export function sortKey({ subject, predicate, object, graph }: Quad): string {
  const verb = predicate.value === `${prefixes.rdf}type` ? '' : predicate.value
  // U+0000 stands in no term and sorts before all that does.
  return byCodePoint([naturalOrder(graph.value), naturalOrder(subject.value), verb, toNTerm(object)].join('\0'))
}

/** Surrogates, which stand for the highest code points, change places with U+E000 to U+FFFF: strings compare by code unit. */
function byCodePoint(key: string): string {
  return key.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0)
    return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800)
  })
}

/** Numbers inside a name sort by size (`#L9` before `#L10`): digits are written with their count in front. */
function naturalOrder(name: string): string {
  return name.replace(/\d+/g, (digits) => `${String.fromCharCode(0x30 + Math.min(digits.length, 9))}${digits}`)
}
