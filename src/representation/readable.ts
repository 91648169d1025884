/**
 * Text that data brings, made so that a page stays readable with it.
 */

/** Names are short; what is longer than this is no name that somebody reads. */
const longestName = 160

/** Signs that turn the direction of what follows, beyond the name itself (Unicode UAX #9 §2). */
const turning = /[\u202a-\u202e\u2066-\u2069]/g

/** A name for titles, lists, options and attributes, where no markup can hold it together. */
export function readableName(text: string): string {
  return readable(text, longestName)
}

/** @returns the beginning of a text, without signs that turn the direction of reading */
export function readable(text: string, longest: number): string {
  return shortened(text.replace(turning, ''), longest)
}

/** @returns the text, or so many characters of it and an ellipsis */
export function shortened(text: string, longest: number): string {
  // No character of Unicode has more than two code units, and none is cut into two.
  const characters = Array.from(text.slice(0, 2 * (longest + 1)))
  return characters.length <= longest ? text : `${characters.slice(0, longest).join('')}…`
}
