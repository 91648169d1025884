/**
 * What the home page says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  /** What a commons is, in a sentence. */
  readonly commonsAre: string
  readonly search: string
  readonly find: string
  readonly explore: string
  readonly allCommons: (count: number) => string
  readonly map: string
  readonly drawing: string
  readonly openMap: string
  readonly keys: string
  readonly kinds: string
  readonly licences: string
  readonly agenda: string
  readonly compareMore: string
  readonly sideBySide: string
  readonly compare: string
  readonly byKind: string
  readonly byPlace: string
  readonly byKey: string
  readonly allKinds: (count: number) => string
  readonly allPlaces: (count: number) => string
  readonly keyQuestions: string
  readonly commons: (count: number) => string
  readonly ask: string
  readonly allQuestions: (count: number) => string
  readonly data: (day: string) => string
  readonly version: string
  readonly everything: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Les communs',
    commonsAre:
      'Un commun est une ressource (un atelier, un jardin, une carte, un logiciel) avec les gens qui s’en servent et en prennent soin, et les règles qu’ils se donnent.',
    search: 'Chercher un commun, un lieu, un mot',
    find: 'Rechercher',
    explore: 'Explorer',
    allCommons: (count) => `Tous les communs (${count})`,
    map: 'La carte',
    drawing: 'Plan des lieux dont les coordonnées sont connues',
    openMap: 'Ouvrir la carte et la liste des lieux',
    keys: 'Les clés d’évaluation',
    kinds: 'Les genres',
    licences: 'Les licences',
    agenda: 'L’agenda',
    compareMore: 'Comparer des communs',
    sideBySide: 'Deux communs côte à côte',
    compare: 'Comparer',
    byKind: 'Par genre',
    byPlace: 'Par lieu',
    byKey: 'Par clé d’évaluation',
    allKinds: (count) => `Tous les genres (${count})`,
    allPlaces: (count) => `Tous les lieux (${count})`,
    keyQuestions: 'Les questions de chaque clé',
    commons: (count) => (count > 1 ? `${count} communs` : count === 1 ? '1 commun' : 'rien de connu encore'),
    ask: 'Trois questions, avec leurs réponses',
    allQuestions: (count) => `Toutes les questions (${count})`,
    data: (day) => `Données du ${day}`,
    version: 'version',
    everything: 'Emporter tout\u00a0: JSON-LD, Turtle, CSV, …',
  },
  en: {
    title: 'The commons',
    commonsAre:
      'A commons is a resource (a workshop, a garden, a map, a piece of software) with the people who use it and care for it, and the rules that they give themselves.',
    search: 'Find a commons, a place, a word',
    find: 'Search',
    explore: 'Explore',
    allCommons: (count) => `All commons (${count})`,
    map: 'The map',
    drawing: 'Plan of the places whose coordinates are known',
    openMap: 'Open the map and the list of places',
    keys: 'The evaluation keys',
    kinds: 'The kinds',
    licences: 'The licences',
    agenda: 'The agenda',
    compareMore: 'Compare commons',
    sideBySide: 'Two commons side by side',
    compare: 'Compare',
    byKind: 'By kind',
    byPlace: 'By place',
    byKey: 'By evaluation key',
    allKinds: (count) => `All kinds (${count})`,
    allPlaces: (count) => `All places (${count})`,
    keyQuestions: 'The questions of each key',
    commons: (count) => (count > 0 ? `${count} commons` : 'nothing known yet'),
    ask: 'Three questions, with their answers',
    allQuestions: (count) => `All questions (${count})`,
    data: (day) => `Data of ${day}`,
    version: 'version',
    everything: 'Take it all along: JSON-LD, Turtle, CSV, …',
  },
}
