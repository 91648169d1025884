/**
 * The prefixes, classes and properties of this server, which names them once for all that completes or shortens.
 */
export interface Term {
  readonly iri: string
  readonly name: string
  readonly uses: number
}

export interface Vocabulary {
  readonly prefixes: Readonly<Record<string, string>>
  readonly classes: readonly Term[]
  readonly properties: readonly Term[]
}

/** Empty where it cannot be had: an editor works without. */
export const vocabulary: Promise<Vocabulary> = read()

async function read(): Promise<Vocabulary> {
  const nothing: Vocabulary = { prefixes: {}, classes: [], properties: [] }
  try {
    const url = new URL('../sparql/vocabulary.json', import.meta.url)
    url.searchParams.set('lang', document.documentElement.lang)
    const answer = await fetch(url)
    return answer.ok ? await answer.json() : nothing
  } catch {
    return nothing
  }
}

/** The IRI as a prefixed name where that can be, else undefined. */
export function prefixed(iri: string, prefixes: Readonly<Record<string, string>>): string | undefined {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : ''
    if (/^[A-Za-z_][\w-]*$/.test(local)) return `${prefix}:${local}`
  }
  return undefined
}
