/**
 * The lexical forms of xsd:dateTime, xsd:date and xsd:time (XML Schema 1.1 Part 2 §3.3.7 to §3.3.9).
 */
import { mostYearDigits, outOfBounds } from './bounds.ts'
import { type CalendarDate, dateOf, dayNumber, daysIn } from './calendar.ts'
import { type Temporal, widestZone } from './temporal.ts'

const secondsOfDay = 86_400

/** What xsd:time has for a date (§E.3.4): the same for all. */
const anyDate = { year: 1972, month: 12, day: 31 }

/**
 * The value of a lexical form, or `undefined` if it is none: also for the 30th of February.
 * @throws RequestError `query-too-large` for a year of too many digits
 */
export function parseTemporal(kind: Temporal['kind'], text: string): Temporal | undefined {
  const dateEnd = kind === 'time' ? 0 : endOfDate(text)
  if (dateEnd < 0) return undefined
  const date = kind === 'time' ? anyDate : parseDate(text, dateEnd)
  if (!date) return undefined
  if (kind === 'date') return ofParts(kind, date, undefined, text.slice(dateEnd))
  const timeStart = kind === 'time' ? 0 : dateEnd + 1
  if (kind === 'dateTime' && text.charCodeAt(dateEnd) !== 0x54 /* T */) return undefined
  const time = parseTime(text, timeStart)
  return time && ofParts(kind, date, time, text.slice(time.end))
}

interface ClockTime {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly fraction: string
  /** Where it ends in the text. */
  readonly end: number
}

/** The index behind `-MM-DD`, or -1; the year is as long as it is. */
function endOfDate(text: string): number {
  const yearEnd = text.indexOf('-', 1)
  return yearEnd < 0 ? -1 : yearEnd + 6
}

function parseDate(text: string, end: number): CalendarDate | undefined {
  const negative = text.charCodeAt(0) === 0x2d
  const start = negative ? 1 : 0
  const length = end - 6 - start
  if (length < 4 || (length > 4 && text.charCodeAt(start) === 0x30)) return undefined
  if (text.charCodeAt(end - 3) !== 0x2d) return undefined
  const year = digits(text, start, length)
  const month = digits(text, end - 5, 2)
  const day = digits(text, end - 2, 2)
  if (year < 0 || month < 1 || month > 12 || day < 1) return undefined
  const date = { year: negative ? 0 - year : year, month, day }
  return day <= daysIn(date.year, month) ? date : undefined
}

function parseTime(text: string, start: number): ClockTime | undefined {
  if (text.charCodeAt(start + 2) !== 0x3a || text.charCodeAt(start + 5) !== 0x3a) return undefined
  const hour = digits(text, start, 2)
  const minute = digits(text, start + 3, 2)
  const second = digits(text, start + 6, 2)
  let end = start + 8
  let fraction = ''
  if (text.charCodeAt(end) === 0x2e) {
    const point = end++
    while (isDigit(text.charCodeAt(end))) end++
    if (end === point + 1) return undefined
    let last = end
    while (text.charCodeAt(last - 1) === 0x30) last--
    fraction = text.slice(point + 1, last)
  }
  if (hour < 0 || minute < 0 || minute > 59 || second < 0 || second > 59) return undefined
  // 24:00:00 is the midnight that ends the day (§3.3.7.2).
  if (hour > 23 && (hour > 24 || minute > 0 || second > 0 || fraction)) return undefined
  return { hour, minute, second, fraction, end }
}

function ofParts(
  kind: Temporal['kind'],
  date: CalendarDate,
  time: ClockTime | undefined,
  zone: string,
): Temporal | undefined {
  const timezone = zone ? minutesFromUtc(zone) : undefined
  if (Number.isNaN(timezone)) return undefined
  if (Math.abs(date.year) >= 10 ** mostYearDigits) {
    throw outOfBounds(`The query reckons with a year of more than ${mostYearDigits} digits.`)
  }
  const endsDay = time?.hour === 24
  const days = dayNumber(date.year, date.month, date.day) + (endsDay && kind === 'dateTime' ? 1 : 0)
  const shown = endsDay ? dateOf(days) : date
  const ofDay = time && !endsDay ? time.hour * 3600 + time.minute * 60 + time.second : 0
  return {
    kind,
    year: kind === 'time' ? undefined : shown.year,
    month: kind === 'time' ? undefined : shown.month,
    day: kind === 'time' ? undefined : shown.day,
    hour: endsDay ? 0 : time?.hour,
    minute: time?.minute,
    second: time?.second,
    fraction: time ? time.fraction : '',
    timezone,
    zone,
    seconds: days * secondsOfDay + ofDay - (timezone ?? 0) * 60,
  }
}

/** The number of so many digits, or -1. */
function digits(text: string, start: number, count: number): number {
  let value = 0
  for (let index = start; index < start + count; index++) {
    const unit = text.charCodeAt(index)
    if (!isDigit(unit)) return -1
    value = value * 10 + unit - 0x30
  }
  return value
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** NaN for what is no timezone. */
function minutesFromUtc(zone: string): number {
  if (zone === 'Z') return 0
  const sign = zone.charCodeAt(0)
  const hours = digits(zone, 1, 2)
  const minutes = digits(zone, 4, 2)
  const isZone = zone.length === 6 && zone.charCodeAt(3) === 0x3a && (sign === 0x2b || sign === 0x2d)
  if (!isZone || hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > widestZone) return Number.NaN
  return sign === 0x2d ? 0 - (hours * 60 + minutes) : hours * 60 + minutes
}
