/**
 * The forms under which two values of a property are one, whoever wrote them.
 */
import { fold } from '../names/fold.ts'
import { osmElement, websitePage, wikidataItem } from '../names/identifiers.ts'
import { withoutCedex } from './names/cedex.ts'

/** A text with more letters is one to read: nobody looks for a thing by it. */
const longestKey = 100

/**
 * @param property by which the value is stated or asked for
 * @param text a name, a number, an identifier or an address of the web
 * @returns none for a long text and for nothing but signs
 */
export function keysOf(property: string, text: string): string[] {
  const written = text.trim()
  if (written.length > longestKey && !isAddress(written)) return []
  const number = numberOf(written)
  const keys = [fold(withoutCedex(written)), number !== undefined && `=${number}`, ...addressKeys(property, written)]
  return keys.filter((key) => typeof key === 'string' && key !== '') as string[]
}

/** As it is written in French or in English, in digits. */
export function numberOf(text: string): number | undefined {
  const digits = text.trim().replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '')
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : undefined
}

/** Items of Wikidata and elements of OpenStreetMap by their numbers, pages by what all their addresses have in common. */
function addressKeys(property: string, text: string): string[] {
  const register = wikidataItem(text) ?? osmElement(text)
  if (register) return [register]
  if (!isAddress(text) && !/^[^\s:]+\.[a-z]{2,}(?:[/?#]|$)/i.test(text)) return []
  const page = websitePage(text)
  if (page === undefined) return isAddress(text) ? [text] : []
  // A website is the same wherever on its page one comes in; other IRIs name something there.
  return [property === 'website' ? page : page + fragmentOf(text)]
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text)
}

function fragmentOf(address: string): string {
  return URL.parse(address)?.hash ?? ''
}
