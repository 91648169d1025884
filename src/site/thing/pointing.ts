/**
 * What joins a thing to those that point at it, told from the thing: the name of a property says it from the other end.
 */
import { compactIri } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Names } from '../catalogue/names.ts'

/** As [fr, en]. */
const inverses: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  'cg:competesWith': ['Est dit concurrencé par', 'Is said to have as a competitor'],
  'cg:offers': ['Offert par', 'Offered by'],
  'cg:pools': ['Mis en commun par', 'Pooled by'],
  'cg:presentedAround': ['Présentés autour', 'Presented around it'],
  'cg:underKey': ['Ce qui est dit sous cette clé', 'What is said under this key'],
  'dcterms:audience': ['S’adressent à ce public', 'Are meant for this audience'],
  'dcterms:hasPart': ['Fait partie de', 'Part of'],
  'dcterms:isPartOf': ['Comprend', 'Has these parts'],
  'dcterms:license': ['Sous cette licence', 'Under this licence'],
  'dcterms:publisher': ['A publié', 'Published'],
  'dcterms:source': ['Sert de preuve à', 'Evidence of'],
  'dcterms:subject': ['Traitent de ce sujet', 'Deal with this subject'],
  'dcterms:type': ['Sont de cette sorte', 'Are of this kind'],
  'foaf:member': ['Membre de', 'Member of'],
  'org:classification': ['Ont cette forme juridique', 'Have this legal form'],
  'org:hasMember': ['Membre de', 'Member of'],
  'org:memberOf': ['A pour membres', 'Has these members'],
  'org:subOrganizationOf': ['A pour structures', 'Has these suborganisations'],
  'prov:hadPrimarySource': ['Source première de', 'Primary source of'],
  'prov:wasAssociatedWith': ['A pris part à', 'Took part in'],
  'prov:wasAttributedTo': ['A pour œuvres', 'Author of'],
  'prov:wasDerivedFrom': ['On en a déduit', 'Derived from it'],
  'rdf:type': ['Sont de ce type', 'Are of this type'],
  'schema:about': ['Il en est question dans', 'Is dealt with in'],
  'schema:affiliation': ['Y sont rattachés', 'Affiliated with it'],
  'schema:attendee': ['A participé à', 'Attended'],
  'schema:containedInPlace': ['S’y trouvent', 'Are in it'],
  'schema:copyrightHolder': ['Détient les droits de', 'Holds the rights to'],
  'schema:departureStation': ['En partent', 'Depart from here'],
  'schema:fromLocation': ['Partent d’ici', 'Lead from here'],
  'schema:isPartOf': ['Comprend', 'Has these parts'],
  'schema:license': ['Sous cette licence', 'Under this licence'],
  'schema:memberOf': ['A pour membres', 'Has these members'],
  'schema:owns': ['Appartient à', 'Belongs to'],
  'schema:provider': ['Fournit', 'Provides'],
  'schema:superEvent': ['Comprend', 'Has these parts'],
  'schema:toLocation': ['Mènent ici', 'Lead here'],
  'schema:workFeatured': ['Présenté par', 'Featured by'],
  'skos:broader': ['Plus étroit', 'Narrower'],
  'skos:narrower': ['Plus large', 'Broader'],
}

/** Of a property that is not known here a form that cannot be read from the wrong end. */
export function inverseOf(property: string, language: Language, names: Names): string {
  const known = inverses[compactIri(property)]
  if (known) return known[language === 'fr' ? 0 : 1]
  const name = names.of(property, language)
  return language === 'fr' ? `Renvoient ici par «\u00a0${name}\u00a0»` : `Point here by “${name}”`
}
