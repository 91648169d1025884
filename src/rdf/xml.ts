/**
 * Text inside XML 1.0 documents.
 */
import { RequestError } from '../errors.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/**
 * Text as XML content or attribute value.
 * @throws RequestError `not-acceptable` for characters that XML 1.0 (§2.2) cannot carry in any spelling
 */
export function escapeXml(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(value)) {
    throw new RequestError('not-acceptable', 'A value holds a character that XML cannot carry; ask for another format.')
  }
  return value.replace(/[&<>"\r]/g, (character) => entities[character]!)
}
