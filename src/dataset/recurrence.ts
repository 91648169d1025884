/**
 * When something that recurs takes place: RFC 5545 recurrence rules over wall-clock time.
 */
import { RRuleTemporal } from 'rrule-temporal'
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
