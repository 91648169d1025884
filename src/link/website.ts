/**
 * The ways to write a website's address.
 */
import { pageOf } from '../names/website.ts'

/** The ways to write it, for registers that are asked by the letter. */
export function spellings(address: string): readonly string[] {
  const { page = '' } = pageOf(address) ?? {}
  const ends = page.includes('?') ? [page] : [page, `${page}/`]
  return ['http', 'https'].flatMap((scheme) => ends.flatMap((end) => [`${scheme}://${end}`, `${scheme}://www.${end}`]))
}
