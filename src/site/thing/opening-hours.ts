/**
 * Opening hours (https://schema.org/openingHours) in words.
 */
import { type Weekday, weekdays } from '../../dataset/recurrence.ts'
import { timesInWords, weekdayName } from '../../representation/days.ts'
import type { Language } from '../../representation/negotiate.ts'

const form = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))*)(?:\s+(\d\d:\d\d)-(\d\d:\d\d))?$/

/** @param text `Mo-Fr 09:00-18:00`; what is written in another way stays as it is */
export function openingHoursInWords(text: string, language: Language): string {
  const [, days, start, end] = form.exec(text) ?? []
  if (days === undefined) return text
  const name = (day: string) => weekdayName(weekdays.indexOf(day.toUpperCase() as Weekday), language)
  const told = days.split(',').map((range) => {
    const [first, last] = range.split('-').map(name)
    if (last === undefined) return first
    return language === 'fr' ? `du ${first} au ${last}` : `${first} to ${last}`
  })
  return [told.join(', '), timesInWords(start, end, language)].filter(Boolean).join(', ')
}
