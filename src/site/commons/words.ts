/**
 * What the list of commons says.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Facet, Order } from './list.ts'

interface Words {
  readonly title: string
  readonly count: (count: number) => string
  readonly openWorld: string
  readonly choose: string
  readonly any: string
  readonly apply: string
  readonly reset: string
  readonly sort: string
  readonly nothing: string
  readonly asTable: string
  readonly facets: Readonly<Record<Facet, string>>
  readonly orders: Readonly<Record<Order, string>>
  readonly name: string
  readonly compare: string
  readonly howToCompare: string
  readonly toCompare: (name: string) => string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Les communs',
    count: (count) => (count > 1 ? `${count} communs` : `${count} commun`),
    openWorld:
      'La liste n’est pas complète\u00a0: ce qui n’y figure pas peut exister, et une case vide ne dit pas non.',
    choose: 'Choisir',
    any: 'tous',
    apply: 'Afficher',
    reset: 'Tout afficher',
    sort: 'Trier par',
    nothing: 'Aucun commun ne réunit tout cela, à notre connaissance. Retirez un choix.',
    asTable: 'En tableau (CSV)',
    facets: { kind: 'Genre', key: 'Clé renseignée', place: 'Lieu', licence: 'Licence' },
    orders: { name: 'nom', kind: 'genre', keys: 'clés renseignées' },
    name: 'Nom',
    compare: 'Comparer',
    howToCompare: 'Cochez de deux à quatre communs pour les voir côte à côte.',
    toCompare: (name) => `Comparer ${name}`,
  },
  en: {
    title: 'The commons',
    count: (count) => `${count} commons`,
    openWorld: 'The list is not complete: what is not in it may well exist, and an empty cell does not say no.',
    choose: 'Choose',
    any: 'all',
    apply: 'Show',
    reset: 'Show all',
    sort: 'Sort by',
    nothing: 'No commons has all of this, as far as we know. Take a choice away.',
    asTable: 'As a table (CSV)',
    facets: { kind: 'Kind', key: 'Key with something known', place: 'Place', licence: 'Licence' },
    orders: { name: 'name', kind: 'kind', keys: 'keys known' },
    name: 'Name',
    compare: 'Compare',
    howToCompare: 'Tick two to four commons to see them side by side.',
    toCompare: (name) => `Compare ${name}`,
  },
}
