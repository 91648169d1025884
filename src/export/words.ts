/**
 * What an export says of itself.
 */
import type { Language } from '../representation/negotiate.ts'

/** What there is on the server only. */
export const services = ['search', 'compare', 'near', 'sparql', 'programs'] as const
export type Service = (typeof services)[number]

interface Words {
  /** Its own name. */
  readonly language: string
  readonly title: string
  readonly copyOf: (day: string) => string
  readonly introduction: (day: string) => string
  readonly kept: string
  readonly lacking: string
  readonly without: Readonly<Record<Service, readonly [name: string, instead: string]>>
  readonly choosing: string
  readonly searching: string
  readonly data: string
  readonly takeAll: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    language: 'Français',
    title: 'Une copie fixe du site',
    copyOf: (day) => `Copie du ${day}`,
    introduction: (day) =>
      `Ces pages ont été écrites le ${day} à partir du site, pour rester lisibles quand le serveur n’est plus là. Les dates à venir qu’elles annoncent se comptent depuis ce jour.`,
    kept: 'Tout ce qui se lit y est\u00a0: les pages dans les deux langues, la carte, l’agenda, les feuilles de l’atelier, les réponses aux questions enregistrées, les données et leurs versions.',
    lacking: 'Ce qui demande le serveur n’y est pas',
    without: {
      search: ['Rechercher', 'Toutes les pages sont dans la liste des communs, les clés, les genres et les sources.'],
      compare: [
        'Comparer',
        'Les pages de deux communs, ouvertes côte à côte, disent la même chose sous les mêmes clés.',
      ],
      near: ['Autour de moi', 'La carte montre où sont les lieux.'],
      sparql: [
        'Interroger en SPARQL',
        'Les questions enregistrées sont là avec leurs réponses\u00a0; tout moteur SPARQL peut lire les données.',
      ],
      programs: [
        'Les services pour les programmes',
        'Réconciliation, graphes et correspondances se retrouvent à partir des données.',
      ],
    },
    choosing: 'Choisir et trier demandent le serveur, que cette copie n’a pas.',
    searching: 'Rechercher demande le serveur, que cette copie n’a pas.',
    data: 'Les données',
    takeAll: 'Toutes les données, dans chaque format, avec leurs sommes de contrôle',
  },
  en: {
    language: 'English',
    title: 'A still copy of the site',
    copyOf: (day) => `Copy of ${day}`,
    introduction: (day) =>
      `These pages were written on ${day} from the site, to stay readable when the server is gone. The coming dates that they tell count from that day.`,
    kept: 'All that can be read is here: the pages in both languages, the map, the agenda, the sheets of the workshop, the answers to the saved queries, the data and its versions.',
    lacking: 'What needs the server is not here',
    without: {
      search: ['Search', 'Every page is in the list of commons, the keys, the kinds and the sources.'],
      compare: ['Compare', 'The pages of two commons, opened side by side, say the same under the same keys.'],
      near: ['Near me', 'The map shows where the places are.'],
      sparql: ['Ask in SPARQL', 'The saved queries are here with their answers; any SPARQL engine can read the data.'],
      programs: ['The services for programs', 'Reconciliation, graphs and look-ups can be had again from the data.'],
    },
    choosing: 'Choosing and sorting need the server, which this copy does not have.',
    searching: 'Searching needs the server, which this copy does not have.',
    data: 'The data',
    takeAll: 'All data, in each format, with checksums',
  },
}
