/**
 * `facts.csv`: what is said of governance, funding and licences, a sentence each.
 */
import { cg, dcterms, rdfs } from '../../rdf/namespaces.ts'
import { iris, ofItself, single, texts, things, values, words } from './column.ts'
import { statedIn, to } from './steps.ts'
import { instancesOf, type Table } from './table.ts'

export const factsTable: Table = {
  file: 'facts.csv',
  title: { fr: 'Les faits', en: 'The facts' },
  description: {
    fr: 'Une ligne par fait\u00a0: un énoncé rangé sous une clé d’évaluation, avec les passages qui le disent.',
    en: 'One row a fact: a statement under one evaluation key, with the passages that make it.',
  },
  ...instancesOf(cg.Fact!),
  rowTitles: ['text_fr', 'text_en'],
  columns: [
    ofItself('iri', { fr: 'IRI', en: 'IRI' }),
    ...things('about', { fr: 'au sujet de', en: 'about' }, to(cg.about!)),
    ...single(...things('key', { fr: 'clé', en: 'key' }, to(cg.underKey!))),
    ...single(...texts('text', { fr: 'énoncé', en: 'statement' }, to(cg.text!))),
    iris('stated_in', { fr: 'passages qui le disent', en: 'passages that state it' }, statedIn),
    values('observed_on', { fr: 'observé le', en: 'observed on' }, 'date', statedIn, to(cg.observedOn!)),
    words('quotation', { fr: 'citation', en: 'quotation' }, statedIn, to(cg.quotation!)),
    iris('source', { fr: 'source', en: 'source' }, statedIn, to(dcterms.isPartOf!)),
    ...texts('source', { fr: 'source', en: 'source' }, statedIn, to(dcterms.isPartOf!), to(rdfs.label!)),
  ],
}
