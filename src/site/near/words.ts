/**
 * What the page of what is near says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly summary: string
  readonly around: (name: string) => string
  readonly locate: string
  readonly privacy: string
  readonly looking: string
  readonly refused: string
  readonly lost: string
  readonly choose: string
  readonly from: string
  readonly show: string
  readonly unknown: (name: string) => string
  readonly distance: string
  readonly place: string
  readonly guests: string
  readonly walk: string
  readonly onward: string
  readonly here: string
  readonly further: string
  readonly map: string
  /** Clockwise from north. */
  readonly directions: readonly string[]
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Près de moi',
    summary: 'Les lieux et les communs par distance, à partir d’un lieu ou de l’endroit où l’on se trouve.',
    around: (name) => `Autour de ${name}`,
    locate: 'Partir d’où je suis',
    privacy:
      'Votre position n’est demandée que si vous cliquez. Arrondie à une dizaine de mètres, elle n’est que dans l’adresse de la page : le site ne l’enregistre pas.',
    looking: 'Recherche de votre position…',
    lost: 'Votre position n’a pas pu être trouvée. Choisissez un lieu.',
    refused: 'Votre navigateur ne donne pas votre position. Choisissez un lieu.',
    choose: 'Choisir un lieu',
    from: 'À partir de',
    show: 'Afficher',
    unknown: (name) => `Les coordonnées de « ${name} » ne sont pas connues.`,
    distance: 'À vol d’oiseau',
    place: 'Lieu',
    guests: 'Communs qui s’y trouvent',
    walk: 'Continuer',
    onward: 'partir d’ici',
    here: 'sur place',
    further: 'Ce dont aucune source ne donne les coordonnées n’a pas de distance :',
    map: 'tout voir en liste et sur la carte',
    directions: [
      'au nord',
      'au nord-est',
      'à l’est',
      'au sud-est',
      'au sud',
      'au sud-ouest',
      'à l’ouest',
      'au nord-ouest',
    ],
  },
  en: {
    title: 'Near me',
    summary: 'Places and commons by distance, from a place or from where one stands.',
    around: (name) => `Around ${name}`,
    locate: 'Start from where I am',
    privacy:
      'Your position is only asked for when you click. Rounded to some ten metres, it stands in the address of the page and nowhere else: the site does not keep it.',
    looking: 'Looking for where you are…',
    lost: 'Where you are could not be found. Choose a place.',
    refused: 'Your browser does not give your position. Choose a place.',
    choose: 'Choose a place',
    from: 'Starting from',
    show: 'Show',
    unknown: (name) => `The coordinates of “${name}” are not known.`,
    distance: 'As the crow flies',
    place: 'Place',
    guests: 'Commons that are there',
    walk: 'Go on',
    onward: 'from here',
    here: 'here',
    further: 'What no source gives coordinates of has no distance:',
    map: 'see all in a list and on the map',
    directions: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
  },
}
