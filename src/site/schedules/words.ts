/**
 * What is said of what recurs.
 */
import type { Language } from '../../representation/negotiate.ts'

interface Words {
  readonly saidBy: (source: string, day: string | undefined) => string
  readonly nextDates: string
  /** Where the days do not follow from the rule. */
  readonly datesUnknown: string
  readonly localTime: string
  readonly subscribe: string
}

export const words: Readonly<Record<Language, Words>> = {
  fr: {
    saidBy: (source, day) => `D’après ${source}${day === undefined ? '' : `, le ${day}`}. À vérifier sur place.`,
    nextDates: 'Prochaines dates',
    datesUnknown: 'dates inconnues\u00a0: la source ne dit pas quand cela a commencé',
    localTime: 'Aucune source n’indique de fuseau horaire\u00a0: les heures sont celles de l’horloge du lieu.',
    subscribe: 'S’abonner (iCalendar)',
  },
  en: {
    saidBy: (source, day) => `According to ${source}${day === undefined ? '' : `, ${day}`}. To be checked on the spot.`,
    nextDates: 'Next dates',
    datesUnknown: 'dates unknown: the source does not say when it began',
    localTime: 'No source states a time zone: hours are those of the clock at the place.',
    subscribe: 'Subscribe (iCalendar)',
  },
}
