/**
 * Statements in sections for a page: a source passage by passage, any other graph as one.
 */
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { cg, dcterms, schema } from '../rdf/namespaces.ts'
import { sortQuads } from '../rdf/order.ts'
import type { QuadReader } from '../rdf/quad-reader.ts'
import type { Section } from './html/graph.ts'
import { graphView, type ViewContext } from './view.ts'

/**
 * Of a passage, and of a graph that is one section, so many subjects are shown, and on one page so many statements: of the
 * others it is said how many there are.
 */
const [mostOfPassage, mostOfGraph, mostStatements] = [100, 500, 5000]

/** A source has lines or chapters; more than these nobody reads on one page. */
const mostPassages = 2000

/** What of a source is on its page. */
export interface ReadSource {
  readonly source: NamedNode
  /** What is said of the source itself. */
  readonly about: readonly Quad[]
  /** By position. */
  readonly passages: readonly ReadPassage[]
}

interface ReadPassage {
  /** The fragment of its IRI. */
  readonly id: string
  readonly quotation?: string
  /** What it states, the first subjects with all that is said of them. */
  readonly quads: readonly Quad[]
  /** How much it states beside that. */
  readonly more: number
}

/**
 * Reads no more than is shown: a source may have hundreds of thousands of statements.
 * @param sizes how many statements each graph has, by its IRI
 */
export function readSource(source: NamedNode, reader: QuadReader, sizes: ReadonlyMap<string, number>): ReadSource {
  const object = (node: NamedNode, property: NamedNode) => {
    for (const triple of reader.triples(node, property)) return triple.object.value
    return undefined
  }
  const found = Iterator.from(reader.triples(null, dcterms.isPartOf!, source)).take(mostPassages)
  const passages = Array.from(found, ({ subject }) => subject as NamedNode)
    .map((passage) => ({ passage, position: Number(object(passage, schema.position!) ?? 0) }))
    .sort((one, other) => one.position - other.position)
  let left = mostStatements
  return {
    source,
    about: [...reader.quads(source)],
    passages: passages.map(({ passage }): ReadPassage => {
      const quotation = object(passage, cg.quotation!)
      const stated = Array.from(Iterator.from(reader.quads(null, null, null, passage)).take(left + 1))
      // They come subject by subject: of the last one there may be more.
      const whole =
        stated.length > left ? stated.filter(({ subject }) => !subject.equals(stated.at(-1)!.subject)) : stated
      const quads = firstOf(whole, mostOfPassage, left)
      left -= quads.length
      const more = (sizes.get(passage.value) ?? 0) - quads.length
      return {
        id: passage.value.slice(source.value.length + 1),
        quads,
        more,
        ...(quotation !== undefined && { quotation }),
      }
    }),
  }
}

/** A section for what is said of the source itself, then one a passage. */
export function sourceSections(
  { source, about, passages }: ReadSource,
  context: ViewContext,
): { title: string; sections: readonly Section[] } {
  const title = new Lookup(about).label(source, context.language) ?? source.value
  const sections = passages.map(
    ({ id, quads, more, quotation }): Section => ({
      id,
      title: id,
      subjects: graphView(quads, context),
      more,
      isPassage: true,
      ...(quotation !== undefined && { quotation }),
    }),
  )
  return { title, sections: [{ id: 'source', title, subjects: graphView(about, context), more: 0 }, ...sections] }
}

export function graphSection(id: string, quads: readonly Quad[], context: ViewContext): Section {
  return { id: id.replace(/\W+/g, '-'), title: id, ...shownOf(quads, context) }
}

function shownOf(quads: readonly Quad[], context: ViewContext): Pick<Section, 'subjects' | 'more'> {
  const shown = firstOf(quads, mostOfGraph, mostStatements)
  return { subjects: graphView(shown, context), more: quads.length - shown.length }
}

/** The first subjects with all that is said of them, as far as that is not more than `most` statements. */
function firstOf(quads: readonly Quad[], mostSubjects: number, most: number): readonly Quad[] {
  const shown: Quad[] = []
  const bySubject = Map.groupBy(sortQuads(quads), ({ subject }) => subject.value)
  for (const said of [...bySubject.values()].slice(0, mostSubjects)) {
    if (shown.length + said.length > most) break
    shown.push(...said)
  }
  return shown
}
