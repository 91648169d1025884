/**
 * xsd:dateTime, xsd:date and xsd:time: the parts that were written and the moment they name (XML Schema 1.1 Part 2 §3.3.7
 * to §3.3.9, §D.2).
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

const date = String.raw`(-?(?:[1-9]\d{3,}|0\d{3}))-(\d\d)-(\d\d)`
const time = String.raw`(\d\d):(\d\d):(\d\d)(?:\.(\d+))?`
const zone = String.raw`(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?`

const lexical = {
  dateTime: new RegExp(`^${date}T${time}${zone}$`),
  date: new RegExp(`^${date}()()()()${zone}$`),
  time: new RegExp(`^()()()${time}${zone}$`),
}

/** Years beyond are no values here (§5.4 lets a processor have bounds); so all seconds are exact. */
const mostYears = 100_000_000

const secondsOfDay = 86_400

/** The value of a lexical form, or `undefined` if it is none: also for the 30th of February. */
export function parseTemporal(kind: Temporal['kind'], text: string): Temporal | undefined {
  const match = lexical[kind].exec(text)
  if (!match) return undefined
  // xsd:time is on a day that is the same for all (§E.3.4 has 1972-12-31).
  const year = match[1] ? Number(match[1]) : 1972
  const month = match[2] ? Number(match[2]) : 12
  const day = match[3] ? Number(match[3]) : 31
  const hour = Number(match[4])
  const minute = Number(match[5])
  const second = Number(match[6])
  const fraction = (match[7] ?? '').replace(/0+$/, '')
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || Math.abs(year) > mostYears) return undefined
  // 24:00:00 is the midnight that ends the day (§3.3.7.2).
  const endsDay = hour === 24 && minute === 0 && second === 0 && !fraction
  if (minute > 59 || second > 59 || (hour > 23 && !endsDay)) return undefined
  const days = dayNumber(year, month, day) + (endsDay && kind === 'dateTime' ? 1 : 0)
  const timezone = minutesFromUtc(match[8])
  const ofDay = endsDay ? 0 : hour * 3600 + minute * 60 + second
  return {
    kind,
    ...(kind === 'time' ? noDate : endsDay ? dateOf(days) : { year, month, day }),
    ...(kind === 'date' ? noTime : { hour: endsDay ? 0 : hour, minute, second }),
    fraction,
    timezone,
    zone: match[8] ?? '',
    seconds: days * secondsOfDay + ofDay - (timezone ?? 0) * 60,
  }
}

const noDate = { year: undefined, month: undefined, day: undefined }
const noTime = { hour: undefined, minute: undefined, second: undefined }

/** op:dateTime-less-than, op:dateTime-equal and those of dates and times in one, by the sign of the result. */
export function compareTemporal(a: Temporal, b: Temporal): number {
  return a.seconds - b.seconds || (a.fraction < b.fraction ? -1 : a.fraction > b.fraction ? 1 : 0)
}

/** No timezone is more than 14 hours from UTC. */
const widestZone = 14 * 3600

/**
 * Whether two are the same value (§D.2.1): one with a timezone and one without are not known to be, nor known not to be
 * while they are not further apart than any timezone reaches.
 */
export function sameMoment(a: Temporal, b: Temporal): boolean | undefined {
  if ((a.timezone === undefined) === (b.timezone === undefined)) return compareTemporal(a, b) === 0
  return Math.abs(a.seconds - b.seconds) > widestZone ? false : undefined
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

function minutesFromUtc(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (written === 'Z') return 0
  const minutes = Number(written.slice(1, 3)) * 60 + Number(written.slice(4))
  return written.startsWith('-') ? 0 - minutes : minutes
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const daysOf400Years = 146_097
/** Days before each month in a year that begins in March, so that the leap day is its last. */
const daysBefore = (month: number) => Math.floor((153 * ((month + 9) % 12) + 2) / 5)

/** Days since 0000-03-01 in the Gregorian calendar, which is reckoned backwards without end. */
function dayNumber(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1
  const cycle = Math.floor(fromMarch / 400)
  const inCycle = fromMarch - cycle * 400
  const leapDays = Math.floor(inCycle / 4) - Math.floor(inCycle / 100)
  return cycle * daysOf400Years + inCycle * 365 + leapDays + daysBefore(month) + day - 1
}

/** The date of a day number. */
function dateOf(days: number): { year: number; month: number; day: number } {
  // A year that is never too late, and at most two too early.
  let year = Math.floor((days * 400) / daysOf400Years) - 1
  while (dayNumber(year + 1, 1, 1) <= days) year++
  let month = 1
  while (month < 12 && dayNumber(year, month + 1, 1) <= days) month++
  return { year, month, day: days - dayNumber(year, month, 1) + 1 }
}
