/**
 * Websites beside each other, and the ways to write their addresses.
 */
import { pageOf } from '../names/website.ts'

/** Where everybody has pages: to share the host says nothing. */
const platforms =
  /(^|\.)((facebook|twitter|x|instagram|linkedin|youtube|github|gitlab|google|medium|meetup|helloasso)\.com|(framagit|wikipedia|wikidata|wikimedia|openstreetmap)\.org)$/

/** The ways to write it, for registers that are asked by the letter. */
export function spellings(address: string): readonly string[] {
  const { page = '' } = pageOf(address) ?? {}
  const ends = page.includes('?') ? [page] : [page, `${page}/`]
  return ['http', 'https'].flatMap((scheme) => ends.flatMap((end) => [`${scheme}://${end}`, `${scheme}://www.${end}`]))
}

/**
 * Whether two lists of addresses have a page in common, or at least a host.
 * @returns undefined where one of them has no website
 */
export function sharedWebsite(
  ours: readonly string[],
  theirs: readonly string[],
): { readonly is: 'page' | 'host' | 'platform' | 'other'; readonly address: string } | undefined {
  const [left, right] = [ours, theirs].map((all) => all.flatMap((url) => pageOf(url) ?? []))
  if (!left?.length || !right?.length) return undefined
  const page = left.find((one) => right.some((other) => other.page === one.page))
  if (page) return { is: 'page', address: page.page }
  const host = left.find((one) => right.some((other) => other.host === one.host))
  if (!host) return { is: 'other', address: right[0]!.page }
  return { is: platforms.test(host.host) ? 'platform' : 'host', address: host.host }
}
