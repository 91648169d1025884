/**
 * Days in words.
 */
import type { Language } from '../../representation/negotiate.ts'

const options = { dateStyle: 'medium', timeZone: 'UTC' } as const

/** Made once: a page has a hundred days. */
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr', options),
  en: new Intl.DateTimeFormat('en', options),
}

/** What is written as a day (`2016-05-26`, with or without a time) as that day in words; anything else as it is. */
export function dayInWords(written: string, language: Language): string {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:$|[TZ+-])/.exec(written) ?? []
  if (day === undefined || Number.isNaN(Date.parse(day))) return written
  return formats[language].format(new Date(day))
}
