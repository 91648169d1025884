/**
 * CEDEX, which French addresses have after the town where the post of firms is sorted apart: `LILLE CEDEX 9`.
 */

/** The same text with the town alone. */
export function withoutCedex(text: string): string {
  return text.replace(/(?<=\S)\s+cedex(?:\s+\d{1,2})?(?![\p{L}\p{N}])/giu, '')
}
