/**
 * What the page of the ontology says.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { DiagramWords } from './diagram.ts'

interface Words {
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly namespace: string
  readonly formats: string
  readonly shapes: string
  readonly picture: string
  readonly aboutPicture: string
  readonly diagram: DiagramWords
  readonly classes: string
  readonly properties: string
  readonly contents: string
  readonly reason: string
  readonly example: string
  readonly things: (count: number) => string
  readonly statements: (count: number) => string
  readonly deprecated: string
  readonly saidOf: string
  readonly leadsHere: string
  readonly others: string
  readonly aboutOthers: string
  readonly term: string
  readonly name: string
  readonly uses: string
  /** By prefixed name. */
  readonly relations: Readonly<Record<string, string>>
}

const fr: Words = {
  title: 'L’ontologie',
  version: 'Version',
  licence: 'Licence',
  namespace: 'Espace de noms',
  formats: 'En RDF\u00a0:',
  shapes: 'Ce que les données respectent (SHACL)',
  picture: 'En image',
  aboutPicture:
    'À gauche, ce dont on dit quelque chose\u00a0; au milieu, les propriétés\u00a0; à droite, ce à quoi elles mènent. Là où l’ontologie ne restreint rien, c’est dit ainsi.',
  diagram: { title: 'Les classes et les propriétés', anything: 'n’importe quoi', anyValue: 'n’importe quoi' },
  classes: 'Classes',
  properties: 'Propriétés',
  contents: 'Termes',
  reason: 'Pourquoi ce terme',
  example: 'Exemple',
  things: (count) => (count > 1 ? `${count} choses` : count === 1 ? '1 chose' : 'pas encore employée'),
  statements: (count) => (count > 1 ? `${count} énoncés` : count === 1 ? '1 énoncé' : 'pas encore employée'),
  deprecated: 'à ne plus employer',
  saidOf: 'propriétés qui en partent',
  leadsHere: 'propriétés qui y mènent',
  others: 'Les termes d’autres vocabulaires',
  aboutOthers: 'Les données en emploient aussi, là où un vocabulaire en usage dit déjà ce qu’il faut.',
  term: 'Terme',
  name: 'Nom',
  uses: 'Emplois',
  relations: {
    'rdfs:subClassOf': 'sorte de',
    'rdfs:subPropertyOf': 'précise',
    'rdfs:domain': 'se dit de',
    'rdfs:range': 'mène à',
    'owl:inverseOf': 'inverse de',
    'skos:exactMatch': 'identique à',
    'skos:closeMatch': 'proche de',
    'skos:relatedMatch': 'en rapport avec',
  },
}

const en: Words = {
  title: 'The ontology',
  version: 'Version',
  licence: 'Licence',
  namespace: 'Namespace',
  formats: 'As RDF:',
  shapes: 'What the data keeps to (SHACL)',
  picture: 'As a picture',
  aboutPicture:
    'On the left what something is said of, in the middle the properties, on the right what they lead to. Where the ontology restricts nothing, that is what stands there.',
  diagram: { title: 'The classes and properties', anything: 'anything', anyValue: 'anything' },
  classes: 'Classes',
  properties: 'Properties',
  contents: 'Terms',
  reason: 'Why this term',
  example: 'Example',
  things: (count) => (count ? `${count} thing${count === 1 ? '' : 's'}` : 'not used yet'),
  statements: (count) => (count ? `${count} statement${count === 1 ? '' : 's'}` : 'not used yet'),
  deprecated: 'no longer to be used',
  saidOf: 'properties that are said of it',
  leadsHere: 'properties that lead to it',
  others: 'The terms of other vocabularies',
  aboutOthers: 'The data uses these as well, where a vocabulary in use says what is needed already.',
  term: 'Term',
  name: 'Name',
  uses: 'Uses',
  relations: {
    'rdfs:subClassOf': 'kind of',
    'rdfs:subPropertyOf': 'narrows',
    'rdfs:domain': 'said of',
    'rdfs:range': 'leads to',
    'owl:inverseOf': 'inverse of',
    'skos:exactMatch': 'same as',
    'skos:closeMatch': 'close to',
    'skos:relatedMatch': 'related to',
  },
}

export const words: Readonly<Record<Language, Words>> = { fr, en }
