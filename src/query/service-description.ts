/**
 * What this endpoint can do, for programs that ask before they query: SPARQL 1.1 Service Description.
 */
import { type NamedNode, type Quad, rdf, type Term } from '../rdf/environment.ts'
import { rdfNs, sd, voidNs, xsd } from '../rdf/namespaces.ts'

export interface ServiceFacts {
  /** The public address of the endpoint. */
  readonly endpoint: string
  /** Whether SERVICE may ask any other endpoint (`sd:BasicFederatedQuery`). */
  readonly federates: boolean
  /** The functions beside those of SPARQL, by their IRIs. */
  readonly extensionFunctions: readonly string[]
  /** The IRI that the dataset's own description is about; its statistics are those of the default graph. */
  readonly dataset: string
  /** How many triples each holds, by IRI. */
  readonly namedGraphs: ReadonlyMap<string, number>
  /** Triples of the default graph, which is the union of the named ones. */
  readonly triples: number
  /** The dataset's own description, whose partitions by class and by property are the default graph's. */
  readonly description: readonly Quad[]
}

/** The unique IRIs of formats (https://www.w3.org/ns/formats/) that results come in. */
const formats = [
  'SPARQL_Results_JSON',
  'SPARQL_Results_XML',
  'SPARQL_Results_CSV',
  'SPARQL_Results_TSV',
  'JSON-LD',
  'Turtle',
  'TriG',
  'N-Triples',
  'N-Quads',
  'RDF_XML',
]

type Fact = readonly [Term, Term | undefined, Term | undefined]

/** Triples of the description; its parts are hash IRIs on the endpoint, so there is no blank node. */
export function describeService(facts: ServiceFacts): Quad[] {
  const { endpoint, federates, extensionFunctions, dataset, namedGraphs, triples, description } = facts
  const node = (part: string) => rdf.namedNode(`${endpoint}#${part}`)
  const count = (amount: number) => rdf.literal(String(amount), xsd.integer)
  const [service, data, union] = [node('service'), node('dataset'), node('default-graph')]
  const statements: Fact[] = [
    [service, rdfNs.type, sd.Service],
    [service, sd.endpoint, rdf.namedNode(endpoint)],
    [service, sd.supportedLanguage, sd.SPARQL11Query],
    [service, sd.feature, sd.UnionDefaultGraph],
    ...(federates ? [[service, sd.feature, sd.BasicFederatedQuery] as const] : []),
    ...formats.map(
      (name) => [service, sd.resultFormat, rdf.namedNode(`http://www.w3.org/ns/formats/${name}`)] as const,
    ),
    ...extensionFunctions
      .map((iri) => rdf.namedNode(iri))
      .flatMap((extension): Fact[] => [
        [service, sd.extensionFunction, extension],
        [extension, rdfNs.type, sd.Function],
      ]),
    [service, sd.defaultDataset, data],
    [service, sd.availableGraphs, data],
    [data, rdfNs.type, sd.Dataset],
    [data, rdfNs.type, sd.GraphCollection],
    [data, sd.defaultGraph, union],
    [union, rdfNs.type, sd.Graph],
    [union, voidNs.triples, count(triples)],
    [data, voidNs.inDataset, rdf.namedNode(dataset)],
    ...partitions(union, description),
    ...[...namedGraphs].flatMap(([iri, size], index) => {
      const named = node(`named-graph-${index + 1}`)
      const graph = node(`graph-${index + 1}`)
      return [
        [data, sd.namedGraph, named],
        [named, rdfNs.type, sd.NamedGraph],
        [named, sd('name'), rdf.namedNode(iri)],
        [named, sd.graph, graph],
        [graph, rdfNs.type, sd.Graph],
        [graph, voidNs.triples, count(size)],
      ] as const
    }),
  ]
  return statements.map(
    ([subject, predicate, object]) =>
      rdf.quad(subject as NamedNode, predicate as NamedNode, object as NamedNode) as Quad,
  )
}

/** VoID's partitions of the dataset (https://www.w3.org/TR/void/#class-property-partitions), as those of a graph. */
function partitions(graph: NamedNode, description: readonly Quad[]): Fact[] {
  const links = description.filter(
    ({ predicate }) => predicate.equals(voidNs.classPartition) || predicate.equals(voidNs.propertyPartition),
  )
  const parts = new Set(links.map(({ object }) => object.value))
  return [
    ...links.map(({ predicate, object }): Fact => [graph, predicate, object]),
    ...description
      .filter(({ subject }) => parts.has(subject.value))
      .map(({ subject, predicate, object }): Fact => [subject, predicate, object]),
  ]
}
