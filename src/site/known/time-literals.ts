/**
 * Literals that say when or how long, in words.
 */
import type { Literal } from '../../rdf/environment.ts'
import { xsd } from '../../rdf/namespaces.ts'
import { dayInWords, monthInWords, timeInWords } from '../../representation/days.ts'
import type { Language } from '../../representation/negotiate.ts'
import { durationInWords } from '../moments.ts'

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
