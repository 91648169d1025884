/**
 * Patterns of strangers in time linear in the text: XPath's regular expressions (XPath Functions and Operators §5.6) by
 * RE2, which has no backtracking and so no back-references either.
 */
import { RE2JS } from 're2js'
import { RequestError } from '../errors.ts'

/** A pattern, flag or replacement that is not valid: an error of the row that holds it, not of the query. */
export class InvalidPattern extends Error {}

/** fn:matches (§5.6.3). @throws InvalidPattern, RequestError `query-refused` for a back-reference */
export function matches(text: string, pattern: string, flags: string): boolean {
  return compile(pattern, flags).matcher(text).find()
}

/**
 * fn:replace (§5.6.4). `check` is told how long the result will be at least, before it is made.
 * @throws InvalidPattern, also for a pattern that matches the empty string (err:FORX0003), and what `check` throws
 */
export function replace(
  text: string,
  pattern: string,
  replacement: string,
  flags: string,
  check: (units: number) => void = () => {},
): string {
  const compiled = compile(pattern, flags)
  if (compiled.matcher('').find()) throw new InvalidPattern(`The pattern ${pattern} matches the empty string.`)
  const parts = flags.includes('q') ? [replacement] : partsOf(replacement, compiled.groupCount())
  let made = 0
  return compiled.matcher(text).replaceAll((...groups: (string | undefined)[]) => {
    const texts = parts.map((part) => (typeof part === 'number' ? (groups[part] ?? '') : part))
    made += texts.reduce((sum, { length }) => sum + length, 0)
    check(made)
    return texts.join('')
  })
}

/** A replacement as texts and numbers of groups: `$1` … are groups, `\$` and `\\` the characters. */
function partsOf(replacement: string, groupCount: number): (string | number)[] {
  const parts: (string | number)[] = []
  for (const [part, escaped, digits] of replacement.matchAll(/\\([\\$])|\$(\d+)|[\\$]|[^\\$]+/g)) {
    if (escaped) parts.push(escaped)
    else if (digits) parts.push(...groupOf(digits, groupCount))
    else if (part === '$' || part === '\\') {
      throw new InvalidPattern(`The replacement ${replacement} has a $ or \\ that means nothing (err:FORX0004).`)
    } else parts.push(part)
  }
  return parts
}

/** As many digits as there are groups, the rest is text; `$9` of a pattern with less groups is nothing. */
function groupOf(digits: string, groupCount: number): (string | number)[] {
  let length = digits.length
  while (length > 1 && Number(digits.slice(0, length)) > groupCount) length--
  const group = Number(digits.slice(0, length))
  return group > groupCount ? [digits.slice(length)] : [group, digits.slice(length)]
}

const bits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
  x: 0,
  q: 0,
}

/** A compiled pattern is about a hundred times its text. */
const longestPattern = 10_000
const mostCompiled = 100_000

const compiledBefore = new Map<string, RE2JS>()
let unitsCompiled = 0

function compile(pattern: string, flags: string): RE2JS {
  const key = `${flags}/${pattern}`
  const known = compiledBefore.get(key)
  if (known) return known
  if (/[^imsxq]/.test(flags)) throw new InvalidPattern(`${flags} are no flags of XPath: i, m, s, x and q are.`)
  const compiled = compileNew(pattern, flags)
  unitsCompiled += key.length
  // A query has few patterns, unless it makes them up row by row.
  if (unitsCompiled > mostCompiled) {
    compiledBefore.clear()
    unitsCompiled = key.length
  }
  compiledBefore.set(key, compiled)
  return compiled
}

function compileNew(pattern: string, flags: string): RE2JS {
  if (pattern.length > longestPattern) {
    throw new RequestError('query-too-large', `A pattern has more than ${longestPattern} characters. Ask for less.`)
  }
  const source = flags.includes('q') ? RE2JS.quote(pattern) : flags.includes('x') ? withoutSpace(pattern) : pattern
  const sum = [...new Set(flags)].reduce((all, flag) => all | bits[flag]!, 0)
  if (!flags.includes('q') && hasBackReference(source)) {
    throw new RequestError(
      'query-refused',
      `The pattern ${pattern} refers back to a group, which no linear-time engine does.`,
    )
  }
  try {
    return RE2JS.compile(source, sum)
  } catch (error) {
    throw new InvalidPattern((error as Error).message)
  }
}

/** `\1` outside of a character class. */
function hasBackReference(pattern: string): boolean {
  return /\\[1-9]/.test(pattern.replaceAll(/\\\\/g, '').replaceAll(/\[(?:\\.|[^\]\\])*\]/g, ''))
}

/** Flag x: white space outside of character classes means nothing (§5.6.2). */
function withoutSpace(pattern: string): string {
  return pattern.replaceAll(/(\[(?:\\.|[^\]\\])*\])|[\t\n\r ]/g, (_, characterClass = '') => characterClass)
}
