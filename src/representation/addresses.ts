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
 * Where a person who clicks on an IRI should get: the page of a thing of ours, the address itself for the web,
 * and nothing for what is no web address (`javascript:`, `data:`, `urn:`).
 */
export function linkTo(bases: Linking, iri: string): string | undefined {
  if (iri.startsWith(bases.baseIri)) {
    const path = iri.slice(bases.baseIri.length).replace(/^id\//, 'page/')
    return pagePath(bases, path)
  }
  return /^https?:$/.test(URL.parse(iri)?.protocol ?? '') ? iri : undefined
}
