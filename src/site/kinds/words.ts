/**
 * What the page of the kinds says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly summary: string
  readonly ofCommons: string
  readonly ofOthers: string
  readonly aboutOthers: string
  readonly commons: (count: number) => string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Les genres',
    introduction:
      'Ce que sont les communs, en termes courants. Un genre compte aussi les communs des genres plus précis qu’il contient.',
    summary: 'Les genres de communs, avec leurs définitions et le nombre de communs connus de chacun.',
    ofCommons: 'Genres de communs',
    ofOthers: 'Genres d’autres choses',
    aboutOthers: 'Étapes, trajets, lieux ou groupes dont les sources parlent sans que nous y connaissions de commun.',
    commons: (count) => (count > 1 ? `${count} communs` : `${count} commun`),
  },
  en: {
    title: 'The kinds',
    introduction: 'What the commons are, in everyday terms. A kind counts the commons of its narrower kinds too.',
    summary: 'The kinds of commons, with their definitions and how many commons are known of each.',
    ofCommons: 'Kinds of commons',
    ofOthers: 'Kinds of other things',
    aboutOthers: 'Steps, journeys, places or groups that the sources speak of and of which we know no commons.',
    commons: (count) => `${count} commons`,
  },
}
