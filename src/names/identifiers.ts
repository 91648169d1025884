/**
 * One form of the many in which people write what a thing is called elsewhere, addresses out of a browser among them.
 */
import { pageOf } from './website.ts'

const osmTypes: Readonly<Record<string, string>> = { n: 'node', w: 'way', r: 'relation' }

/** `Q648`, of an item of Wikidata; undefined for what is none. */
export function wikidataItem(text: string): string | undefined {
  const { host, path } = addressed(text)
  const isThere = host === undefined ? /^(wd:)?Q/i : /^(entity|wiki|wiki\/special:entitydata)\/Q/i
  if ((host !== undefined && host !== 'wikidata.org') || !isThere.test(path)) return undefined
  return /\b(Q[1-9]\d*)(\.\w+)?$/i.exec(path)?.[1]?.toUpperCase()
}

/** `way/42`, of an element of OpenStreetMap; undefined for what is none. */
export function osmElement(text: string): string | undefined {
  const { host, path } = addressed(text)
  if (host !== undefined && host !== 'openstreetmap.org' && host !== 'osm.org') return undefined
  const [, named, id] = /^(node|way|relation|[nwr])\/?([1-9]\d*)(?:\/|$)/i.exec(path) ?? []
  const type = named?.toLowerCase()
  return type && `${osmTypes[type] ?? type}/${id}`
}

/** `example.org/path`, of a website; undefined for what is none. */
export function websitePage(text: string): string | undefined {
  const address = /^https?:\/\//i.test(text) ? text : `http://${text}`
  return URL.parse(address)?.hostname.includes('.') ? pageOf(address)?.page : undefined
}

/** `cc-by-4.0`, of a licence in the list of SPDX; undefined for what is none. */
export function spdxLicence(text: string): string | undefined {
  const { host, path } = addressed(text)
  if (host !== undefined && host !== 'spdx.org') return undefined
  const id = host === undefined ? path : /^licenses\/(.+?)(?:\.(?:html|json|txt))?$/i.exec(path)?.[1]
  return id !== undefined && /^[A-Za-z0-9][\w.+-]*$/.test(id) ? id.toLowerCase() : undefined
}

/** The host of an address, without what is of the device only, and its path; of any other text there is no host. */
function addressed(text: string): { readonly host?: string; readonly path: string } {
  const url = /^https?:\/\//i.test(text) ? URL.parse(text) : null
  if (!url) return { path: text }
  return { host: url.hostname.replace(/^(www|m)\./, ''), path: url.pathname.slice(1) }
}
