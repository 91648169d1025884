/**
 * The names of everything on the planet: IRIs by kind and number, so that a question needs no list of what there is.
 */
import { prefixes } from '../../../src/rdf/namespaces.ts'

export const base = 'https://commons.example/'

/** Prefixes of the data and of the questions. */
export const vocabularies: Readonly<Record<string, string>> = {
  cg: prefixes.cg!,
  // Our ontology counts no members; DBpedia's does.
  dbo: 'http://dbpedia.org/ontology/',
  dcterms: 'http://purl.org/dc/terms/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  wgs84: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

export const kinds = ['world', 'country', 'region', 'city', 'venue', 'commons', 'fact', 'tool'] as const
export type Kind = (typeof kinds)[number]

/** As N-Triples and SPARQL both write it. */
export const thing = (kind: Kind, number: number) => `<${base}id/${kind}-${number}>`
export const topic = (number: number) => `<${base}scheme/topics/t${number}>`
export const key = (number: number) => `<${base}scheme/evaluation-keys/${evaluationKeys[number]}>`
export const licence = (number: number) => `<${base}licence/${licences[number]}>`
/** The source of a city's facts: the notes of a visit. */
export const source = (city: number) => `<${base}source/visit-${city}>`
export const passage = (city: number, line: number) => `<${base}source/visit-${city}#L${line}>`

export const evaluationKeys = ['gouvernance', 'financement', 'contribution', 'partage', 'juridique', 'partenaires']

export const licences = [
  'agpl-3.0-only',
  'apache-2.0',
  'cc-by-4.0',
  'cc-by-sa-4.0',
  'cc0-1.0',
  'cern-ohl-s-2.0',
  'etalab-2.0',
  'gpl-3.0-only',
  'lal-1.3',
  'mit',
  'odbl-1.0',
  'odc-by-1.0',
]

/** What a commons is, in French and in English. */
export const sorts = [
  ['Jardin partagé', 'Shared garden'],
  ['Atelier vélo', 'Bicycle workshop'],
  ['Épicerie coopérative', 'Cooperative grocery'],
  ['Bibliothèque d’outils', 'Tool library'],
  ['Carte libre', 'Free map'],
  ['Fournil commun', 'Common bakehouse'],
  ['Réseau maillé', 'Mesh network'],
  ['Verger public', 'Public orchard'],
  ['Repair café', 'Repair café'],
  ['Four solaire', 'Solar oven'],
  ['Archive orale', 'Oral archive'],
  ['Radio associative', 'Community radio'],
  ['Semencier', 'Seed bank'],
  ['Laboratoire ouvert', 'Open laboratory'],
  ['Lavoir', 'Wash house'],
  ['Composteur de quartier', 'Neighbourhood compost'],
] as const

/** What streets are named after. */
export const flowers = [
  'Acanthes',
  'Bleuets',
  'Camomilles',
  'Dahlias',
  'Églantines',
  'Fuchsias',
  'Genêts',
  'Hellébores',
  'Iris',
  'Jonquilles',
  'Lavandes',
  'Mélisses',
  'Nénuphars',
  'Orchidées',
  'Pivoines',
  'Roses',
  'Sauges',
  'Tulipes',
  'Violettes',
  'Zinnias',
]
