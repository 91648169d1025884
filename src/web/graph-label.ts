/**
 * Names as they stand on a canvas, which knows no `dir`.
 */

const longest = 40

/** What turns the direction of a text around, or cannot be seen, is left out, and what is long is cut. */
export function labelOf(name: string): string {
  const text = name.slice(0, 5 * longest).replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
