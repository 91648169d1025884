/**
 * What the page of the licences says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly introduction: string
  readonly summary: string
  readonly permits: string
  readonly requires: string
  readonly prohibits: string
  readonly text: string
  readonly elsewhere: string
  readonly users: string
  readonly more: string
  readonly noUser: string
  readonly stated: string
  readonly aboutStated: string
  readonly thing: string
  readonly said: string
  readonly verified: string
  readonly notKnown: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Les licences',
    introduction:
      'Ce que chaque licence permet, exige et interdit, en termes simples, et qui s’en sert ici. Le texte de la licence fait foi.',
    summary: 'Les licences des communs\u00a0: ce qu’elles permettent, exigent et interdisent, et qui s’en sert.',
    permits: 'Permet',
    requires: 'Exige',
    prohibits: 'Interdit',
    text: 'Texte de la licence',
    elsewhere: 'Fiche SPDX',
    users: 'S’en servent',
    more: 'et d’autres',
    noUser: 'Aucune source ne dit qui s’en sert ici.',
    stated: 'Dit et vérifié',
    aboutStated:
      'À gauche, les mots des sources, qui ne nomment souvent pas de licence précise\u00a0; à droite, la licence que nous avons vérifiée ailleurs.',
    thing: 'De quoi',
    said: 'Les mots de la source',
    verified: 'Licence vérifiée',
    notKnown: 'pas connue',
  },
  en: {
    title: 'The licences',
    introduction:
      'What each licence permits, requires and prohibits, in plain words, and who uses it here. The text of the licence is what counts.',
    summary: 'The licences of the commons: what they permit, require and prohibit, and who uses them.',
    permits: 'Permits',
    requires: 'Requires',
    prohibits: 'Prohibits',
    text: 'Text of the licence',
    elsewhere: 'SPDX record',
    users: 'Used by',
    more: 'and others',
    noUser: 'No source says who uses it here.',
    stated: 'Said and verified',
    aboutStated:
      'On the left the words of the sources, which often name no precise licence; on the right the licence that we verified elsewhere.',
    thing: 'Of what',
    said: 'Words of the source',
    verified: 'Verified licence',
    notKnown: 'not known',
  },
}
