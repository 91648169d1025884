/**
 * The Gregorian calendar, reckoned backwards without end (XML Schema 1.1 Part 2 §D.2.1).
 */

export interface CalendarDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const daysOf400Years = 146_097
/** Days before each month in a year that begins in March, so that the leap day is its last. */
const daysBefore = (month: number) => Math.floor((153 * ((month + 9) % 12) + 2) / 5)

/** Days since 0000-03-01. */
export function dayNumber(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1
  const cycle = Math.floor(fromMarch / 400)
  const inCycle = fromMarch - cycle * 400
  const leapDays = Math.floor(inCycle / 4) - Math.floor(inCycle / 100)
  return cycle * daysOf400Years + inCycle * 365 + leapDays + daysBefore(month) + day - 1
}

/** The date of a day number. */
export function dateOf(days: number): CalendarDate {
  // A year that is never too late, and at most two too early.
  let year = Math.floor((days * 400) / daysOf400Years) - 1
  while (dayNumber(year + 1, 1, 1) <= days) year++
  let month = 1
  while (month < 12 && dayNumber(year, month + 1, 1) <= days) month++
  return { year, month, day: days - dayNumber(year, month, 1) + 1 }
}
