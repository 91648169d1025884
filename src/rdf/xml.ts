/**
 * Text inside XML 1.0 documents.
 */
import { inItsWords, RequestError } from '../errors.ts'

/** What XML 1.0 (§2.2) cannot carry in any spelling. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** For whoever asked for XML. */
export const notSaid = 'Ce format ne peut pas dire tout ce qui est demandé'

export const notXmlText = 'A value holds a character that XML cannot carry; ask for another format.'

export function isXmlText(value: string): boolean {
  return !forbidden.test(value)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/**
 * Text as XML content or attribute value.
 * @throws RequestError `not-acceptable` for characters that XML cannot carry
 */
export function escapeXml(value: string): string {
  if (!isXmlText(value)) throw new RequestError('not-acceptable', inItsWords(notXmlText, notSaid))
  return value.replace(/[&<>"\r]/g, (character) => entities[character]!)
}
