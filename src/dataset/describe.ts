/**
 * The dataset's own description (VoID, DCAT), computed from the other graphs so that it can never disagree with them.
 */
import { type NamedNode, type Quad, rdf, type Term, toTriple } from '../rdf/environment.ts'
import { cg, compactIri, dcat, dcterms, prefixes, rdfNs, skos, voidNs, xsd } from '../rdf/namespaces.ts'
import { toNQuad, toNTerm } from '../rdf/nquads.ts'
import type { GraphNames } from './graphs.ts'
import { formatsFor } from './release-files.ts'
import type { Version } from './version.ts'

export interface DescriptionContext {
  readonly baseIri: string
  readonly publicUrl: string
  readonly graphs: GraphNames
  readonly version: Version
}

const dataLicence = rdf.namedNode('https://creativecommons.org/publicdomain/zero/1.0/')
const wikidata = rdf.namedNode('http://www.wikidata.org/')

/**
 * The quads of `<graph/dataset>`: VoID statistics over the union of all graphs, dumps, endpoint, linksets. Parts are
 * hash IRIs on `<dataset>`, so there is no blank node. Title and publisher are not computed: the data states them.
 */
export function describeDataset(quads: readonly Quad[], context: DescriptionContext): Quad[] {
  const { baseIri, graphs, version } = context
  const dataset = rdf.namedNode(`${baseIri}dataset`)
  const union = [...new Map(quads.map(toTriple).map((triple) => [toNQuad(triple), triple])).values()]
  const facts: Fact[] = [
    [dataset, rdfNs.type, voidNs.Dataset],
    [dataset, rdfNs.type, dcat.Dataset],
    [dataset, dcterms.license, dataLicence],
    [dataset, dcterms.modified, rdf.literal(version.date, xsd.date)],
    [dataset, dcat.version, rdf.literal(version.name)],
    [dataset, voidNs.uriSpace, rdf.literal(`${baseIri}id/`)],
    [dataset, voidNs.triples, count(union.length)],
    [dataset, voidNs.distinctSubjects, count(new Set(union.map(({ subject }) => subject.value)).size)],
    [dataset, voidNs.distinctObjects, count(new Set(union.map(({ object }) => toNTerm(object))).size)],
    ...notes(dataset, quads),
    ...access(dataset, quads, context),
    ...vocabularies(dataset, union),
    ...examples(dataset, union),
    ...classPartitions(dataset, union),
    ...propertyPartitions(dataset, union),
    ...linksets(dataset, quads, graphs.links),
  ]
  return facts.map(([subject, predicate, object]) => rdf.quad(subject, predicate!, object!, graphs.dataset) as Quad)
}

type Fact = readonly [
  subject: NamedNode,
  predicate: NamedNode | undefined,
  object: NamedNode | ReturnType<typeof count> | undefined,
]

function count(amount: number) {
  return rdf.literal(String(amount), xsd.integer)
}

/** What a source itself says of its completeness holds for the dataset: absence is not a "no". */
function notes(dataset: NamedNode, quads: readonly Quad[]): Fact[] {
  return quads
    .filter(
      ({ subject, predicate, graph }) => predicate.equals(skos.note) && graph.value.startsWith(`${subject.value}#`),
    )
    .map(({ object }): Fact => [dataset, skos.note, object as never])
}

function access(dataset: NamedNode, quads: readonly Quad[], { publicUrl }: DescriptionContext): Fact[] {
  const address = (path: string) => rdf.namedNode(`${publicUrl}${path}`)
  return [
    [dataset, voidNs.sparqlEndpoint, address('sparql')],
    ...formatsFor(quads).map(
      ({ extension }): Fact => [dataset, voidNs.dataDump, address(`dumps/latest/commons.${extension}`)],
    ),
  ]
}

function vocabularies(dataset: NamedNode, union: readonly Quad[]): Fact[] {
  const predicates = new Set(union.map(({ predicate }) => predicate.value))
  const used = Object.values(prefixes).filter((namespace) => [...predicates].some((iri) => iri.startsWith(namespace)))
  return used.map((namespace): Fact => [dataset, voidNs.vocabulary, rdf.namedNode(namespace)])
}

function examples(dataset: NamedNode, union: readonly Quad[]): Fact[] {
  return instances(union, cg.Commons!)
    .slice(0, 3)
    .map((iri): Fact => [dataset, voidNs.exampleResource, rdf.namedNode(iri)])
}

function classPartitions(dataset: NamedNode, union: readonly Quad[]): Fact[] {
  const classes = Map.groupBy(
    union.filter(({ predicate }) => predicate.equals(rdfNs.type)),
    ({ object }) => object.value,
  )
  return [...classes].sort().flatMap(([iri, members]): Fact[] => {
    const partition = part(dataset, 'class', iri)
    return [
      [dataset, voidNs.classPartition, partition],
      [partition, voidNs.class, rdf.namedNode(iri)],
      [partition, voidNs.entities, count(members.length)],
    ]
  })
}

function propertyPartitions(dataset: NamedNode, union: readonly Quad[]): Fact[] {
  const properties = Map.groupBy(union, ({ predicate }) => predicate.value)
  return [...properties].sort().flatMap(([iri, triples]): Fact[] => {
    const partition = part(dataset, 'property', iri)
    return [
      [dataset, voidNs.propertyPartition, partition],
      [partition, voidNs.property, rdf.namedNode(iri)],
      [partition, voidNs.triples, count(triples.length)],
    ]
  })
}

/** One linkset for each predicate that links to Wikidata. */
function linksets(dataset: NamedNode, quads: readonly Quad[], links: NamedNode): Fact[] {
  const toWikidata = quads.filter(
    ({ graph, predicate, object }) =>
      graph.equals(links) && predicate.value.startsWith(prefixes.skos) && object.value.startsWith(prefixes.wd),
  )
  return [...Map.groupBy(toWikidata, ({ predicate }) => predicate.value)].sort().flatMap(([iri, triples]): Fact[] => {
    const linkset = part(dataset, 'wikidata', iri)
    return [
      [dataset, voidNs.subset, linkset],
      [linkset, rdfNs.type, voidNs.Linkset],
      [linkset, voidNs.linkPredicate, rdf.namedNode(iri)],
      [linkset, voidNs.subjectsTarget, dataset],
      [linkset, voidNs.objectsTarget, wikidata],
      [linkset, voidNs.triples, count(triples.length)],
    ]
  })
}

function part(dataset: NamedNode, kind: string, iri: string): NamedNode {
  return rdf.namedNode(`${dataset.value}#${kind}-${compactIri(iri).replace(/[^\w-]+/g, '-')}`)
}

function instances(union: readonly Quad[], type: Term): string[] {
  const typed = union.filter(({ predicate, object }) => predicate.equals(rdfNs.type) && object.equals(type))
  return typed.map(({ subject }) => subject.value).sort()
}
