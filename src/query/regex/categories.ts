/**
 * Unicode's general categories as sets of code points, read from the regular expressions of the JavaScript engine.
 */
import type { CodePoints } from './code-points.ts'

/** IsCategory of XML Schema 1.1 Part 2 §G.4.2.2: all but Cs, since no surrogate is a character. */
const names = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/

const known = new Map<string, CodePoints>()

/** @returns undefined where there is no such category */
export function category(name: string): CodePoints | undefined {
  return names.test(name) ? categories(name) : undefined
}

/** What is in any of these categories. */
export function categories(...named: readonly string[]): CodePoints {
  const key = named.map((name) => `\\p{${name}}`).join('')
  let found = known.get(key)
  if (!found) {
    found = scan(new RegExp(`[${key}]+`, 'gu'))
    known.set(key, found)
  }
  return found
}

const chunk = 0x800

/** Each chunk of code points is made a text, in which runs of the class are looked for. */
function scan(runs: RegExp): CodePoints {
  const found: number[] = []
  for (let first = 0; first < 0x110000; first += chunk) {
    // In a text, a high and a low surrogate side by side would be another character.
    if (first === 0xd800) continue
    const units = first > 0xffff ? 2 : 1
    for (const { 0: run, index } of textOf(first).matchAll(runs)) {
      const start = first + index / units
      const end = start + run.length / units
      if (found.at(-1) === start) found[found.length - 1] = end
      else found.push(start, end)
    }
  }
  return found
}

function textOf(first: number): string {
  const units = new Uint16Array(first > 0xffff ? 2 * chunk : chunk)
  for (let index = 0; index < chunk; index++) {
    const codePoint = first + index
    if (codePoint <= 0xffff) units[index] = codePoint
    else {
      units[2 * index] = 0xd7c0 + (codePoint >> 10)
      units[2 * index + 1] = 0xdc00 | (codePoint & 0x3ff)
    }
  }
  return Buffer.from(units.buffer).toString('utf16le')
}
