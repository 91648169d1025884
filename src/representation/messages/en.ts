/**
 * What the pages say in English.
 */
import type { Messages } from './fr.ts'

export const en: Messages = {
  siteTitle: 'Commons Graph',
  introduction:
    'The commons, the venues that host them, their licences and their governance, as linked data. Each fact is tied to the passage of the source that states it.',
  openWorld: 'The source itself says that its list is not complete: what is not here may well exist.',
  search: 'Search',
  searchLabel: 'Name or word',
  results: 'Results',
  noResults: 'Nothing was found under this name. Try a shorter word or another spelling.',
  commons: 'The commons',
  places: 'The places',
  data: 'The data',
  sparql: 'Ask in SPARQL',
  savedQueries: 'Saved queries',
  dumps: 'Download everything',
  ontology: 'The ontology',
  description: 'Description',
  facts: 'What the sources say',
  property: 'Property',
  value: 'Value',
  passages: 'Passages',
  incoming: 'What points here',
  thing: 'Thing',
  formats: 'Other formats',
  otherLanguage: 'Français',
  version: 'Version of the data',
  question: 'Question',
  queryText: 'The query',
  run: 'Send',
  answer: 'Answer',
  file: 'File',
  mediaType: 'Format',
  size: 'Size, bytes',
  home: 'Home',
  error: 'This page cannot be shown',
  graph: 'Graph',
  statements: 'Statements',
}
