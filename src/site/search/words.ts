/**
 * What the page of the search says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly label: string
  readonly search: string
  readonly found: (count: number) => string
  /** More may be there than are shown. */
  readonly first: (count: number) => string
  readonly under: (spelling: string) => string
  /** Before a sentence of what is said of the thing. */
  readonly inText: string
  readonly nothing: (text: string) => string
  readonly tryThese: string
  readonly allCommons: string
  readonly kinds: string
  readonly map: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Rechercher',
    label: 'Nom ou mot',
    search: 'Rechercher',
    found: (count) => `${count}\u00a0résultat${count > 1 ? 's' : ''}`,
    first: (count) => (count > 1 ? `Les ${count} premiers résultats` : 'Le premier résultat'),
    under: (spelling) => `trouvé sous «\u00a0${spelling}\u00a0»`,
    inText: 'trouvé dans\u00a0:',
    nothing: (text) =>
      `Rien n’a été trouvé sous «\u00a0${text}\u00a0». On cherche dans les noms et dans ce qui est dit\u00a0: essayez un mot plus court ou une autre orthographe.`,
    tryThese: 'Ou passez par',
    allCommons: 'la liste de tous les communs',
    kinds: 'les genres',
    map: 'la carte',
  },
  en: {
    title: 'Search',
    label: 'Name or word',
    search: 'Search',
    found: (count) => `${count} result${count > 1 ? 's' : ''}`,
    first: (count) => (count > 1 ? `The first ${count} results` : 'The first result'),
    under: (spelling) => `found under “${spelling}”`,
    inText: 'found in:',
    nothing: (text) =>
      `Nothing was found under “${text}”. Names are searched, and what is said of things: try a shorter word or another spelling.`,
    tryThese: 'Or go by',
    allCommons: 'the list of all commons',
    kinds: 'the kinds',
    map: 'the map',
  },
}
