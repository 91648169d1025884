/**
 * When something that recurs takes place: RFC 5545 recurrence rules over wall-clock time.
 */
import { RRuleTemporal } from 'rrule-temporal'
import { toText } from 'rrule-temporal/totext'
import { Temporal } from 'temporal-polyfill'

export interface Recurrence {
  /** RFC 5545 §3.3.10, without `RRULE:`. */
  readonly rule: string
  /** Where the wall clock hangs (IANA time zone). */
  readonly timeZone: string
  /** xsd:time of the start, where one is stated. */
  readonly startTime?: string
}

/** A point in time as XML Schema writes it: a dateTime with its offset, or a date where no time is stated. */
export interface Occurrence {
  readonly value: string
  readonly datatype: 'dateTime' | 'date'
}

/**
 * The first occurrences after a day, that day not included.
 * @param after `YYYY-MM-DD`
 * @throws Error when the rule is not one of RFC 5545
 */
export function occurrencesAfter(recurrence: Recurrence, after: string, count: number): Occurrence[] {
  const { rule, timeZone, startTime } = recurrence
  const start = Temporal.PlainDate.from(after).add({ days: 1 })
  const dtstart = start.toZonedDateTime({ timeZone, plainTime: startTime ?? '00:00' })
  const dates = new RRuleTemporal({ rruleString: rule, dtstart: dtstart as never }).all((_, index) => index < count)
  return dates.map((date) =>
    startTime
      ? { value: date.toString({ timeZoneName: 'never', smallestUnit: 'second' }), datatype: 'dateTime' }
      : { value: date.toPlainDate().toString(), datatype: 'date' },
  )
}

/** The days of the week as rules write them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** The days of the week that a rule names, in their order; none where it goes by other days. */
export function weekdaysOf(rule: string): readonly Weekday[] {
  const { FREQ: frequency, BYDAY: byDay } = partsOf(rule)
  if (byDay === undefined) return frequency === 'DAILY' ? weekdays : []
  const named = byDay.split(',').map((day) => day.slice(-2))
  return weekdays.filter((day) => named.includes(day))
}

/** A rule in words; one that cannot be read stays as it is. */
export function ruleInWords(rule: string, language: string): string {
  try {
    const text = toText(new RRuleTemporal({ rruleString: rule, dtstart: startOf('2000-01-01') as never }), language)
    return (language === 'fr' && daysOfMonth(rule)) || text
  } catch {
    return rule
  }
}

/** `le 11 de chaque mois`, as nobody says « le 11e jour »; nothing for a rule that says more, or counts from the end. */
function daysOfMonth(rule: string): string | undefined {
  const { FREQ: frequency, BYMONTHDAY: byMonthDay, INTERVAL: interval = '1', ...more } = partsOf(rule)
  if (frequency !== 'MONTHLY' || interval !== '1' || Object.keys(more).length) return undefined
  if (byMonthDay === undefined || !/^\d+(,\d+)*$/.test(byMonthDay)) return undefined
  const days = byMonthDay.split(',').map((day) => (Number(day) === 1 ? 'le 1er' : `le ${Number(day)}`))
  return `${new Intl.ListFormat('fr').format(days)} de chaque mois`
}

/**
 * The first days after a day, that day not included, on which something takes place: wherever that is, as it is told by the
 * calendar there. None where that does not follow from the rule.
 * @param after `YYYY-MM-DD`
 */
export function daysAfter(rule: string, after: string, count: number): readonly string[] {
  if (!saysWhen(rule)) return []
  try {
    return occurrencesAfter({ rule, timeZone: 'UTC' }, after, count).map(({ value }) => value)
  } catch {
    return []
  }
}

/** All days from a day on, that day included, to another. As above. */
export function daysWithin(rule: string, first: string, last: string): readonly string[] {
  if (!saysWhen(rule)) return []
  try {
    const days = new RRuleTemporal({ rruleString: rule, dtstart: startOf(first) as never })
    const end = startOf(last).epochMilliseconds
    return days.all(({ epochMilliseconds }) => epochMilliseconds <= end).map((date) => date.toPlainDate().toString())
  } catch {
    return []
  }
}

/**
 * Whether the days follow from the rule alone: what it leaves open is known from its start (RFC 5545 §3.3.10), which our
 * schedules do not state.
 */
export function saysWhen(rule: string): boolean {
  const {
    FREQ: frequency,
    BYDAY: byDay,
    BYMONTHDAY: byMonthDay,
    COUNT: count,
    INTERVAL: interval = '1',
  } = partsOf(rule)
  if (count !== undefined || interval !== '1') return false
  return frequency === 'DAILY' || byDay !== undefined || (byMonthDay !== undefined && frequency !== 'WEEKLY')
}

function partsOf(rule: string): Readonly<Partial<Record<string, string>>> {
  return Object.fromEntries(rule.split(';').map((part) => part.split('=')))
}

function startOf(day: string): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'UTC' })
}
