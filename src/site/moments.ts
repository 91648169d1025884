/**
 * Days and times of day, as the data writes them (XML Schema) and as people read them.
 */

/** What a date or a date and time says, in the place where it holds. */
export interface Moment {
  /** As `YYYY-MM-DD`. */
  readonly day: string
  /** As `HH:MM`; a date alone has none. */
  readonly time?: string
}

/** @returns undefined for what is no xsd:date or xsd:dateTime */
export function momentOf(lexical: string): Moment | undefined {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d):\d\d)?/.exec(lexical) ?? []
  if (day === undefined || Number.isNaN(Date.parse(day))) return undefined
  return time === undefined ? { day } : { day, time }
}

/** Minutes since midnight. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}

/** `PT1H20M` is 1 h 20 min; undefined for what is no duration of hours and minutes (XML Schema Part 2, §3.3.6). */
export function durationInWords(lexical: string): string | undefined {
  const [, hours, minutes] = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:0+S)?$/.exec(lexical) ?? []
  if (hours === undefined && minutes === undefined) return undefined
  return [hours && `${hours}\u00a0h`, minutes && `${minutes}\u00a0min`].filter(Boolean).join(' ')
}
