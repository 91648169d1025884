/**
 * Days in words.
 */
import type { Language } from '../../representation/negotiate.ts'

/** What is written as a day (`2016-05-26`, with or without a time) as that day in words; anything else as it is. */
export function dayInWords(written: string, language: Language): string {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:$|[TZ+-])/.exec(written) ?? []
  if (day === undefined || Number.isNaN(Date.parse(day))) return written
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
}
