/**
 * What a re-user may do with the whole and with each part: our statements are under the licence that the data states for
 * them, the ontology under its own, and what is quoted from a source under that of the source, or none that is known.
 */
import { type NamedNode, type Quad, rdf, type Term, toTriple } from '../../rdf/environment.ts'
import { cc, cg, dcterms, owl, rdfNs, rdfs, schema, skos, spdx, voidNs } from '../../rdf/namespaces.ts'
import { toNQuad } from '../../rdf/nquads.ts'
import type { SnapshotSource } from '../../store/snapshot/source.ts'
import type { About, Statements } from './about.ts'
import { bilingual, count, type Fact, facts, node, typed } from './facts.ts'

/** Of the program that serves it: Apache-2.0. */
const softwareLicence = node('https://www.apache.org/licenses/LICENSE-2.0')

type Bilingual = readonly [french: string, english: string]

const words = {
  licensed: ([french, english]: Bilingual): Bilingual => [
    `Les énoncés de ce jeu de données sont sous la licence « ${french} ».`,
    `The statements of this dataset are under the licence "${english}".`,
  ],
  unlicensed: [
    'Sous quelle licence sont les énoncés de ce jeu de données n’est pas indiqué : demandez à qui le publie.',
    'Under which licence the statements of this dataset are is not said: ask who publishes it.',
  ],
  parts: [
    'Les courtes citations et les mots de licence repris tels quels restent à leurs sources, aux conditions que chaque partie indique ; là où elles sont inconnues, seuls des faits et de courtes citations ont été repris. L’ontologie et le logiciel ont leurs propres licences.',
    'Short quotations and licence words taken as they are stay with their sources, under the terms that each part names; where these are unknown, only facts and short quotations were taken. The ontology and the software have licences of their own.',
  ],
  statements: ['Les énoncés', 'The statements'],
  quotations: ['Ce qui est cité de : ', 'What is quoted from: '],
  software: ['Le logiciel qui le sert', 'The software that serves it'],
} as const satisfies Readonly<Record<string, Bilingual | ((names: Bilingual) => Bilingual)>>

export function licenceFacts(about: About, { licence }: Statements): Fact[] {
  const { dataset, source } = about
  const rights = node(`${dataset.value}#rights`)
  const software = node(`${dataset.value}#software`)
  const parts = partsOf(about, licence)
  const used = [licence, softwareLicence, ...parts.map((part) => part.licence)].filter((one) => one !== undefined)
  return [
    ...facts(dataset, dcterms.rights, rights),
    ...typed(dcterms.RightsStatement, rights),
    ...facts(rights, rdfs.label, ...bilingual(sentences(licence, source))),
    ...facts(dataset, dcterms.relation, software),
    ...typed(schema.SoftwareApplication, software),
    ...facts(software, rdfs.label, ...bilingual(words.software)),
    ...facts(software, dcterms.license, softwareLicence),
    ...parts.flatMap((part) => partFacts(about, part)),
    ...document(licence),
    ...[...new Map(used.map((one) => [one.value, one])).values()].flatMap((one) => terms(one, source)),
  ]
}

/** The licence and what it allows, as the data words it, then what holds for the parts. */
function sentences(licence: NamedNode | undefined, source: SnapshotSource): Bilingual {
  const known = licence && knownLicence(licence, source)
  const say = (property: NamedNode | undefined, language: string, otherwise: string) =>
    objects(known ? source.triples(known, property) : []).find(
      (term) => term.termType === 'Literal' && term.language === language,
    )?.value ?? otherwise
  const languages = ['fr', 'en'] as const
  const names = languages.map((language) => say(rdfs.label, language, licence?.value ?? '')) as [string, string]
  const first = licence ? words.licensed(names) : words.unlicensed
  const paragraphs = languages.map((language, index) =>
    [first[index], say(schema.description, language, ''), words.parts[index]].filter(Boolean).join(' '),
  )
  return paragraphs as [string, string]
}

/** A part of the whole that has terms of its own. No statement is in two of them, but one that two graphs share. */
interface Part {
  readonly name: string
  readonly labels: readonly Term[]
  readonly source?: NamedNode
  readonly licence?: NamedNode | undefined
  /** Words, where there is no licence. */
  readonly rights: readonly Term[]
  readonly triples: number
}

function partFacts({ dataset }: About, { name, labels, source, licence, rights, triples }: Part): Fact[] {
  const subject = node(`${dataset.value}#part-${name}`)
  return [
    ...facts(dataset, voidNs.subset, subject),
    ...typed(voidNs.Dataset, subject),
    ...facts(subject, rdfs.label, ...(labels as never[])),
    ...facts(subject, dcterms.source, source),
    ...facts(subject, dcterms.license, licence),
    ...facts(subject, dcterms.rights, ...(rights as never[])),
    ...facts(subject, voidNs.triples, count(triples)),
  ]
}

