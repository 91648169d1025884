/**
 * Where a thing is in other registers, each link with who judged it and when it was last looked up.
 */
import { html } from 'ghtml'
import { osmElement } from '../../names/identifiers.ts'
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { Lookup } from '../../rdf/lookup.ts'
import { prefixes, prov, sssom } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { linkTo } from '../../representation/addresses.ts'
import { valueCell } from '../../representation/html/facts.ts'
import type { PageContext } from '../../representation/html/page-context.ts'
import { linkKey, linkValue, recordsByLink } from '../../representation/link-records.ts'
import { thingHtml } from '../known/value-view.ts'
import { sourcesHtml } from '../known/view.ts'
import type { Site } from '../site.ts'
import { words } from './words.ts'

export function elsewhereHtml(iri: string, site: Site, context: PageContext): string {
  const links = linksOf(rdf.namedNode(iri), site.source)
  if (!links.length) return ''
  const { language } = context
  const told = words[language]
  const { names } = site.catalogue
  const records = recordsByLink(new Lookup(recordsOf(rdf.namedNode(iri), site.source)))
  const link = ({ value }: Term) => {
    const href = linkTo(context, value)
    return { text: registerName(value) ?? names.of(value, language), ...(href !== undefined && { href }) }
  }
  const rows = links.map((quad) => {
    const record = records.get(linkKey(quad))
    const value = record
      ? valueCell(linkValue(record, language, link))
      : html`!${thingHtml(quad.object.value, site, context)} !${sourcesHtml([quad.graph.value], site, context)}`
    return html`<tr><th scope="row">${names.of(quad.predicate.value, language)}</th><td>!${value}</td></tr>`
  })
  return html`<section><h2>${told.elsewhere}</h2><table class="facts elsewhere"><thead><tr><th scope="col">${told.relationTo}</th><th scope="col">${told.elsewhere}</th></tr></thead><tbody>!${rows}</tbody></table></section>`
}

/** What a thing is called in a register. */
function registerName(iri: string): string | undefined {
  if (iri.startsWith(prefixes.wd)) return `Wikidata ${iri.slice(prefixes.wd.length)}`
  const element = osmElement(iri)
  return element === undefined ? undefined : `OpenStreetMap ${element}`
}

function linksOf(node: NamedNode, source: QuadReader): readonly Quad[] {
  return Array.from(source.quads(node)).filter(
    ({ predicate: { value } }) => value.startsWith(prefixes.skos) && value.endsWith('Match'),
  )
}

/** What is said of the records of the links of a thing, and of the times that they were looked up. */
function recordsOf(node: NamedNode, source: QuadReader): readonly Quad[] {
  const records = Array.from(source.triples(null, sssom.subject_id!, node), ({ subject }) => subject)
  const checks = records.flatMap((record) =>
    Array.from(source.triples(null, prov.used!, record), ({ subject }) => subject),
  )
  return [...records, ...checks].flatMap((about) => [...source.quads(about)])
}
