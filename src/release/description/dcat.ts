/**
 * The dataset in DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) as DCAT-AP 3.0.1 asks for it: a catalogue with the dataset,
 * its versions, a distribution for each file and the services that answer questions about it.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, dcat, dcatap, dcterms, foaf, rdfNs, rdfs, spdx, xsd } from '../../rdf/namespaces.ts'
import { dumpNamed } from '../files.ts'
import { dayOf } from '../history.ts'
import type { About, DescribedFile, Statements } from './about.ts'
import { coverage } from './coverage.ts'
import { bilingual, count, type Fact, facts, node, typed } from './facts.ts'
import { authority, concepts, mediaType } from './vocabularies.ts'

export function dcatFacts(about: About, stated: Statements): Fact[] {
  const { dataset, publicUrl, version, files } = about
  const { titles, descriptions, publisher, publisherName, licence } = stated
  const catalog = node(`${dataset.value}#catalog`)
  const extent = coverage(about)
  const date = rdf.literal(version.date, xsd.date)
  const named = (subject: NamedNode): Fact[] => [
    ...facts(subject, dcterms.title, ...titles),
    ...facts(subject, dcterms.description, ...descriptions),
    ...facts(subject, dcterms.publisher, publisher),
    ...facts(subject, dcterms.language, ...concepts.languages),
    ...facts(subject, dcterms.modified, date),
    ...facts(subject, dcterms.issued, rdf.literal(firstDate(about), xsd.date)),
    ...facts(subject, dcterms.spatial, ...extent.locations),
    ...facts(subject, dcterms.license, licence),
  ]
  const current = versionNode(about, version.name)
  const covering = (subject: NamedNode): Fact[] => [
    ...facts(subject, dcterms.temporal, extent.period),
    ...facts(subject, dcat.theme, ...concepts.themes),
    ...facts(subject, dcat.keyword, ...keywordsOf(about)),
    ...facts(subject, dcat.distribution, ...files.map((file) => distributionOf(about, file))),
  ]
  const homepage = node(publicUrl)
  const landingPage = node(`${publicUrl}dataset`)
  return [
    ...typed(dcat.Catalog, catalog),
    ...named(catalog),
    ...facts(catalog, foaf.homepage, homepage),
    ...facts(catalog, dcat.themeTaxonomy, concepts.themeTaxonomy),
    ...facts(catalog, dcat.dataset, dataset),
    ...facts(catalog, dcat.service, ...servicesOf(about)),

    ...typed(dcat.Dataset, dataset),
    ...named(dataset),
    ...facts(dataset, dcterms.creator, publisher),
    ...facts(dataset, dcterms.identifier, rdf.literal(dataset.value)),
    ...facts(dataset, dcterms.accrualPeriodicity, concepts.irregular),
    ...facts(dataset, dcterms.accessRights, concepts.public),
    ...facts(dataset, dcat.landingPage, landingPage),
    ...facts(dataset, dcat.version, rdf.literal(version.name)),
    ...facts(dataset, dcat.hasCurrentVersion, current),
    ...covering(dataset),

    ...covering(current),
    ...facts(current, dcterms.spatial, ...extent.locations),
    ...versions(about, stated),

    ...typed(foaf.Agent, publisher),
    ...facts(publisher, foaf('name'), publisherName),
    ...typed(foaf.Document, homepage, landingPage),
    ...extent.facts,
    ...files.flatMap((file) => distribution(about, file, licence)),
    ...services(about, stated),
    ...authority(),
  ]
}

/** The release that this one and all before it began with. */
function firstDate({ version, earlier }: About): string {
  return [version, ...earlier].map(({ name }) => dayOf(name)).sort()[0]!
}

/** What there is in it: the labels of the kinds that commons are of, as a catalogue's search wants them. */
function keywordsOf({ source }: About) {
  const commons = new Set(Array.from(source.triples(null, rdfNs.type, cg.Commons), ({ subject }) => subject.value))
  const kinds = new Set(
    [...commons].flatMap((iri) => Array.from(source.triples(node(iri), dcterms.type), ({ object }) => object.value)),
  )
  return [...kinds].flatMap((iri) => Array.from(source.triples(node(iri), rdfs.label), ({ object }) => object as never))
}

/** §11.1: each release is a version of the dataset, and names the one before it. */
function versions(about: About, { publisher, ...now }: Statements): Fact[] {
  const { dataset, publicUrl, version, earlier } = about
  // Each is called what it was called then.
  const chain = [{ name: version.name, ...now }, ...earlier]
  return chain.flatMap(({ name, titles, descriptions, licence }, index): Fact[] => {
    const subject = versionNode(about, name)
    const folder = node(`${publicUrl}dumps/${name}/`)
    const before = chain[index + 1]
    return [
      ...facts(dataset, dcat.hasVersion, subject),
      ...typed(dcat.Dataset, subject),
      ...typed(foaf.Document, folder),
      ...facts(subject, dcat.isVersionOf, dataset),
      ...facts(subject, dcat.version, rdf.literal(name)),
      ...facts(subject, dcterms.title, ...titles),
      ...facts(subject, dcterms.description, ...descriptions),
      ...facts(subject, dcterms.publisher, publisher),
      ...facts(subject, dcterms.issued, rdf.literal(dayOf(name), xsd.date)),
      ...facts(subject, dcterms.license, licence),
      ...facts(subject, dcat.landingPage, folder),
      ...(before ? facts(subject, dcat.previousVersion, versionNode(about, before.name)) : []),
    ]
  })
}

