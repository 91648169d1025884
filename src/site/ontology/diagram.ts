/**
 * How the terms of the ontology belong together, drawn: on the left what a property is said of, on the right what it leads
 * to, between them the properties that do so.
 */
import { Graph, layout } from '@dagrejs/dagre'
import { html } from 'ghtml'
import { rdfs } from '../../rdf/namespaces.ts'
import type { OntologyTerm } from './ontology.ts'

/** A line of text in pixels, and what a character takes of it on average. */
const line = 18
const character = 8.4
const padding = 10

interface Box {
  readonly lines: readonly Line[]
  readonly kind: 'class' | 'properties' | 'any'
}

interface Line {
  readonly text: string
  /** Of the term on the page, where it stands there. */
  readonly anchor?: string | undefined
}

export interface DiagramWords {
  readonly title: string
  /** What stands where a property is said of anything, or leads to anything. */
  readonly anything: string
  readonly anyValue: string
}

/** @param nameOf how a term is called in the picture */
export function diagramSvg(
  terms: readonly OntologyTerm[],
  nameOf: (iri: string) => string,
  words: DiagramWords,
): string {
  const anchors = new Map(terms.map(({ iri, anchor }) => [iri, anchor]))
  const boxes = new Map<string, Box>()
  const edges: [from: string, to: string][] = []
  const classBox = (side: string, iri: string | undefined): string => {
    const id = `${side} ${iri ?? ''}`
    const one: Line =
      iri === undefined
        ? { text: side === 'from' ? words.anything : words.anyValue }
        : { text: nameOf(iri), anchor: anchors.get(iri) }
    boxes.set(id, { lines: [one], kind: iri === undefined ? 'any' : 'class' })
    return id
  }
  const groups = Map.groupBy(
    terms.filter(({ isClass }) => !isClass),
    ({ relations }) => JSON.stringify([only(relations, rdfs.domain!.value), only(relations, rdfs.range!.value)]),
  )
  for (const [ends, properties] of groups) {
    const [domain, range] = JSON.parse(ends) as [string | null, string | null]
    const id = `properties ${ends}`
    boxes.set(id, {
      lines: properties.map(({ iri, anchor }) => ({ text: nameOf(iri), anchor })),
      kind: 'properties',
    })
    edges.push([classBox('from', domain ?? undefined), id], [id, classBox('to', range ?? undefined)])
  }

  // A class that nothing is restricted to is one all the same.
  for (const { iri, isClass } of terms) if (isClass && !boxes.has(`to ${iri}`)) classBox('from', iri)

  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', ranksep: 46, nodesep: 12, marginx: 2, marginy: 2 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const [id, { lines }] of boxes) {
    const longest = Math.max(...lines.map(({ text }) => text.length))
    graph.setNode(id, { width: longest * character + 2 * padding, height: lines.length * line + 2 * padding - 4 })
  }
  for (const [from, to] of edges) graph.setEdge(from, to)
  layout(graph)

  const placed = (id: string) => graph.node(id) as Placed
  const arrows = edges.map(([from, to]) => arrow(placed(from), placed(to)))
  const drawn = Array.from(boxes, ([id, box]) => boxSvg(box, placed(id)))
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return html`<svg class="diagram" role="group" aria-label="${words.title}" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}">
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>
!${arrows}!${drawn}</svg>`
}

interface Placed {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** From the right side of one box to the left side of another. */
function arrow(from: Placed, to: Placed): string {
  const [x1, x2] = [from.x + from.width / 2, to.x - to.width / 2].map(round) as [number, number]
  const [y1, y2, half] = [from.y, to.y, (x1 + x2) / 2].map(round) as [number, number, number]
  return html`<path class="arrow" d="M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}" marker-end="url(#head)"/>`
}

function boxSvg({ lines, kind }: Box, { x, y, width, height }: Placed): string {
  const left = x - width / 2
  const top = y - height / 2
  const texts = lines.map(({ text, anchor }, index) => {
    const at = html`<text x="${round(left + padding)}" y="${round(top + padding + line * index + 11)}">${text}</text>`
    return anchor === undefined ? at : html`<a href="#${anchor}">!${at}</a>`
  })
  return html`<g class="${kind}"><rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="5"/>!${texts}</g>`
}

/** What a term is said to be to; undefined where that is nothing, or more than one thing. */
function only(relations: OntologyTerm['relations'], relation: string): string | undefined {
  const [first, ...more] = relations.get(relation) ?? []
  return more.length ? undefined : first
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
