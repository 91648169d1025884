/**
 * `links.csv`: the verified links, each with its evidence, under the names that SSSOM gives to its columns
 * (https://mapping-commons.github.io/sssom/Mapping/). SSSOM has none for evidence in words, nor for checks.
 */
import { dcterms, rdfs, schema, sssom } from '../../rdf/namespaces.ts'
import { iris, ofItself, single, type Titles, text, things, values, words } from './column.ts'
import { to, toLastCheck } from './steps.ts'
import { instancesOf, type Table } from './table.ts'

const subject = to(sssom.subject_id!)
const subjectTitles: Titles = { fr: 'notre nom pour la chose', en: 'our name of the thing' }

export const linksTable: Table = {
  file: 'links.csv',
  title: { fr: 'Les liens', en: 'The links' },
  description: {
    fr: 'Une ligne par lien vérifié vers un autre registre, par exemple Wikidata, avec sa preuve (SSSOM).',
    en: 'One row a verified link to another register such as Wikidata, with its evidence (SSSOM).',
  },
  ...instancesOf(sssom.Mapping!),
  rowTitles: ['subject_label'],
  columns: [
    ofItself('record_id', { fr: 'IRI de la correspondance', en: 'IRI of the mapping' }),
    ...single(
      iris('subject_id', { fr: 'notre IRI de la chose', en: 'our IRI of the thing' }, subject),
      text('subject_label', subjectTitles, 'en', subject, to(rdfs.label!)),
      text('subject_label_fr', subjectTitles, 'fr', subject, to(rdfs.label!)),
      iris('predicate_id', { fr: 'relation', en: 'relation' }, to(sssom.predicate_id!)),
      iris('object_id', { fr: 'IRI de l’autre registre', en: 'IRI in the other register' }, to(sssom.object_id!)),
      iris(
        'mapping_justification',
        { fr: 'comment le lien fut trouvé', en: 'how it was found' },
        to(sssom.mapping_justification!),
      ),
      values(
        'confidence',
        { fr: 'certitude de 0 à 1', en: 'confidence from 0 to 1' },
        'decimal',
        to(sssom.confidence!),
      ),
      values('mapping_date', { fr: 'établi le', en: 'established on' }, 'date', to(sssom.mapping_date!)),
    ),
    values('reviewer_label', { fr: 'jugé par', en: 'reviewed by' }, 'string', to(sssom.reviewer_label!)),
    ...single(
      values(
        'last_check',
        {
          fr: 'dernière vérification (vide\u00a0: jamais vérifié depuis)',
          en: 'last check (empty: never checked since)',
        },
        'date',
        toLastCheck,
        to(dcterms.date!),
      ),
      ...things(
        'last_check_result',
        { fr: 'ce que cette vérification a trouvé', en: 'what that check found' },
        toLastCheck,
        to(schema.result!),
      ),
    ),
    words('evidence', { fr: 'preuve', en: 'evidence' }, to(dcterms.source!)),
  ],
}
