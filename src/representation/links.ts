/**
 * The verified links to other registers: as a linkset (RFC 9264 §4.2) and as what a page shows, with what others could take
 * from us.
 */
import { osmElement } from '../names/identifiers.ts'
import type { NamedNode, Quad, Term } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { compactIri, dcterms, prefixes, rdfNs, schema, skos } from '../rdf/namespaces.ts'
import type { Labels } from '../store/store.ts'
import { linkTo } from './addresses.ts'
import type { Link, Value } from './fact.ts'
import { isSound, type LinkRecord, linkKey, linkRecords, linkValue, recordsByLink } from './link-records.ts'
import { termName } from './messages/terms.ts'
import type { ViewContext } from './view.ts'

export const linkset = { extension: 'json', mediaType: 'application/linkset+json', name: 'Linkset' } as const

/** One link with its record. */
export interface LinkRow {
  readonly thing: Link
  readonly relation: string
  /** With who judged it, and when it was looked up. */
  readonly target: Value
  readonly evidence: string
}

/** Something that a register may take from us, if it does not say so already: our data is CC0. */
export interface Proposal {
  readonly thing: Link
  /** A tag of OpenStreetMap, or a statement of Wikidata as QuickStatements takes it. */
  readonly text: string
  /** The element that would be tagged, where it is known. */
  readonly element?: Link
  /** The passages that say it. */
  readonly sources: readonly Link[]
}

export interface LinksView {
  readonly rows: readonly LinkRow[]
  readonly forOpenStreetMap: readonly Proposal[]
  readonly forWikidata: readonly Proposal[]
}

/**
 * @param links the quads of `<graph/links>`
 * @returns a document of JSON in the order of the anchors' IRIs, with link relations that are the IRIs of properties, and
 *   what the record of a link says as attributes of its target
 */
export function linksetDocument(links: readonly Quad[]): string {
  const records = recordsByLink(new Lookup(links))
  const byAnchor = Map.groupBy(links.filter(isLink), ({ subject }) => subject.value)
  const contexts = [...byAnchor].sort().map(([anchor, quads]) => {
    const byRelation = [...Map.groupBy(quads, ({ predicate }) => predicate.value)].sort()
    const targets = byRelation.map(([relation, members]) => [
      relation,
      members
        .map((link) => ({ href: link.object.value, ...targetAttributes(records.get(linkKey(link))) }))
        .sort((a, b) => (a.href < b.href ? -1 : 1)),
    ])
    return { anchor, ...Object.fromEntries(targets) }
  })
  return `${JSON.stringify({ linkset: contexts }, null, 2)}\n`
}

/** Attributes of our own, so each has a list of texts (§4.2.4.3). What is not known has none. */
function targetAttributes(record: LinkRecord | undefined): Readonly<Record<string, readonly string[]>> {
  if (!record) return {}
  const { establishedOn, reviewers, lastCheck } = record
  return {
    established: [establishedOn],
    ...(reviewers.length && { reviewer: reviewers }),
    ...(lastCheck && { checked: [lastCheck.date], 'check-result': [lastCheck.state.value] }),
  }
}

/** Whether some statements, with their graphs, link a thing to another register. @param graph that of the links */
export function isLinked(thing: NamedNode, quads: readonly Quad[], graph: NamedNode): boolean {
  return quads.some((quad) => quad.subject.equals(thing) && quad.graph.equals(graph) && isLink(quad))
}

/** The things that have a link. */
export function linkedThings(links: readonly Quad[]): readonly NamedNode[] {
  const things = links.filter(isLink).map(({ subject }) => subject as NamedNode)
  return [...new Map(things.map((thing) => [thing.value, thing])).values()]
}

/**
 * @param links the quads of `<graph/links>`
 * @param described the descriptions of the things that have a link, with the graph of each statement
 */
export function linksView(links: readonly Quad[], described: readonly Quad[], context: ViewContext): LinksView {
  const said = new Lookup(links)
  const { labels, language } = context
  const thing = ({ value }: Term): Link => ({ text: nameOf(value, labels, language), href: linkTo(context, value)! })
  const records = linkRecords(said)
  const rows = records.map((link): LinkRow => {
    const { record, subject, predicate } = link
    const relation = compactIri(predicate.value)
    return {
      thing: thing(subject),
      relation: termName(relation, language) ?? relation,
      target: linkValue(link, language, thing),
      evidence: said.text(record, dcterms.source!, language) ?? '',
    }
  })
  const items = records.filter(
    (link) => link.predicate.equals(skos.exactMatch) && link.object.value.startsWith(prefixes.wd) && isSound(link),
  )
  return {
    rows: rows.sort((one, other) => (one.thing.text < other.thing.text ? -1 : 1)),
    ...proposals(items, links, new Lookup(described), thing, context),
  }
}

function proposals(
  items: readonly LinkRecord[],
  links: readonly Quad[],
  said: Lookup,
  thing: (term: Term) => Link,
  context: ViewContext,
): Pick<LinksView, 'forOpenStreetMap' | 'forWikidata'> {
  const elements = new Map(
    links
      .map(({ subject, object }) => [subject.value, osmElement(object.value), object.value] as const)
      .filter(([, element]) => element !== undefined)
      .map(([thing, text, href]): [string, Link] => [thing, { text: text!, href }]),
  )
  const passages = (graphs: readonly NamedNode[]): Link[] =>
    graphs.map(({ value }) => ({ text: value.slice(context.baseIri.length), href: linkTo(context, value)! }))
  return {
    forOpenStreetMap: items
      .filter(({ subject }) => said.types(subject).some((type) => type.equals(schema.Place)))
      .map(({ subject, object }) => ({
        thing: thing(subject),
        text: `wikidata=${object.value.slice(prefixes.wd.length)}`,
        ...(elements.has(subject.value) && { element: elements.get(subject.value)! }),
        sources: passages(said.graphs(subject, rdfNs.type!, schema.Place!)),
      })),
    // P856 is the official website; a licence has the address of its text.
    forWikidata: items
      .filter(({ subject }) => subject.value.startsWith(`${context.baseIri}id/`))
      .flatMap(({ subject, object }) =>
        said.objects(subject, schema.url!).map((website) => ({
          thing: thing(subject),
          text: `${object.value.slice(prefixes.wd.length)}|P856|"${website.value}"`,
          sources: passages(said.graphs(subject, schema.url!, website)),
        })),
      ),
  }
}

function isLink({ predicate, object }: Quad): boolean {
  return predicate.value.startsWith(prefixes.skos) && object.termType === 'NamedNode'
}

function nameOf(iri: string, labels: ReadonlyMap<string, Labels>, language: string): string {
  const known = labels.get(iri)
  return known?.[language] ?? Object.values(known ?? {})[0] ?? compactIri(iri)
}
