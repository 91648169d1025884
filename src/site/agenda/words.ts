/**
 * What the agenda says.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly title: string
  readonly about: string
  readonly summary: string
  readonly asCalendar: string
  readonly asTable: string
  readonly nothing: string
  readonly nothingKnown: string
  readonly byWeekday: string
  readonly otherDays: string
  readonly next: string
  readonly place: string
  readonly name: string
  readonly weekday: string
  readonly rule: string
  readonly inWords: string
  readonly start: string
  readonly end: string
  readonly nextDate: string
  readonly observed: string
  readonly source: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    title: 'Agenda',
    about:
      'Ce qui revient, d’après les sources, jour par jour. Les dates sont calculées d’après la règle que donne le passage cité, le jour où il l’a dite\u00a0: vérifiez auprès du lieu avant de vous déplacer.',
    summary: 'Ce qui revient chaque semaine ou chaque mois dans les communs, par jour de la semaine.',
    asCalendar: 'S’abonner à tout (iCalendar)',
    asTable: 'En tableau (CSV)',
    nothing: 'Aucune source ne dit que quelque chose revient.',
    nothingKnown: 'rien de connu',
    byWeekday: 'Par jour de la semaine',
    otherDays: 'Autres jours',
    next: 'Dans les cinq semaines',
    place: 'Lieu',
    name: 'Nom',
    weekday: 'Jour de la semaine',
    rule: 'RRULE',
    inWords: 'Récurrence',
    start: 'Début',
    end: 'Fin',
    nextDate: 'Prochaine date',
    observed: 'Dit le',
    source: 'Source',
  },
  en: {
    title: 'Agenda',
    about:
      'What recurs, according to the sources, day by day. Dates are computed from the rule that the passage gives, as it was when it said so: ask the place before you set out.',
    summary: 'What recurs every week or every month in the commons, by day of the week.',
    asCalendar: 'Subscribe to all (iCalendar)',
    asTable: 'As a table (CSV)',
    nothing: 'No source says that anything recurs.',
    nothingKnown: 'nothing known',
    byWeekday: 'By day of the week',
    otherDays: 'Other days',
    next: 'In the next five weeks',
    place: 'Place',
    name: 'Name',
    weekday: 'Day of the week',
    rule: 'RRULE',
    inWords: 'Recurrence',
    start: 'Start',
    end: 'End',
    nextDate: 'Next date',
    observed: 'Said on',
    source: 'Source',
  },
}
