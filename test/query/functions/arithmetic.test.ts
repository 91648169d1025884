/**
 * Exact numbers against BigInt, floats against JavaScript's own, on numbers drawn at random.
 */
import { describe, expect, test } from 'vitest'
import { Random } from '../../fuzz/random.ts'
import { call, int, typed } from './terms.ts'

const cases = Array.from({ length: 2000 }, (_, index) => new Random(7, index))

/** A whole number of up to 40 digits, often where numbers stop to be exact. */
function drawInteger(random: Random): bigint {
  if (random.chance(0.3)) return 2n ** 53n + BigInt(random.int(-3, 3))
  const digits = Array.from({ length: random.int(1, 40) }, () => random.int(0, 9)).join('')
  return random.chance(0.5) ? BigInt(digits) : -BigInt(digits)
}

/** A decimal of up to 6 digits behind the point, and its value in millionths. */
function drawDecimal(random: Random): { lexical: string; millionths: bigint } {
  const whole = random.int(0, 1_000_000)
  const places = random.int(0, 6)
  const fraction = String(random.int(0, 10 ** places - 1)).padStart(places, '0')
  const sign = random.chance(0.5) ? '-' : ''
  const size = BigInt(whole) * 1_000_000n + BigInt(places ? fraction.padEnd(6, '0') : 0)
  return { lexical: `${sign}${whole}.${places ? fraction : '0'}`, millionths: sign ? -size : size }
}

/** The canonical lexical form of a number of units of 10 to the power of minus `scale`. */
function lexicalOf(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`.replace(/\.?0+$/, '')
  return units < 0n ? `-${text}` : text
}

describe('integers', () => {
  test('are exact, whatever their size', () => {
    for (const random of cases) {
      const [a, b] = [drawInteger(random), drawInteger(random)]
      expect(call('+', int(a), int(b))!.value).toBe(String(a + b))
      expect(call('-', int(a), int(b))!.value).toBe(String(a - b))
      expect(call('*', int(a), int(b))!.value).toBe(String(a * b))
      expect(call('<', int(a), int(b))!.value).toBe(String(a < b))
      expect(call('=', int(a), int(b))!.value).toBe(String(a === b))
      expect(call('u-', int(a))!.value).toBe(String(-a))
    }
  })
})

describe('decimals', () => {
  test('are exact', () => {
    for (const random of cases) {
      const [a, b] = [drawDecimal(random), drawDecimal(random)]
      const [left, right] = [typed(a.lexical, 'decimal'), typed(b.lexical, 'decimal')]
      expect(call('+', left, right)!.value).toBe(lexicalOf(a.millionths + b.millionths, 6))
      expect(call('-', left, right)!.value).toBe(lexicalOf(a.millionths - b.millionths, 6))
      expect(call('*', left, right)!.value).toBe(lexicalOf(a.millionths * b.millionths, 12))
      expect(call('<', left, right)!.value).toBe(String(a.millionths < b.millionths))
      if (b.millionths === 0n) expect(call('/', left, right)).toBeUndefined()
      else expect(call('/', left, right)!.value).toBe(lexicalOf((a.millionths * 10n ** 18n) / b.millionths, 18))
    }
  })

  test('are rounded exactly', () => {
    const million = 1_000_000n
    const floor = (value: bigint) => (value - (((value % million) + million) % million)) / million
    for (const random of cases) {
      const { lexical, millionths } = drawDecimal(random)
      const number = typed(lexical, 'decimal')
      expect(call('floor', number)!.value).toBe(String(floor(millionths)))
      expect(call('ceil', number)!.value).toBe(String(-floor(-millionths)))
      expect(call('round', number)!.value).toBe(String(floor(millionths + million / 2n)))
      expect(call('abs', number)!.value).toBe(lexicalOf(millionths < 0n ? -millionths : millionths, 6))
    }
  })

  test('that are too small for thousands of digits are 0', () => {
    let small = typed(`0.${'0'.repeat(3000)}1`, 'decimal')
    small = call('*', small, small) as typeof small
    expect(small.value).toBe('0')
  })
})

describe('floats', () => {
  test('are those of IEEE 754', () => {
    for (const random of cases) {
      const [a, b] = [drawDecimal(random), drawDecimal(random)].map(({ lexical }) => Number(lexical) / 3)
      const [left, right] = [typed(String(a), 'double'), typed(String(b), 'double')]
      expect(Number(call('+', left, right)!.value)).toBe(a! + b!)
      expect(Number(call('*', left, right)!.value)).toBe(a! * b!)
      const [near, far] = [typed(String(a), 'float'), typed(String(b), 'float')]
      const single = Math.fround(Math.fround(a!) * Math.fround(b!))
      expect(Math.fround(Number(call('*', near, far)!.value))).toBe(single)
      expect(call('*', near, far)!.value.length).toBeLessThan(16)
    }
  })
})
