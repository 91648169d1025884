/**
 * Statements in sections for a page: a source passage by passage, any other graph as one.
 */
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { cg, dcterms, schema } from '../rdf/namespaces.ts'
import type { Section } from './html/graph.ts'
import { graphView, type ViewContext } from './view.ts'

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
  const aboutSource = { id: 'source', title, subjects: graphView([...facts.about(source)], context) }
  const sections = passages.map((passage): Section => {
    const id = passage.value.slice(source.value.length + 1)
    const quotation = facts.object(passage, cg.quotation!)?.value
    const subjects = graphView(byGraph.get(passage.value) ?? [], context)
    return { id, title: id, subjects, isPassage: true, ...(quotation !== undefined && { quotation }) }
  })
  return { title, sections: [aboutSource, ...sections] }
}

export function graphSection(id: string, quads: readonly Quad[], context: ViewContext): Section {
  return { id: id.replace(/\W+/g, '-'), title: id, subjects: graphView(quads, context) }
}
