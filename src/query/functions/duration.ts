/**
 * xsd:duration and its two derived types that have an order: months and seconds (XML Schema 1.1 Part 2 §3.3.6, §3.4.26,
 * §3.4.27).
 */
import { outOfBounds } from './bounds.ts'
import { compareDecimals, type Decimal, parseDecimal, writeDecimal } from './decimal.ts'

export interface Duration {
  readonly kind: 'duration' | 'dayTimeDuration' | 'yearMonthDuration'
  readonly months: number
  readonly seconds: Decimal
}

const lexical = /^(-?)P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/**
 * The value of a lexical form, or `undefined` if it is none.
 * @throws RequestError `query-too-large` for more months or seconds than numbers are exact for
 */
export function parseDuration(kind: Duration['kind'], text: string): Duration | undefined {
  const match = lexical.exec(text)
  if (!match) return undefined
  if (kind === 'dayTimeDuration' && (match[2] || match[3])) return undefined
  if (kind === 'yearMonthDuration' && /[DT]/.test(text)) return undefined
  const [years, months, days, hours, minutes] = match.slice(2, 7).map((digits) => Number(digits ?? 0)) as number[]
  const inMonths = years! * 12 + months!
  const inSeconds = (days! * 24 + hours!) * 3600 + minutes! * 60
  const seconds = parseDecimal(match[7] ?? '0')
  if (!seconds) return undefined
  if (!Number.isSafeInteger(inMonths) || !Number.isSafeInteger(inSeconds)) {
    throw outOfBounds('The query reckons with a duration longer than 2^53 months or seconds.')
  }
  const unscaled = seconds.unscaled + BigInt(inSeconds) * 10n ** BigInt(seconds.scale)
  return match[1]
    ? { kind, months: 0 - inMonths, seconds: { unscaled: -unscaled, scale: seconds.scale } }
    : { kind, months: inMonths, seconds: { unscaled, scale: seconds.scale } }
}

/** By months, then by seconds: of two dayTimeDurations or two yearMonthDurations this is their order (§8.2 of XPath). */
export function compareDurations(a: Duration, b: Duration): number {
  return a.months - b.months || compareDecimals(a.seconds, b.seconds)
}

/** The canonical lexical form (§E.2). */
export function writeDuration({ kind, months, seconds }: Duration): string {
  const sign = months < 0 || seconds.unscaled < 0n ? '-' : ''
  const ofMonths = parts([
    [Math.floor(Math.abs(months) / 12), 'Y'],
    [Math.abs(months) % 12, 'M'],
  ])
  const unscaled = seconds.unscaled < 0n ? -seconds.unscaled : seconds.unscaled
  const minute = 60n * 10n ** BigInt(seconds.scale)
  const minutes = unscaled / minute
  const rest = writeDecimal({ unscaled: unscaled % minute, scale: seconds.scale })
  const ofTime = `${parts([
    [(minutes / 60n) % 24n, 'H'],
    [minutes % 60n, 'M'],
  ])}${rest === '0' ? '' : `${rest}S`}`
  const ofSeconds = `${parts([[minutes / 1440n, 'D']])}${ofTime && `T${ofTime}`}`
  const zero = kind === 'yearMonthDuration' ? '0M' : 'T0S'
  return `${sign}P${ofMonths}${ofSeconds}` === 'P' ? `P${zero}` : `${sign}P${ofMonths}${ofSeconds}`
}

function parts(counts: readonly (readonly [number | bigint, string])[]): string {
  return counts.map(([count, letter]) => (count ? `${count}${letter}` : '')).join('')
}

/** The offset of a timezone as a duration (fn:timezone-from-dateTime, XPath Functions and Operators §9.5.7). */
export function ofMinutes(minutes: number): Duration {
  return { kind: 'dayTimeDuration', months: 0, seconds: { unscaled: BigInt(minutes) * 60n, scale: 0 } }
}
