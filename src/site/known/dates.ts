/**
 * Days, months and moments in words.
 */
import type { Literal } from '../../rdf/environment.ts'
import { xsd } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import { timeInWords } from '../days.ts'
import { durationInWords } from '../moments.ts'

const options = { dateStyle: 'medium', timeZone: 'UTC' } as const

/** Made once: a page has a hundred days. */
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr', options),
  en: new Intl.DateTimeFormat('en', options),
}

const monthOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const

const monthFormats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr', monthOptions),
  en: new Intl.DateTimeFormat('en', monthOptions),
}

/** What is written as a day (`2016-05-26`, with or without a time) as that day in words; anything else as it is. */
export function dayInWords(written: string, language: Language): string {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:$|[TZ+-])/.exec(written) ?? []
  if (day === undefined || Number.isNaN(Date.parse(day))) return written
  return formats[language].format(new Date(day))
}

/**
 * A literal that says when or how long (XML Schema Part 2 §3.3.6 to §3.3.10), in words.
 * @returns undefined for any other; what is not written as its datatype wants is as it is
 */
export function timeLiteralInWords({ value, datatype }: Literal, language: Language): string | undefined {
  if (datatype.equals(xsd.date)) return dayInWords(value, language)
  if (datatype.equals(xsd.dateTime)) return momentInWords(value, language)
  if (datatype.equals(xsd.gYearMonth)) return monthInWords(value, language)
  if (datatype.equals(xsd.duration)) return durationInWords(value) ?? value
  return undefined
}

/** The day and the time on the clock where the stated offset holds: `26 mai 2016 à 12 h 30`. */
function momentInWords(written: string, language: Language): string {
  const [, time, zone] = /^[^T]*T(\d\d:\d\d):\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(written) ?? []
  const day = dayInWords(written, language)
  if (time === undefined || day === written) return written
  const clock = timeInWords(time, language).replaceAll(' ', '\u00a0') + (zone === 'Z' ? ' UTC' : '')
  return language === 'fr' ? `${day} à ${clock}` : `${day}, ${clock}`
}

function monthInWords(written: string, language: Language): string {
  if (!/^\d{4}-\d\d$/.test(written) || Number.isNaN(Date.parse(written))) return written
  return monthFormats[language].format(new Date(written))
}
