/**
 * Expectations typed by hand from the inventory, and how they are held against the data. The grammar, one fact a line:
 *
 *     [L42]                                      the graph <source/visite-elus-2016#L42>; other graphs by their IRI
 *     [L5] none: a heading                       a passage without facts, and why
 *     id/mutualab schema:floorSize id/mutualab#floor-size
 *     id/mutualab#floor-size schema:value 700
 *     id/mutualab schema:description @fr ~ coworking | 700 | salle/réunion
 *
 * `@fr ~` stands for a text of ours in that language that holds every stem between bars (a slash parts alternatives),
 * case and accents ignored. A graph is a closed list: what stands there and is not expected is a fault too.
 */
import type { Quad, Term } from '../../src/rdf/environment.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { toNTerm } from '../../src/rdf/nquads.ts'

export interface Expectation {
  readonly graph: string
  readonly subject: string
  readonly predicate: string
  /** The object in N-Triples syntax, or the stems that a text in a language holds. */
  readonly object: string | { readonly language: string; readonly stems: readonly (readonly string[])[] }
  /** The line as it was typed. */
  readonly source: string
}

export interface ExpectedFile {
  readonly expectations: readonly Expectation[]
  /** Graphs that are named as having no facts, with the reason. */
  readonly empty: ReadonlyMap<string, string>
}

export function parseExpectations(text: string, baseIri: string): ExpectedFile {
  const expectations: Expectation[] = []
  const empty = new Map<string, string>()
  let graph = ''
  for (const raw of text.split('\n')) {
    const line = raw.replace(/ {2}# .*$/, '').trim()
    if (!line || line.startsWith('#')) continue
    const heading = /^\[([^\]]+)\](?:\s+none:\s*(.*))?$/.exec(line)
    if (heading) {
      const name = heading[1]!
      graph = baseIri + (/^L\d+$/.test(name) ? `source/visite-elus-2016#${name}` : name)
      if (heading[2]) empty.set(graph, heading[2])
      continue
    }
    const [, subject, predicate, object] = /^(\S+)\s+(\S+)\s+(.*)$/.exec(line)!
    expectations.push({
      graph,
      subject: iri(subject!, baseIri),
      predicate: predicate === 'a' ? `${prefixes.rdf}type` : iri(predicate!, baseIri),
      object: parseObject(object!, baseIri),
      source: line,
    })
  }
  return { expectations, empty }
}

/** Every expectation that nothing in the data meets, and every quad of the expected graphs that nothing expects. */
export function compare(expectations: readonly Expectation[], quads: readonly Quad[]): string[] {
  const key = (graph: string, subject: string, predicate: string) => `${graph} ${subject} ${predicate}`
  const found = Map.groupBy(quads, (quad) => key(quad.graph.value, quad.subject.value, quad.predicate.value))
  const expected = Map.groupBy(expectations, ({ graph, subject, predicate }) => key(graph, subject, predicate))
  const faults: string[] = []
  for (const [place, wanted] of expected) {
    const left = [...(found.get(place) ?? [])]
    // Exact values first, so that stems cannot take what an exact value needs.
    const exactFirst = [...wanted].sort(
      (a, b) => Number(typeof a.object !== 'string') - Number(typeof b.object !== 'string'),
    )
    for (const { graph, object, source } of exactFirst) {
      const index = left.findIndex((quad) => meets(quad.object, object))
      if (index < 0) faults.push(`missing in <${graph}>: ${source}`)
      else left.splice(index, 1)
    }
    faults.push(...left.map((quad) => `not expected in <${quad.graph.value}>: ${show(quad)}`))
  }
  for (const [place, extra] of found) {
    if (!expected.has(place))
      faults.push(...extra.map((quad) => `not expected in <${quad.graph.value}>: ${show(quad)}`))
  }
  return faults
}

function meets(term: Term, object: Expectation['object']): boolean {
  if (typeof object === 'string') return toNTerm(term) === object
  if (term.termType !== 'Literal' || term.language !== object.language) return false
  const text = fold(term.value)
  return object.stems.every((alternatives) => alternatives.some((stem) => text.includes(stem)))
}

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').toLowerCase()
}

function parseObject(text: string, baseIri: string): Expectation['object'] {
  const stems = /^@(\w+)\s*~\s*(.*)$/.exec(text)
  if (stems) {
    const bars = stems[2]!.split('|').map((bar) => bar.split('/').map((stem) => fold(stem.trim())))
    return { language: stems[1]!, stems: bars }
  }
  const literal = /^"(.*)"(?:@([\w-]+)|\^\^(\S+))?$/.exec(text)
  if (literal) {
    const [, value, language, datatype] = literal
    return `"${value}"${language ? `@${language}` : datatype ? `^^<${iri(datatype, baseIri)}>` : ''}`
  }
  if (/^[+-]?\d+$/.test(text)) return `"${text}"^^<${prefixes.xsd}integer>`
  if (/^[+-]?\d+\.\d+$/.test(text)) return `"${text}"^^<${prefixes.xsd}decimal>`
  if (/^(true|false)$/.test(text)) return `"${text}"^^<${prefixes.xsd}boolean>`
  return `<${iri(text, baseIri)}>`
}

function iri(text: string, baseIri: string): string {
  if (text.startsWith('<')) return text.slice(1, -1)
  const prefixed = /^(\w+):(?!\/\/)(.*)$/.exec(text)
  const namespace = prefixed && (prefixes as Record<string, string>)[prefixed[1]!]
  if (namespace) return namespace + prefixed[2]
  return baseIri + text
}

function show(quad: Quad): string {
  return `${toNTerm(quad.subject)} ${toNTerm(quad.predicate)} ${toNTerm(quad.object)}`
}
