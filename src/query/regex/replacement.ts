/**
 * The replacement of fn:replace (XPath Functions and Operators 3.1 §5.6.4).
 */
import { InvalidPattern } from './invalid-pattern.ts'

/**
 * A replacement as texts and numbers of groups: `$1` … are groups, `\$` and `\\` the characters.
 * @throws InvalidPattern (err:FORX0004)
 */
export function partsOf(replacement: string, groupCount: number): (string | number)[] {
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
