/**
 * Names and addresses: an IRI of ours names a thing, an address is where something about it is served.
 */

export interface Bases {
  /** Names things; ends in `/`. */
  readonly baseIri: string
  /** Where everything is served; ends in `/`. */
  readonly publicUrl: string
}

/** Where links go from a page whose reader chose its language: to pages in the same. */
export interface Linking extends Bases {
  readonly chosenLanguage?: string | undefined
}

/** The absolute address of a path without leading `/`. */
export function address({ publicUrl }: Bases, path: string): string {
  return publicUrl + path
}

/** The path of a file on this server, for links inside pages. */
export function localPath({ publicUrl }: Bases, path: string): string {
  return new URL(publicUrl).pathname + path
}

/** The same of a page, which stays in the language that was chosen. */
export function pagePath(linking: Linking, path: string): string {
  const { chosenLanguage } = linking
  if (chosenLanguage === undefined) return localPath(linking, path)
  const [, address, query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(path)!
  return localPath(linking, `${address}${query ? `${query}&` : '?'}lang=${chosenLanguage}${fragment}`)
}

/**
 * The path of the page of what has a name of ours: what an IRI has of its own, as `%`, `?` or a further `/`, an address
 * writes so that it stays that.
 * @param name what follows the base @returns undefined for what no path of ours leads to
 */
export function pathOf(name: string): string | undefined {
  const [, room, rest, fragment = ''] = /^([^/#]*)(?:\/([^#]*))?(#.*)?$/s.exec(name) ?? []
  if (room === undefined) return undefined
  if (rest === undefined) return encodeURIComponent(room) + fragment
  if (room === '') return undefined
  if (room === 'id') return `page/${encodeURIComponent(rest)}${fragment}`
  return `${[room, ...rest.split('/')].map(encodeURIComponent).join('/')}${fragment}`
}

/**
 * Where a person who clicks on an IRI should get: the page of a thing of ours, the address itself for the web,
 * and nothing for what is no web address (`javascript:`, `data:`, `urn:`).
 */
export function linkTo(bases: Linking, iri: string): string | undefined {
  if (iri.startsWith(bases.baseIri)) {
    const path = pathOf(iri.slice(bases.baseIri.length))
    return path === undefined ? undefined : pagePath(bases, path)
  }
  return /^https?:$/.test(URL.parse(iri)?.protocol ?? '') ? iri : undefined
}
