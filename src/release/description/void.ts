/**
 * The dataset in VoID (https://www.w3.org/TR/void/): how much there is of what, over the union of all graphs.
 */
import { hash } from 'node:crypto'
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, compactIri, prefixes, rdfNs, voidNs } from '../../rdf/namespaces.ts'
import { idsWithRows } from '../../store/snapshot/sorted-rows.ts'
import { dumpNamed, rdfDumps } from '../files.ts'
import type { About } from './about.ts'
import { count, type Fact, facts, node, typed } from './facts.ts'

export function voidFacts(about: About): Fact[] {
  const { dataset, baseIri, publicUrl, snapshot } = about
  const { spo, osp } = snapshot.union
  // Those that hold the whole dataset (§3.3).
  const dumps = about.files.filter(({ name }) => rdfDumps.some((dump) => dump.name === name))
  return [
    ...typed(voidNs.Dataset, dataset),
    ...facts(dataset, voidNs.uriSpace, rdf.literal(`${baseIri}id/`)),
    ...facts(dataset, voidNs.sparqlEndpoint, node(`${publicUrl}sparql`)),
    ...facts(dataset, voidNs.dataDump, ...dumps.map(({ name }) => node(`${publicUrl}dumps/latest/${name}`))),
    ...facts(dataset, voidNs.triples, count(snapshot.tripleCount)),
    ...facts(dataset, voidNs.distinctSubjects, count(idsWithRows(spo.offsets).length)),
    ...facts(dataset, voidNs.distinctObjects, count(idsWithRows(osp.offsets).length)),
    ...facts(dataset, voidNs.properties, count(predicatesOf(about).length)),
    ...facts(dataset, voidNs.classes, count(classesOf(about).length)),
    ...facts(dataset, voidNs.feature, ...formatsOf(about)),
    ...vocabularies(about),
    ...examples(about),
    ...classPartitions(about),
    ...propertyPartitions(about),
    ...linksets(about),
  ]
}

/** A part of the dataset that is named by what it is about. */
export function part({ dataset }: About, kind: string, iri: string): NamedNode {
  const name = compactIri(iri)
  // A name of a vocabulary that is not known here is of any length and may have any character.
  return node(`${dataset.value}#${kind}-${name === iri ? hash('sha256', iri).slice(0, 16) : name.replace(':', '-')}`)
}

function predicatesOf({ snapshot }: About): readonly string[] {
  return Array.from(idsWithRows(snapshot.union.pos.offsets), snapshot.textOf).sort()
}

/** The classes with how many things each has. */
function classesOf({ snapshot }: About): readonly (readonly [iri: string, entities: number])[] {
  const type = snapshot.idOf(rdfNs.type!)
  const { offsets, second } = snapshot.union.pos
  const ofClass = new Map<number, number>()
  for (let row = offsets[type]!; type && row < offsets[type + 1]!; row++) {
    ofClass.set(second[row]!, (ofClass.get(second[row]!) ?? 0) + 1)
  }
  return Array.from(ofClass, ([id, entities]) => [snapshot.textOf(id), entities] as const).sort()
}

function formatsOf({ files }: About): NamedNode[] {
  const formats = files.map(({ name }) => dumpNamed(name)?.w3cFormat).filter((format) => format !== undefined)
  return [...new Set(formats)].map((name) => node(`http://www.w3.org/ns/formats/${name}`))
}

function vocabularies(about: About): Fact[] {
  const namespaces = predicatesOf(about).map((iri) => iri.replace(/[^#/]*$/, ''))
  return facts(about.dataset, voidNs.vocabulary, ...[...new Set(namespaces)].map(node))
}

function examples({ dataset, source }: About): Fact[] {
  const commons = Array.from(source.triples(null, rdfNs.type, cg.Commons), ({ subject }) => subject.value)
  return facts(dataset, voidNs.exampleResource, ...commons.sort().slice(0, 3).map(node))
}

function classPartitions(about: About): Fact[] {
  return classesOf(about).flatMap(([iri, entities]): Fact[] => {
    const partition = part(about, 'class', iri)
    return [
      ...facts(about.dataset, voidNs.classPartition, partition),
      ...facts(partition, voidNs.class, node(iri)),
      ...facts(partition, voidNs.entities, count(entities)),
    ]
  })
}

function propertyPartitions(about: About): Fact[] {
  const { snapshot, dataset } = about
  return predicatesOf(about).flatMap((iri): Fact[] => {
    const partition = part(about, 'property', iri)
    const { triples, subjects, objects } = snapshot.statistics(snapshot.idOf(node(iri)))
    return [
      ...facts(dataset, voidNs.propertyPartition, partition),
      ...facts(partition, voidNs.property, node(iri)),
      ...facts(partition, voidNs.triples, count(triples)),
      ...facts(partition, voidNs.distinctSubjects, count(subjects)),
      ...facts(partition, voidNs.distinctObjects, count(objects)),
    ]
  })
}

/** One linkset for each predicate of SKOS that links to things of another host. */
function linksets(about: About): Fact[] {
  const { source, graphs, dataset } = about
  const links = Array.from(source.quads(null, null, null, graphs.links)).filter(
    ({ predicate, object }) => predicate.value.startsWith(prefixes.skos) && object.termType === 'NamedNode',
  )
  const bySet = Map.groupBy(links, ({ predicate, object }) => `${registerOf(object.value)} ${predicate.value}`)
  return [...bySet].sort().flatMap(([name, triples]): Fact[] => {
    const [target = '', predicate = ''] = name.split(' ')
    const linkset = part(about, `links-${nameOf(target)}`, predicate)
    return [
      ...facts(dataset, voidNs.subset, linkset),
      ...typed(voidNs.Linkset, linkset),
      ...facts(linkset, voidNs.linkPredicate, node(predicate)),
      ...facts(linkset, voidNs.subjectsTarget, dataset),
      ...facts(linkset, voidNs.objectsTarget, node(target)),
      ...facts(linkset, voidNs.triples, count(triples.length)),
    ]
  })
}

/** The site that an IRI belongs to, or what of it names the scheme: `urn:isbn:`. */
function registerOf(iri: string): string {
  const url = URL.parse(iri)
  return url && url.origin !== 'null' ? `${url.origin}/` : iri.replace(/[^:]*$/, '')
}

function nameOf(register: string): string {
  return register
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/(\.org)?\/$/, '')
    .replace(/[^\w-]+/g, '-')
}
