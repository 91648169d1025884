/**
 * `commons.csv`: every commons, with what is said under each of the six evaluation keys.
 */
import { rdf } from '../../rdf/environment.ts'
import { cg, dcterms, org, schema } from '../../rdf/namespaces.ts'
import { type Titles, texts, things, values, words } from './column.ts'
import { naming, placeAndTime, references } from './shared-columns.ts'
import { factsUnder, to } from './steps.ts'
import { instancesOf, type Table } from './table.ts'

/** By the last part of its IRI, as the model fixes them. */
const keys: readonly (readonly [key: string, name: string, titles: Titles])[] = [
  ['gouvernance', 'governance', { fr: 'gouvernance', en: 'governance' }],
  ['financement', 'funding', { fr: 'financement', en: 'funding' }],
  ['contribution', 'contribution', { fr: 'contribution', en: 'contribution' }],
  ['partage', 'sharing', { fr: 'partage', en: 'sharing' }],
  ['juridique', 'legal', { fr: 'juridique', en: 'legal' }],
  ['partenaires', 'partners', { fr: 'partenaires', en: 'partners' }],
]

/** @param baseIri under which the keys are named */
export function commonsTable(baseIri: string): Table {
  return {
    file: 'commons.csv',
    title: { fr: 'Les communs', en: 'The commons' },
    description: { fr: 'Une ligne par commun.', en: 'One row a commons.' },
    ...instancesOf(cg.Commons!),
    rowTitles: ['name_fr', 'name_en'],
    columns: [
      ...naming,
      ...texts('aims', { fr: 'buts', en: 'aims' }, to(cg.aim!)),
      ...things('topics', { fr: 'sujets', en: 'topics' }, to(dcterms.subject!)),
      ...things('audiences', { fr: 'publics', en: 'audiences' }, to(dcterms.audience!)),
      ...placeAndTime,
      ...things('location', { fr: 'situé à', en: 'located in' }, to(schema.location!)),
      ...things('meets_at', { fr: 'se réunit à', en: 'meets at' }, to(cg.meetsAt!)),
      ...things('uses_software', { fr: 'logiciels utilisés', en: 'software used' }, to(cg.usesSoftware!)),
      ...things('operates', { fr: 'fait marcher', en: 'operates' }, to(cg.operates!)),
      ...things('inspired_by', { fr: 'inspiré de', en: 'inspired by' }, to(cg.inspiredBy!)),
      ...things('provided_by', { fr: 'porté par', en: 'provided by' }, to(schema.provider!)),
      values('free_of_charge', { fr: 'gratuit', en: 'free of charge' }, 'boolean', to(schema.isAccessibleForFree!)),
      ...things('licence', { fr: 'licence vérifiée', en: 'verified licence' }, to(schema.license!)),
      words(
        'stated_licence',
        { fr: 'licence, mots de la source', en: 'licence, words of the source' },
        to(cg.statedLicence!),
      ),
      ...things('legal_form', { fr: 'forme juridique', en: 'legal form' }, to(org.classification!)),
      ...keys.flatMap(([key, name, titles]) =>
        texts(name, titles, factsUnder(rdf.namedNode(`${baseIri}scheme/evaluation-keys/${key}`)), to(cg.text!)),
      ),
      ...references,
    ],
  }
}
