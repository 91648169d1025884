/**
 * Parts of a name by which people call the thing for short: the name or the abbreviation that is in it (`Ontologie PAIR`,
 * `Open Common Database (OCDB)`), and what stands on either side of a dash.
 */

/** More than one capital makes a word a name in any company. */
const name = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu

export function partsOf(written: string): string[] {
  // In capitals throughout, no word stands out.
  if (!/\p{Ll}/u.test(written)) return []
  const names = written.match(name)?.filter((word) => /\p{Lu}.*\p{Lu}/u.test(word)) ?? []
  const sides = written.split(/\s+[-–—]\s+/)
  return [...names, ...(sides.length > 1 ? sides : [])]
}
