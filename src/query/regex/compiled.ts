/**
 * Compiled patterns, kept for the rows to come.
 */
import { RE2JS } from 're2js'
import { InvalidPattern } from './invalid-pattern.ts'
import { tooLarge } from './limits.ts'
import type { Lines } from './lines.ts'
import { translate } from './translate.ts'

/** UTF-16 units of all translated patterns together; compiled, one is about a hundred times its text. */
const mostKept = 200_000

const kept = new Map<string, RE2JS>()
let unitsKept = 0

/** @throws InvalidPattern, RequestError `query-refused` for a back-reference, `query-too-large` */
export function compile(pattern: string, flags: string, lines: Lines, captures: boolean): RE2JS {
  const key = [captures, lines.lineEnd, flags, pattern].join('/')
  const before = kept.get(key)
  if (before) return before
  if (/[^imsxq]/.test(flags)) throw new InvalidPattern(`${flags} are no flags of XPath: i, m, s, x and q are.`)
  const source = translate(pattern, { ...lines, captures, flags })
  const compiled = compileTranslated(source)
  unitsKept += key.length + source.length
  // A query has few patterns, unless it makes them up row by row.
  if (unitsKept > mostKept) {
    kept.clear()
    unitsKept = key.length + source.length
  }
  kept.set(key, compiled)
  return compiled
}

/** What is translated is valid; it may still be more than RE2 takes. */
function compileTranslated(source: string): RE2JS {
  try {
    return RE2JS.compile(source)
  } catch (error) {
    throw tooLarge(`is more than RE2 takes (${(error as Error).message.slice(0, 100)})`)
  }
}
