/**
 * What a re-user may do with the whole and with each part: our statements have our licence, the ontology its own, and each
 * source keeps the one that it states, or none that is known.
 */
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { cc, cg, dcterms, owl, rdfNs, rdfs, schema, skos, voidNs } from '../../rdf/namespaces.ts'
import type { About } from './about.ts'
import { bilingual, count, type Fact, facts, node, typed } from './facts.ts'

/** So that Wikidata and OpenStreetMap may take it. */
export const dataLicence = {
  spdxId: 'CC0-1.0',
  address: node('https://creativecommons.org/publicdomain/zero/1.0/'),
}

/** Of the program that serves it: Apache-2.0. */
const softwareLicence = node('https://www.apache.org/licenses/LICENSE-2.0')

const words = {
  whole: [
    'Les énoncés de ce jeu de données sont versés au domaine public (CC0 1.0) : on peut les copier, les modifier et les diffuser, pour tout usage, sans demander et sans citer. Les courtes citations et les textes de licence restent à leurs sources, aux conditions que chaque partie indique ; là où elles sont inconnues, nous n’avons repris que des faits et de courtes citations. L’ontologie et le logiciel ont leurs propres licences.',
    'The statements of this dataset are in the public domain (CC0 1.0): they may be copied, changed and passed on for any purpose, without asking and without credit. Short quotations and licence words stay with their sources, under the terms that each part names; where these are unknown, only facts and short quotations were taken. The ontology and the software have licences of their own.',
  ],
  statements: ['Les énoncés', 'The statements'],
  quotations: ['Ce qui vient de : ', 'What comes from: '],
  software: ['Le logiciel qui le sert', 'The software that serves it'],
} as const

export function licenceFacts(about: About): Fact[] {
  const { dataset } = about
  const rights = node(`${dataset.value}#rights`)
  const software = node(`${dataset.value}#software`)
  const parts = [statements(about), ...ontologies(about), ...sources(about)]
  const used = [dataLicence.address, softwareLicence, ...parts.flatMap(({ licence }) => licence ?? [])]
  return [
    ...facts(dataset, dcterms.license, dataLicence.address),
    ...facts(dataset, dcterms.rights, rights),
    ...typed(dcterms.RightsStatement, rights),
    ...facts(rights, rdfs.label, ...bilingual(words.whole)),
    ...facts(dataset, dcterms.relation, software),
    ...typed(schema.SoftwareApplication, software),
    ...facts(software, rdfs.label, ...bilingual(words.software)),
    ...facts(software, dcterms.license, softwareLicence),
    ...parts.flatMap((part) => partFacts(about, part)),
    ...licenceTerms(about, used),
  ]
}

/** A part of the whole that has terms of its own. */
interface Part {
  readonly name: string
  readonly labels: readonly Term[]
  readonly source?: NamedNode
  readonly licence?: NamedNode | undefined
  /** Words, where there is no licence. */
  readonly rights: readonly Term[]
  readonly quads: number
}

function partFacts({ dataset }: About, { name, labels, source, licence, rights, quads }: Part): Fact[] {
  const subject = node(`${dataset.value}#part-${name}`)
  return [
    ...facts(dataset, voidNs.subset, subject),
    ...typed(voidNs.Dataset, subject),
    ...facts(subject, rdfs.label, ...(labels as never[])),
    ...facts(subject, dcterms.source, source),
    ...facts(subject, dcterms.license, licence),
    ...facts(subject, dcterms.rights, ...(rights as never[])),
    ...facts(subject, voidNs.triples, count(quads)),
  ]
}

/** All but the ontology: it is told apart because it can be taken by itself. */
function statements({ snapshot, source, graphs }: About): Part {
  const ontology = Array.from(source.quads(null, null, null, graphs.ontology)).length
  return {
    name: 'statements',
    labels: bilingual(words.statements),
    licence: dataLicence.address,
    rights: [],
    quads: snapshot.quadCount - ontology,
  }
}

/** Those that say in the ontology's graph what they may be used for. */
function ontologies({ source, graphs }: About): Part[] {
  const inGraph = (subject: Term | null, predicate: Term, object?: Term) =>
    Array.from(source.quads(subject, predicate, object, graphs.ontology))
  const quads = Array.from(source.quads(null, null, null, graphs.ontology)).length
  return inGraph(null, rdfNs.type!, owl.Ontology).flatMap(({ subject }): Part[] => {
    const licence = objects(inGraph(subject, dcterms.license!)).find(isNamed)
    const labels = objects(inGraph(subject, rdfs.label!))
    return licence ? [{ name: 'ontology', labels, source: subject as NamedNode, licence, rights: [], quads }] : []
  })
}

/** Each source, with as many quads as its passages state. */
function sources({ source, baseIri, snapshot }: About): Part[] {
  const stated = new Map<string, number>()
  const { offsets } = snapshot.byGraph.gspo
  for (const id of snapshot.graphs) {
    const name = snapshot.textOf(id).replace(/#.*/, '')
    stated.set(name, (stated.get(name) ?? 0) + offsets[id + 1]! - offsets[id]!)
  }
  const all = Array.from(source.triples(null, rdfNs.type, cg.Source), ({ subject }) => subject as NamedNode)
  return all.map((subject): Part => {
    const of = (predicate: Term | undefined) => objects(source.triples(subject, predicate))
    const labels = of(rdfs.label).flatMap((label) => {
      if (label.termType !== 'Literal') return []
      const [french, english] = words.quotations
      return [rdf.literal(`${label.language === 'fr' ? french : english}${label.value}`, label.language)]
    })
    return {
      name: subject.value.slice(`${baseIri}source/`.length).replace(/[^\w-]+/g, '-'),
      labels,
      source: subject,
      licence: of(dcterms.license).find(isNamed),
      rights: of(dcterms.rights),
      quads: stated.get(subject.value) ?? 0,
    }
  })
}

/** What the licences in use are and allow, as the data says it of the licence that has this address. */
function licenceTerms({ source }: About, used: readonly NamedNode[]): Fact[] {
  const distinct = [...new Map(used.map((licence) => [licence.value, licence])).values()]
  const publicDomain = node('http://purl.org/adms/licencetype/PublicDomain')
  return [
    ...typed(dcterms.LicenseDocument, dataLicence.address),
    ...facts(dataLicence.address, dcterms.type, publicDomain),
    ...typed(skos.Concept, publicDomain),
    ...facts(publicDomain, skos.prefLabel, ...bilingual(['domaine public', 'public domain'])),
    ...distinct.flatMap((licence): Fact[] => {
      const known = Array.from(source.triples(null, schema.url, licence), ({ subject }) => subject as NamedNode)[0]
      if (!known) return []
      const traits = [cc.permits, cc.requires, cc.prohibits]
      return [
        ...facts(licence, rdfs.label, ...(objects(source.triples(known, rdfs.label)) as never[])),
        ...facts(licence, rdfs.seeAlso, known),
        ...traits.flatMap((trait) => facts(licence, trait, ...(objects(source.triples(known, trait)) as never[]))),
      ]
    }),
  ]
}

function objects(quads: Iterable<Quad>): Term[] {
  return Array.from(quads, ({ object }) => object)
}

function isNamed(term: Term): term is NamedNode {
  return term.termType === 'NamedNode'
}
