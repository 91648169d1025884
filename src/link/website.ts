/**
 * The address of a website, which people write in many ways.
 */

/** A website's address without what differs between people who write it down; undefined for what is none. */
export function pageOf(address: string): { readonly host: string; readonly page: string } | undefined {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return undefined
  const host = url.host.replace(/^www\./, '')
  return { host, page: host + url.pathname.replace(/\/+$/, '') + url.search }
}

/** The ways to write it, for registers that are asked by the letter. */
export function spellings(address: string): readonly string[] {
  const { page = '' } = pageOf(address) ?? {}
  const ends = page.includes('?') ? [page] : [page, `${page}/`]
  return ['http', 'https'].flatMap((scheme) => ends.flatMap((end) => [`${scheme}://${end}`, `${scheme}://www.${end}`]))
}
