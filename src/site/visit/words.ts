/**
 * What the page of a visit says.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Heading } from './visit.ts'

interface Words {
  readonly title: string
  readonly none: string
  readonly several: string
  readonly day: string
  readonly headings: Readonly<Record<Exclude<Heading, 'description'>, string>>
  readonly timetable: string
  readonly aboutTimetable: string
  readonly strip: (slots: number, from: string, to: string) => string
  readonly moving: string
  readonly staying: string
  readonly presented: string
  readonly towards: string
  readonly walk: string
  readonly stops: (count: number) => string
  readonly aboutWalk: string
  readonly noTime: string
  readonly setOut: (time: string) => string
  readonly noAddress: string
  readonly noPoint: string
  readonly drawing: (drawn: readonly string[]) => string
  readonly drawn: string
  readonly notDrawn: (places: string) => string
  readonly north: string
  readonly onward: (place: string) => string
  readonly accordingTo: (whom: string) => string
  readonly sources: string
  readonly workshop: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'La visite',
    none: 'Aucune visite n’est décrite ici\u00a0: les sources ne donnent d’aucun événement le déroulé.',
    several: 'Les visites dont une source donne le déroulé, la plus récente d’abord.',
    day: 'Jour',
    headings: {
      kind: 'Genre',
      subject: 'Au sujet de',
      place: 'Lieu',
      framework: 'Cadre',
      attendee: 'Participants',
    },
    timetable: 'La journée',
    aboutTimetable:
      'Les heures de début sont celles de la source. La fin d’un créneau est calculée\u00a0: c’est le début du suivant.',
    strip: (slots, from, to) => `${slots} créneaux, de ${from} à ${to}\u00a0; les mêmes sont énumérés ci-dessous`,
    moving: 'en chemin',
    staying: 'sur place',
    presented: 'Il y est question de\u00a0:',
    towards: 'vers',
    walk: 'Le parcours',
    stops: (count) => (count > 1 ? `${count} étapes` : `${count} étape`),
    aboutWalk: 'Les étapes dans l’ordre, avec leurs adresses, les heures et les trajets que les sources donnent.',
    noTime: 'heure d’arrivée non connue',
    setOut: (time) => `départ à ${time}`,
    noAddress: 'adresse non connue',
    noPoint: 'coordonnées non connues',
    drawing: (drawn) => `Plan sans fond\u00a0: les étapes ${drawn.join(', ')} à leurs coordonnées, le nord en haut`,
    drawn: 'Ne sont placées que les étapes dont une source donne les coordonnées.',
    notDrawn: (places) => `N’y figurent pas, faute de coordonnées connues\u00a0: ${places}.`,
    north: 'N',
    onward: (place) => `Trajet vers ${place}\u00a0:`,
    accordingTo: (whom) => `selon ${whom}`,
    sources: 'Ce que chaque passage des sources a donné',
    workshop: 'L’exercice\u00a0: évaluer un commun sous les clés',
  },
  en: {
    title: 'The visit',
    none: 'No visit is described here: the sources give no event’s timetable.',
    several: 'The visits whose timetable a source gives, the newest first.',
    day: 'Day',
    headings: {
      kind: 'Kind',
      subject: 'About',
      place: 'Place',
      framework: 'Framework',
      attendee: 'Attendees',
    },
    timetable: 'The day',
    aboutTimetable: 'The starts are the source’s. The end of a slot is computed: it is the start of the next.',
    strip: (slots, from, to) => `${slots} slots, from ${from} to ${to}; the same are listed below`,
    moving: 'on the way',
    staying: 'at a place',
    presented: 'Dealing with:',
    towards: 'to',
    walk: 'The walk',
    stops: (count) => (count > 1 ? `${count} stops` : `${count} stop`),
    aboutWalk: 'The stops in order, with their addresses, the times and the journeys that the sources give.',
    noTime: 'time of arrival not known',
    setOut: (time) => `set out at ${time}`,
    noAddress: 'address not known',
    noPoint: 'coordinates not known',
    drawing: (drawn) => `Plan without a background: stops ${drawn.join(', ')} at their coordinates, north up`,
    drawn: 'Only stops whose coordinates a source states are placed.',
    notDrawn: (places) => `Not in it, as no coordinates are known: ${places}.`,
    north: 'N',
    onward: (place) => `Journey to ${place}:`,
    accordingTo: (whom) => `according to ${whom}`,
    sources: 'What each passage of the sources gave',
    workshop: 'The exercise: assess a commons under the keys',
  },
}
