/**
 * The endpoints that SERVICE may ask: those that the operator named, and no other.
 */
export class AllowList {
  readonly #endpoints: ReadonlySet<string>

  /** @param endpoints absolute http(s) URLs as the URL Standard writes them */
  constructor(endpoints: readonly string[]) {
    this.#endpoints = new Set(endpoints)
  }

  /** The address of an endpoint, which is on the list whole or not at all: neither prefixes nor origins count. */
  find(iri: string): URL | undefined {
    const url = URL.parse(iri)
    return url && this.#endpoints.has(url.href) ? url : undefined
  }
}
