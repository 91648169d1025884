/**
 * What the page that compares says.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Trait } from './content.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly summary: string
  readonly choose: string
  readonly nth: (number: number) => string
  readonly none: string
  readonly asOf: string
  readonly compare: string
  readonly oneMore: string
  readonly fromList: string
  readonly what: string
  readonly traits: Readonly<Record<Trait, string>>
  readonly without: (name: string) => string
  readonly told: (day: string) => string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Comparer',
    introduction:
      'De deux à quatre communs côte à côte, sous les mêmes clés. Chaque valeur a sa source\u00a0; une case sans rien n’est pas un «\u00a0non\u00a0».',
    summary: 'Deux à quatre communs côte à côte, sous les mêmes clés, chaque valeur avec sa source.',
    choose: 'Choisir les communs',
    nth: (number) => `Commun ${number}`,
    none: '(aucun)',
    asOf: 'Ce que l’on savait le',
    compare: 'Comparer',
    oneMore: 'Choisissez-en au moins deux.',
    fromList: 'Choisir dans la liste des communs',
    what: 'Sous quelle clé',
    traits: { kind: 'Genre', place: 'Lieu', size: 'Surface' },
    without: (name) => `Retirer ${name}`,
    told: (day) =>
      `Seulement ce qu’une source datée disait au plus tard le ${day}\u00a0; les sources sans date sont laissées de côté.`,
  },
  en: {
    title: 'Compare',
    introduction:
      'Two to four commons side by side, under the same keys. Each value has its source; an empty cell is no “no”.',
    summary: 'Two to four commons side by side, under the same keys, each value with its source.',
    choose: 'Choose the commons',
    nth: (number) => `Commons ${number}`,
    none: '(none)',
    asOf: 'What was known on',
    compare: 'Compare',
    oneMore: 'Choose at least two.',
    fromList: 'Choose in the list of commons',
    what: 'Under which key',
    traits: { kind: 'Kind', place: 'Place', size: 'Floor area' },
    without: (name) => `Remove ${name}`,
    told: (day) => `Only what a dated source said by ${day}; sources without a date are left out.`,
  },
}
