/**
 * Days, days of the week and hours in words: on every page in one form a language. English is that of Europe, which has the
 * day before the month.
 */
import type { Language } from './negotiate.ts'

const locales: Readonly<Record<Language, string>> = { fr: 'fr', en: 'en-GB' }

const short = formats({ dateStyle: 'medium' })
const long = formats({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const weekday = formats({ weekday: 'long' })
const month = formats({ month: 'long', year: 'numeric' })

/** Made once: a page has a hundred days. */
function formats(options: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> {
  const format = (language: Language) => new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' })
  return { fr: format('fr'), en: format('en') }
}

/**
 * `26 mai 2016`, `26 May 2016`
 * @param written `2016-05-26`, with or without a time; anything else is shown as it is
 */
export function dayInWords(written: string, language: Language): string {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:$|[TZ+-])/.exec(written) ?? []
  return (day === undefined ? undefined : formatted(day, short, language)) ?? written
}

/** `jeudi 26 mai 2016` @param day `YYYY-MM-DD`; what is no day is shown as it is */
export function weekdayAndDay(day: string, language: Language): string {
  return (/^\d{4}-\d\d-\d\d$/.test(day) ? formatted(day, long, language) : undefined) ?? day
}

/** `novembre 2014` @param written `2014-11`; anything else is shown as it is */
export function monthInWords(written: string, language: Language): string {
  return (/^\d{4}-\d\d$/.test(written) ? formatted(written, month, language) : undefined) ?? written
}

function formatted(day: string, format: typeof short, language: Language): string | undefined {
  const date = Date.parse(day)
  if (Number.isNaN(date)) return undefined
  const text = format[language].format(date)
  return language === 'fr' ? text.replace(/(^| )1 /, '$11er ') : text
}

/** `mardi`, from the days of the week as recurrence rules write them. */
export function weekdayName(index: number, language: Language): string {
  // The first of January 2024 was a Monday.
  return weekday[language].format(Date.UTC(2024, 0, 1 + index))
}

/** @param time `HH:MM`, with or without seconds @returns `9 h`, `9 h 30`; `09:00`, `09:30` */
export function timeInWords(time: string, language: Language): string {
  const [hour = '', minute = ''] = time.split(':')
  if (language === 'en') return `${hour}:${minute}`
  return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`
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
