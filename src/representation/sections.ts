/**
 * Statements in sections for a page: a source passage by passage, any other graph as one.
 */
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { cg, dcterms, schema } from '../rdf/namespaces.ts'
import { sortQuads } from '../rdf/order.ts'
import type { Section } from './html/graph.ts'
import { graphView, type ViewContext } from './view.ts'

/** Of a section so many subjects are shown, and on one page so many statements: of the others it is said how many there are. */
const [mostSubjects, mostStatements] = [100, 5000]

/** A section for what is said of the source itself, then one a passage, by position. */
export function sourceSections(
  source: NamedNode,
  quads: readonly Quad[],
  context: ViewContext,
): { title: string; sections: readonly Section[] } {
  const facts = new Lookup(quads)
  const byGraph = Map.groupBy(quads, ({ graph }) => graph.value)
  const position = (passage: NamedNode) => Number(facts.object(passage, schema.position!)?.value ?? 0)
  const passages = (facts.subjects(dcterms.isPartOf!, source) as NamedNode[]).sort((a, b) => position(a) - position(b))
  const title = facts.label(source, context.language) ?? source.value
  const aboutSource = { id: 'source', title, ...shownOf([...facts.about(source)], mostStatements, context) }
  let left = mostStatements
  const sections = passages.map((passage): Section => {
    const id = passage.value.slice(source.value.length + 1)
    const quotation = facts.object(passage, cg.quotation!)?.value
    const stated = byGraph.get(passage.value) ?? []
    const shown = shownOf(stated, left, context)
    left -= stated.length - shown.more
    return { id, title: id, ...shown, isPassage: true, ...(quotation !== undefined && { quotation }) }
  })
  return { title, sections: [aboutSource, ...sections] }
}

export function graphSection(id: string, quads: readonly Quad[], context: ViewContext): Section {
  return { id: id.replace(/\W+/g, '-'), title: id, ...shownOf(quads, mostStatements, context) }
}

/** The first subjects with all that is said of them, as far as that is not more than `most` statements. */
function shownOf(quads: readonly Quad[], most: number, context: ViewContext): Pick<Section, 'subjects' | 'more'> {
  const shown: Quad[] = []
  const bySubject = Map.groupBy(sortQuads(quads), ({ subject }) => subject.value)
  for (const said of [...bySubject.values()].slice(0, mostSubjects)) {
    if (shown.length + said.length > most) break
    shown.push(...said)
  }
  return { subjects: graphView(shown, context), more: quads.length - shown.length }
}
