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
 * fn:replace (§5.6.4): `$1` … in the replacement are groups, `\$` and `\\` the characters.
 * @throws InvalidPattern, also for a pattern that matches the empty string (err:FORX0003)
 */
export function replace(text: string, pattern: string, replacement: string, flags: string): string {
  const compiled = compile(pattern, flags)
  if (compiled.matcher('').find()) throw new InvalidPattern(`The pattern ${pattern} matches the empty string.`)
  const literal = flags.includes('q')
  if (!literal && /\\(?![\\$])|\$(?!\d)|\\$/.test(replacement.replaceAll(/\\[\\$]/g, ''))) {
    throw new InvalidPattern(`The replacement ${replacement} has a $ or \\ that means nothing (err:FORX0004).`)
  }
  const written = literal ? RE2JS.quoteReplacement(replacement, true) : replacement
  return compiled.matcher(text).replaceAll(written, true)
}

const bits: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
  x: 0,
  q: 0,
}

const compiledBefore = new Map<string, RE2JS>()

function compile(pattern: string, flags: string): RE2JS {
  const key = `${flags}/${pattern}`
  const known = compiledBefore.get(key)
  if (known) return known
  if (/[^imsxq]/.test(flags)) throw new InvalidPattern(`${flags} are no flags of XPath: i, m, s, x and q are.`)
  // A query has few patterns, unless it makes them up row by row.
  if (compiledBefore.size > 1000) compiledBefore.clear()
  const compiled = compileNew(pattern, flags)
  compiledBefore.set(key, compiled)
  return compiled
}

function compileNew(pattern: string, flags: string): RE2JS {
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
