/**
 * What the page of a neighbourhood says.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Sort } from './neighbours.ts'

interface Words {
  readonly title: (name: string) => string
  readonly summary: (name: string) => string
  readonly intro: string
  readonly page: string
  readonly outgoing: string
  readonly incoming: string
  readonly between: (count: number) => string
  readonly nothing: string
  readonly cut: (most: number) => string
  readonly draw: string
  readonly drawing: (name: string) => string
  readonly hint: string
  readonly open: string
  readonly more: string
  readonly failed: string
  readonly file: string
  readonly sorts: Readonly<Record<Sort, string>>
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: (name) => `Le voisinage de ${name}`,
    summary: (name) => `Ce à quoi mène ${name}, et ce qui y mène.`,
    intro: 'Les choses et les notions que les sources relient entre elles.',
    page: 'Tout ce qui en est dit, avec les sources',
    outgoing: 'Mène à',
    incoming: 'Ce qui y mène',
    between: (count) => (count > 1 ? `${count} liens entre ses voisins` : `${count} lien entre ses voisins`),
    nothing: 'Aucun lien n’est connu.',
    cut: (most) => `Il y en a davantage\u00a0: au plus ${most} sont montrés dans chaque sens.`,
    draw: 'Dessiner le graphe',
    drawing: (name) => `Graphe du voisinage de ${name}\u00a0; les listes plus bas disent la même chose.`,
    hint: 'Choisissez un point, d’un clic ou avec les flèches du clavier, pour savoir ce que c’est et le suivre.',
    open: 'Ouvrir sa page',
    more: 'Montrer ses voisins',
    failed: 'Le graphe ne peut pas être dessiné maintenant\u00a0; les listes disent la même chose.',
    file: 'Ses points et ses liens en JSON',
    sorts: { commons: 'commun', place: 'lieu', concept: 'notion', other: 'autre' },
  },
  en: {
    title: (name) => `The neighbourhood of ${name}`,
    summary: (name) => `What ${name} leads to, and what leads there.`,
    intro: 'The things and ideas that the sources join to each other.',
    page: 'Everything that is said of it, with the sources',
    outgoing: 'Leads to',
    incoming: 'What leads here',
    between: (count) => `${count} link${count === 1 ? '' : 's'} between its neighbours`,
    nothing: 'No link is known.',
    cut: (most) => `There are more: at most ${most} are shown each way.`,
    draw: 'Draw the graph',
    drawing: (name) => `Graph of the neighbourhood of ${name}; the lists below say the same.`,
    hint: 'Choose a point, by a click or with the arrow keys, to learn what it is and to follow it.',
    open: 'Open its page',
    more: 'Show its neighbours',
    failed: 'The graph cannot be drawn now; the lists say the same.',
    file: 'Its points and links as JSON',
    sorts: { commons: 'commons', place: 'place', concept: 'idea', other: 'other' },
  },
}
