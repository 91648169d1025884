/**
 * Values of xsd:dateTime, xsd:date and xsd:time: the parts that were written and the moment they name (XML Schema 1.1
 * Part 2 §3.3.7 to §3.3.9, §D.2).
 */
export interface Temporal {
  readonly kind: 'dateTime' | 'date' | 'time'
  /** No year, month and day for xsd:time; no hour, minute and second for xsd:date. */
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
  readonly hour: number | undefined
  readonly minute: number | undefined
  readonly second: number | undefined
  /** The digits of the second behind the point, without zeros at the end. */
  readonly fraction: string
  /** Minutes from UTC; `undefined` where none is written. */
  readonly timezone: number | undefined
  /** `Z`, `+01:00` … as it is written, or nothing. */
  readonly zone: string
  /** Whole seconds on the time line, in UTC where no timezone is written (the implicit timezone of XPath §C.2). */
  readonly seconds: number
}

/** op:dateTime-less-than, op:dateTime-equal and those of dates and times in one, by the sign of the result. */
export function compareTemporal(a: Temporal, b: Temporal): number {
  return a.seconds - b.seconds || (a.fraction < b.fraction ? -1 : a.fraction > b.fraction ? 1 : 0)
}

/** No timezone is more minutes from UTC. */
export const widestZone = 14 * 60

/**
 * Whether two are the same value (§D.2.1): one with a timezone and one without are not known to be, nor known not to be
 * while they are not further apart than any timezone reaches.
 */
export function sameMoment(a: Temporal, b: Temporal): boolean | undefined {
  if ((a.timezone === undefined) === (b.timezone === undefined)) return compareTemporal(a, b) === 0
  return Math.abs(a.seconds - b.seconds) > widestZone * 60 ? false : undefined
}

/** The lexical form of a value (§E.3.6), with the timezone that it has. */
export function writeTemporal(value: Temporal): string {
  return value.kind === 'date'
    ? `${writeDate(value)}${value.zone}`
    : value.kind === 'time'
      ? `${writeTime(value)}${value.zone}`
      : `${writeDate(value)}T${writeTime(value)}${value.zone}`
}

export function writeDate({ year = 0, month, day }: Temporal): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

export function writeTime({ hour, minute, second, fraction }: Temporal): string {
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}${fraction ? `.${fraction}` : ''}`
}

function twoDigits(number = 0): string {
  return String(number).padStart(2, '0')
}
