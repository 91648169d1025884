/**
 * What the page of the sources says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly count: (sources: number, passages: string, facts: string) => string
  readonly none: string
  readonly source: string
  readonly by: string
  readonly date: string
  readonly rights: string
  readonly passages: string
  readonly facts: string
  readonly notKnown: string
  readonly gave: string
  readonly aboutGave: string
  readonly factsOf: (count: number) => string
  readonly nothing: string
  readonly andMore: (count: number) => string
  readonly whole: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Les sources',
    introduction:
      'Chaque fait se tient dans le passage qui le dit. Voici toutes les sources, et ce que chaque passage a donné. Un auteur, une date ou des droits qui manquent ne sont pas connus de nous.',
    count: (sources, passages, facts) =>
      `${sources}\u00a0source${sources > 1 ? 's' : ''}, ${passages}\u00a0passages, ${facts}\u00a0faits`,
    none: 'Aucune source n’est décrite.',
    source: 'Source',
    by: 'par',
    date: 'Date',
    rights: 'Droits',
    passages: 'Passages',
    facts: 'Faits',
    notKnown: 'non connus',
    gave: 'Ce que chaque passage a donné',
    aboutGave:
      'Le nombre de faits tirés du passage, et ce dont il parle. Les mots entre guillemets sont les siens\u00a0; le passage entier se lit à l’adresse de la source.',
    factsOf: (count) => (count > 1 ? `${count}\u00a0faits` : `${count}\u00a0fait`),
    nothing: 'aucun fait tiré',
    andMore: (count) => (count > 1 ? `et ${count} autres` : 'et 1 autre'),
    whole: 'Tous les passages de cette source, avec leurs faits',
  },
  en: {
    title: 'The sources',
    introduction:
      'Each fact stands in the passage that states it. Here are all sources, and what each passage gave. An author, a date or rights that are missing are not known to us.',
    count: (sources, passages, facts) =>
      `${sources}\u00a0source${sources > 1 ? 's' : ''}, ${passages}\u00a0passages, ${facts}\u00a0facts`,
    none: 'No source is described.',
    source: 'Source',
    by: 'by',
    date: 'Date',
    rights: 'Rights',
    passages: 'Passages',
    facts: 'Facts',
    notKnown: 'not known',
    gave: 'What each passage gave',
    aboutGave:
      'The number of facts drawn from the passage, and what it speaks of. Words in quotation marks are its own; the whole passage is at the address of the source.',
    factsOf: (count) => (count > 1 ? `${count}\u00a0facts` : `${count}\u00a0fact`),
    nothing: 'no fact drawn from it',
    andMore: (count) => (count > 1 ? `and ${count} others` : 'and 1 other'),
    whole: 'All passages of this source, with their facts',
  },
}
