/**
 * What is said around what is known.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly yes: string
  readonly no: string
  readonly unknown: string
  readonly unnamed: string
  readonly more: (count: number) => string
  readonly lines: (numbers: readonly number[]) => string
  /** By the last step of the IRI of a graph that is no passage. */
  readonly graphs: Readonly<Record<string, string>>
  readonly assessment: string
  readonly strengths: string
  readonly limits: string
  readonly stakes: string
  readonly authorUnknown: string
  readonly dateUnknown: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    yes: 'oui',
    no: 'non',
    unknown: 'Rien de connu.',
    unnamed: '(sans nom)',
    more: (count) => `et ${count} autre${count > 1 ? 's' : ''}, dans les données`,
    lines: (numbers) => `${numbers.length > 1 ? 'lignes' : 'ligne'} ${numbers.join(', ')}`,
    graphs: {
      derived: 'calculé',
      editorial: 'ajouté par nous',
      links: 'nos liens',
      schemes: 'nos listes',
      sources: 'nos sources',
    },
    assessment: 'Évaluation',
    strengths: 'Solutions',
    limits: 'Limites',
    stakes: 'Enjeux',
    authorUnknown: 'auteur non indiqué',
    dateUnknown: 'sans date',
  },
  en: {
    yes: 'yes',
    no: 'no',
    unknown: 'Nothing known.',
    unnamed: '(unnamed)',
    more: (count) => `and ${count} more, in the data`,
    lines: (numbers) => `${numbers.length > 1 ? 'lines' : 'line'} ${numbers.join(', ')}`,
    graphs: {
      derived: 'computed',
      editorial: 'added by us',
      links: 'our links',
      schemes: 'our lists',
      sources: 'our sources',
    },
    assessment: 'Assessment',
    strengths: 'Solutions',
    limits: 'Limits',
    stakes: 'What is at stake',
    authorUnknown: 'author not given',
    dateUnknown: 'no date',
  },
}
