/**
 * The verified links to other registers: as a linkset (RFC 9264 §4.2) and as what a page shows, with what others could take
 * from us.
 */
import type { NamedNode, Quad, Term } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { compactIri, dcterms, prefixes, rdfNs, schema, skos, sssom } from '../rdf/namespaces.ts'
import type { Labels } from '../store/store.ts'
import { linkTo } from './addresses.ts'
import { termName } from './messages/terms.ts'
import type { Link, ViewContext } from './view.ts'

export const linkset = { extension: 'json', mediaType: 'application/linkset+json', name: 'Linkset' } as const

/** One link with its record. */
export interface LinkRecord {
  readonly thing: Link
  readonly relation: string
  readonly target: Link
  /** From 0 to 1. */
  readonly confidence: string
  /** As `YYYY-MM-DD`. */
  readonly checkedOn: string
  readonly evidence: string
}

/** Something that a register does not say as far as we know, and may take from us: our data is CC0. */
export interface Proposal {
  readonly thing: Link
  /** A tag of OpenStreetMap, or a statement of Wikidata as QuickStatements takes it. */
  readonly text: string
  /** The passages that say it. */
  readonly sources: readonly Link[]
}

export interface LinksView {
  readonly records: readonly LinkRecord[]
  readonly forOpenStreetMap: readonly Proposal[]
  readonly forWikidata: readonly Proposal[]
}

/**
 * @param links the quads of `<graph/links>`
 * @returns a document of JSON in the order of the anchors' IRIs, with link relations that are the IRIs of properties
 */
export function linksetDocument(links: readonly Quad[]): string {
  const byAnchor = Map.groupBy(links.filter(isLink), ({ subject }) => subject.value)
  const contexts = [...byAnchor].sort().map(([anchor, quads]) => {
    const byRelation = [...Map.groupBy(quads, ({ predicate }) => predicate.value)].sort()
    const targets = byRelation.map(([relation, members]) => [
      relation,
      members.map(({ object }) => ({ href: object.value })).sort((a, b) => (a.href < b.href ? -1 : 1)),
    ])
    return { anchor, ...Object.fromEntries(targets) }
  })
  return `${JSON.stringify({ linkset: contexts }, null, 2)}\n`
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
  const value = (record: Term, property: NamedNode | undefined) => said.object(record, property!)?.value ?? ''
  const records = said.subjects(rdfNs.type!, sssom.Mapping!).map((record): LinkRecord => {
    const target = value(record, sssom.object_id)
    const relation = compactIri(value(record, sssom.predicate_id))
    return {
      thing: thing(said.object(record, sssom.subject_id!)!),
      relation: termName(relation, language) ?? relation,
      target: { text: compactIri(target), href: target },
      confidence: value(record, sssom.confidence),
      checkedOn: value(record, sssom.mapping_date),
      evidence: said.text(record, dcterms.source!, language) ?? '',
    }
  })
  const items = links.filter(
    ({ predicate, object }) => predicate.equals(skos.exactMatch) && object.value.startsWith(prefixes.wd),
  )
  return {
    records: records.sort((one, other) => (one.thing.text < other.thing.text ? -1 : 1)),
    ...proposals(items, links, new Lookup(described), thing, context),
  }
}

function proposals(
  items: readonly Quad[],
  links: readonly Quad[],
  said: Lookup,
  thing: (term: Term) => Link,
  context: ViewContext,
): Pick<LinksView, 'forOpenStreetMap' | 'forWikidata'> {
  const inOpenStreetMap = new Set(
    links.filter(({ object }) => object.value.includes('openstreetmap.org/')).map(({ subject }) => subject.value),
  )
  const passages = (graphs: readonly NamedNode[]): Link[] =>
    graphs.map(({ value }) => ({ text: value.slice(context.baseIri.length), href: linkTo(context, value)! }))
  return {
    forOpenStreetMap: items
      .filter(({ subject }) => said.types(subject).some((type) => type.equals(schema.Place)))
      .filter(({ subject }) => !inOpenStreetMap.has(subject.value))
      .map(({ subject, object }) => ({
        thing: thing(subject),
        text: `wikidata=${object.value.slice(prefixes.wd.length)}`,
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
  return known?.[language] ?? Object.values(known ?? {})[0] ?? iri
}
