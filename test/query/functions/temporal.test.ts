/**
 * Dates and times against JavaScript's own calendar and against the patterns of XML Schema.
 */
import { describe, expect, test } from 'vitest'
import { parseTemporal } from '../../../src/query/functions/parse-temporal.ts'
import { writeTemporal } from '../../../src/query/functions/temporal.ts'
import { Random } from '../../fuzz/random.ts'

const cases = Array.from({ length: 3000 }, (_, index) => new Random(11, index))

const isoOf = (milliseconds: number) =>
  new Date(milliseconds).toISOString().replace(/^([+-])0*(?=\d{4})/, (_, sign) => (sign === '-' ? '-' : ''))

const epoch = parseTemporal('dateTime', '1970-01-01T00:00:00Z')!.seconds

test('moments are those of JavaScript', () => {
  for (const random of cases) {
    const milliseconds = random.int(-8_640_000_000, 8_640_000_000) * 1_000_000 + random.int(0, 999_999)
    const value = parseTemporal('dateTime', isoOf(milliseconds))!
    expect(value.seconds - epoch + Number(`0.${value.fraction || 0}`)).toBeCloseTo(milliseconds / 1000, 3)
    expect(parseTemporal('dateTime', writeTemporal(value))).toEqual(value)
  }
})

test('24:00:00 is the midnight after', () => {
  for (const random of cases) {
    const day = isoOf(random.int(-100_000_000, 100_000_000) * 86_400_000)
    const next = isoOf(Date.UTC(1970, 0, 1) + (parseTemporal('dateTime', day)!.seconds - epoch + 86_400) * 1000)
    const midnight = parseTemporal('dateTime', day.replace('T00:00:00.000', 'T24:00:00'))!
    expect(writeTemporal(midnight)).toBe(next.replace('.000', ''))
  }
})

/** The lexical spaces (XML Schema 1.1 Part 2 §3.3.7.2 to §3.3.9.2), without how many days a month has. */
const date = String.raw`-?(?:[1-9]\d{3,7}|0\d{3})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`
const time = String.raw`(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)`
const zone = String.raw`(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?`
const patterns = {
  dateTime: new RegExp(`^${date}T${time}${zone}$`),
  date: new RegExp(`^${date}${zone}$`),
  time: new RegExp(`^${time}${zone}$`),
}

describe.each([
  ['dateTime', ['2024-01-28T13:30:15.250+05:30', '-12024-12-01T24:00:00.0Z', '0000-10-20T00:00:00']],
  ['date', ['2024-01-28-14:00', '-0044-03-15', '12024-01-01Z']],
  ['time', ['13:30:15.250+05:30', '24:00:00', '00:00:00Z']],
] as const)('%s', (kind, seeds) => {
  test('has values for its lexical forms and for no other text', () => {
    for (const random of cases) {
      const letters = [...random.pick(seeds)]
      for (let change = random.int(0, 2); change > 0; change--) {
        letters.splice(random.int(0, letters.length), random.int(0, 1), random.pick([...'0123459-+:.TZ ']))
      }
      const text = letters.join('')
      const day = Number(/^-?\d+-\d\d-(\d\d)/.exec(text)?.[1] ?? 1)
      if (day > 28) continue
      expect(parseTemporal(kind, text) !== undefined, text).toBe(patterns[kind].test(text))
    }
  })
})
