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
