/**
 * Patterns of strangers in time linear in the text: XPath's regular expressions (XPath Functions and Operators 3.1
 * §5.6) by RE2, which has no backtracking and so no back-references either.
 */
import { compile } from './compiled.ts'
import { InvalidPattern } from './invalid-pattern.ts'
import { linesOf } from './lines.ts'
import { partsOf } from './replacement.ts'

export { InvalidPattern }

/** fn:matches (§5.6.3). @throws InvalidPattern, RequestError `query-refused` for a back-reference, `query-too-large` */
export function matches(text: string, pattern: string, flags: string): boolean {
  const lines = linesOf(text, flags)
  return compile(pattern, flags, lines, false).test(lines.disguise(text))
}

/**
 * fn:replace (§5.6.4). `check` is told how long the result will be at least, before it is made.
 * @throws InvalidPattern, also for a pattern that matches the empty string (err:FORX0003), RequestError as `matches`
 *   does, and what `check` throws
 */
export function replace(
  text: string,
  pattern: string,
  replacement: string,
  flags: string,
  check: (units: number) => void = () => {},
): string {
  if (matches('', pattern, flags)) throw new InvalidPattern(`The pattern ${pattern} matches the empty string.`)
  const lines = linesOf(text, flags)
  const compiled = compile(pattern, flags, lines, true)
  const parts = flags.includes('q') ? [replacement] : partsOf(replacement, compiled.groupCount())
  const matcher = compiled.matcher(lines.disguise(text))
  let made = ''
  let end = 0
  while (matcher.find()) {
    made += text.slice(end, matcher.start())
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : text.slice(matcher.start(part), matcher.end(part))
      check(made.length + piece.length)
      made += piece
    }
    end = matcher.end()
  }
  return made + text.slice(end)
}
