/**
 * Days of the week and hours in words.
 */
import type { Language } from '../representation/negotiate.ts'

const options = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

const days = { fr: new Intl.DateTimeFormat('fr', options), en: new Intl.DateTimeFormat('en-GB', options) } as const

/** `jeudi 26 mai 2016` @param day `YYYY-MM-DD`; what is no day is shown as it is */
export function weekdayAndDay(day: string, language: Language): string {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN
  if (Number.isNaN(date)) return day
  const text = days[language].format(date)
  return language === 'fr' ? text.replace(' 1 ', ' 1er ') : text
}

/** `mardi`, from the days of the week as recurrence rules write them. */
export function weekdayName(index: number, language: Language): string {
  // The first of January 2024 was a Monday.
  return names[language].format(Date.UTC(2024, 0, 1 + index))
}

const names = {
  fr: new Intl.DateTimeFormat('fr', { timeZone: 'UTC', weekday: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }),
} as const

/** @param time `HH:MM`, with or without seconds @returns `19 h 30` or `19:30` */
export function timeInWords(time: string, language: Language): string {
  const [hour = '', minute = ''] = time.split(':')
  if (language === 'en') return `${hour}:${minute}`
  return minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`
}

/** `de 19 h 30 à 21 h`, or from when on. Empty where nothing is stated. */
export function timesInWords(start: string | undefined, end: string | undefined, language: Language): string {
  if (start === undefined) return ''
  const from = timeInWords(start, language)
  if (end === undefined) return language === 'fr' ? `à partir de ${from}` : `from ${from}`
  const to = timeInWords(end, language)
  return language === 'fr' ? `de ${from} à ${to}` : `from ${from} to ${to}`
}

/** The day that comes so many days after a day, or before it, as `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