function versionNode({ dataset }: Pick<About, 'dataset'>, name: string): NamedNode {
  return node(`${dataset.value}#version-${name}`)
}

/** Named by its version too: a catalogue may hold the metadata of several. */
function distributionOf(about: About, { name }: DescribedFile): NamedNode {
  return node(`${versionNode(about, about.version.name).value}-${name}`)
}

function distribution(about: About, file: DescribedFile, licence: NamedNode | undefined): Fact[] {
  const { dataset, publicUrl, version } = about
  const { name, size, sha256, statements } = file
  const subject = distributionOf(about, file)
  const checksum = node(`${subject.value}-sha256`)
  const plain = dumpNamed(name.replace(/\.gz$/, ''))!
  const isCompressed = name.endsWith('.gz')
  const [french, english] = plain.title
  const address = node(`${publicUrl}dumps/${version.name}/${name}`)
  const format = concepts.fileType(plain.fileType)
  return [
    ...typed(dcat.Distribution, subject),
    ...facts(subject, dcterms.title, rdf.literal(name)),
    ...facts(
      subject,
      dcterms.description,
      ...bilingual(isCompressed ? [`${french}, comprimé`, `${english}, compressed`] : [french, english]),
    ),
    ...facts(subject, dcat.accessURL, address),
    ...facts(subject, dcat.downloadURL, address),
    ...facts(subject, dcat.mediaType, mediaType(plain.mediaType)),
    ...(isCompressed ? facts(subject, dcat.compressFormat, mediaType('application/gzip')) : []),
    ...facts(subject, dcterms.format, format),
    ...facts(subject, dcat.byteSize, rdf.literal(String(size), xsd.nonNegativeInteger)),
    ...facts(subject, spdx.checksum, checksum),
    ...facts(subject, dcterms.license, licence),
    ...facts(subject, dcterms.rights, node(`${dataset.value}#rights`)),
    ...facts(subject, dcterms.issued, rdf.literal(version.date, xsd.date)),
    ...facts(subject, dcterms.modified, rdf.literal(version.date, xsd.date)),
    ...facts(subject, dcatap.availability, concepts.stable),
    ...(statements === undefined ? [] : facts(subject, cg.statementCount, count(statements))),
    ...typed(dcterms.MediaType, mediaType(plain.mediaType), ...(isCompressed ? [mediaType('application/gzip')] : [])),
    ...typed(dcterms.MediaTypeOrExtent, format),
    ...typed(rdfs.Resource, address),
    ...typed(spdx.Checksum, checksum),
    ...facts(checksum, spdx.algorithm, concepts.sha256),
    ...facts(checksum, spdx.checksumValue, rdf.literal(sha256, xsd.hexBinary)),
  ]
}

interface Service {
  readonly name: string
  readonly title: readonly [french: string, english: string]
  /** Path of what is asked, without leading `/`. */
  readonly path: string
  /** Path of what describes it to a program. */
  readonly describedAt: string
  readonly conformsTo: readonly string[]
}

const openApi = 'openapi.json'

const serviceTable: readonly Service[] = [
  {
    name: 'sparql',
    title: ['Point d’accès SPARQL', 'SPARQL endpoint'],
    path: 'sparql',
    describedAt: 'sparql',
    conformsTo: ['https://www.w3.org/TR/sparql11-protocol/', 'https://www.w3.org/TR/sparql11-query/'],
  },
  {
    name: 'graph-store',
    title: ['Graphes un par un', 'Graphs one by one'],
    path: 'graphs',
    describedAt: openApi,
    conformsTo: ['https://www.w3.org/TR/sparql11-http-rdf-update/'],
  },
  {
    name: 'search',
    title: ['Recherche par nom', 'Search by name'],
    path: 'search',
    describedAt: openApi,
    conformsTo: [],
  },
  {
    name: 'reconcile',
    title: ['Rapprochement de tableaux', 'Reconciliation of tables'],
    path: 'reconcile',
    describedAt: 'reconcile',
    conformsTo: ['https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/'],
  },
]

function servicesOf({ dataset }: About): NamedNode[] {
  return serviceTable.map(({ name }) => node(`${dataset.value}#service-${name}`))
}

function services(about: About, { publisher, licence }: Statements): Fact[] {
  const { dataset, publicUrl } = about
  const nodes = servicesOf(about)
  return serviceTable.flatMap(({ title, path, describedAt, conformsTo }, index): Fact[] => {
    const subject = nodes[index]!
    const [endpoint, description] = [node(publicUrl + path), node(publicUrl + describedAt)]
    return [
      ...typed(dcat.DataService, subject),
      ...facts(subject, dcterms.title, ...bilingual(title)),
      ...facts(subject, dcat.endpointURL, endpoint),
      ...facts(subject, dcat.endpointDescription, description),
      ...facts(subject, dcat.servesDataset, dataset),
      ...facts(subject, dcat.theme, ...concepts.themes),
      ...facts(subject, dcat.keyword, ...bilingual(title)),
      ...facts(subject, dcterms.publisher, publisher),
      ...facts(subject, dcterms.license, licence),
      ...facts(subject, dcterms.accessRights, concepts.public),
      ...facts(subject, dcterms.conformsTo, ...conformsTo.map(node)),
      ...typed(dcterms.Standard, ...conformsTo.map(node)),
      ...typed(rdfs.Resource, endpoint, description),
    ]
  })
}