function partsOf(about: About, licence: NamedNode | undefined): readonly Part[] {
  const { source, graphs, snapshot } = about
  const quoted = [cg.quotation, cg.statedLicence].flatMap((property) => [...source.quads(null, property)])
  const ontology = ontologyOf(about)
  const alone = ontology
    ? distinct(
        [...source.quads(null, null, null, graphs.ontology)].filter((quad) => isOnlyIn(graphs.ontology, quad, source)),
      )
    : 0
  const statements: Part = {
    name: 'statements',
    labels: bilingual(words.statements),
    licence,
    rights: [],
    triples: snapshot.tripleCount - alone - distinct(quoted),
  }
  return [statements, ...(ontology ? [{ ...ontology, triples: alone }] : []), ...sourcesOf(about, quoted)]
}

/** The ontology, if it says in its graph what it may be used for. */
function ontologyOf({ source, graphs }: About): Part | undefined {
  const inGraph = (subject: Term | null, predicate: Term, object?: Term) =>
    Array.from(source.quads(subject, predicate, object, graphs.ontology))
  for (const { subject } of inGraph(null, rdfNs.type!, owl.Ontology)) {
    const licence = objects(inGraph(subject, dcterms.license!)).find(isNamed)
    const labels = objects(inGraph(subject, rdfs.label!))
    if (licence) return { name: 'ontology', labels, source: subject as NamedNode, licence, rights: [], triples: 0 }
  }
  return undefined
}

/** Each source, with as much as is quoted from it. */
function sourcesOf({ source, baseIri }: About, quoted: readonly Quad[]): Part[] {
  const all = Array.from(source.triples(null, rdfNs.type, cg.Source), ({ subject }) => subject as NamedNode)
  // A quotation stands on its passage, licence words in its graph.
  const bySource = Map.groupBy(quoted, ({ subject, predicate, graph }) =>
    (predicate.equals(cg.quotation) ? subject : graph).value.replace(/#.*/, ''),
  )
  return all.map((subject): Part => {
    const of = (predicate: Term | undefined) => objects(source.triples(subject, predicate))
    const labels = of(rdfs.label).flatMap((label) => {
      if (label.termType !== 'Literal') return []
      const [french, english] = words.quotations
      return [rdf.literal(`${label.language === 'fr' ? french : english}${label.value}`, label.language)]
    })
    return {
      name: encodeURIComponent(subject.value.slice(`${baseIri}source/`.length)),
      labels,
      source: subject,
      licence: of(dcterms.license).find(isNamed),
      rights: of(dcterms.rights),
      triples: distinct(bySource.get(subject.value) ?? []),
    }
  })
}

function isOnlyIn(graph: NamedNode, { subject, predicate, object }: Quad, source: SnapshotSource): boolean {
  return Array.from(source.quads(subject, predicate, object)).every((quad) => quad.graph.equals(graph))
}

function distinct(quads: readonly Quad[]): number {
  return new Set(quads.map((quad) => toNQuad(toTriple(quad)))).size
}

/** What DCAT-AP asks of the licence of files and services. */
function document(licence: NamedNode | undefined): Fact[] {
  if (!licence) return []
  const publicDomain = node('http://purl.org/adms/licencetype/PublicDomain')
  const isWaiver = licence.value.startsWith('https://creativecommons.org/publicdomain/')
  return [
    ...typed(dcterms.LicenseDocument, licence),
    ...(isWaiver
      ? [
          ...facts(licence, dcterms.type, publicDomain),
          ...typed(skos.Concept, publicDomain),
          ...facts(publicDomain, skos.prefLabel, ...bilingual(['domaine public', 'public domain'])),
        ]
      : []),
  ]
}

/** What a licence is called and allows, as the data says it of the licence whose text has this address. */
function terms(licence: NamedNode, source: SnapshotSource): Fact[] {
  const known = knownLicence(licence, source)
  // What the data calls so itself is described where it is.
  if (!known || known.equals(licence)) return []
  const said = [rdfs.label, cc.permits, cc.requires, cc.prohibits, spdx.licenseId]
  return [
    ...facts(licence, rdfs.seeAlso, known),
    ...said.flatMap((property) => facts(licence, property, ...(objects(source.triples(known, property)) as never[]))),
  ]
}

/** The licence that the data describes under a name of its own and whose text is at an address. */
function knownLicence(licence: NamedNode, source: SnapshotSource): NamedNode | undefined {
  return Array.from(source.triples(null, schema.url, licence), ({ subject }) => subject as NamedNode).find((subject) =>
    Array.from(source.triples(subject, rdfNs.type)).some(({ object }) => object.equals(cc.License)),
  )
}

function objects(quads: Iterable<Quad>): Term[] {
  return Array.from(quads, ({ object }) => object)
}

function isNamed(term: Term): term is NamedNode {
  return term.termType === 'NamedNode'
}
