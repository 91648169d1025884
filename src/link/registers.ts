/**
 * The registers that our things are linked to, and how links to each are named and kept.
 */
import { prefixes } from '../rdf/namespaces.ts'

export interface Register {
  readonly title: string
  /** The file below `links/` that its links stand in. */
  readonly file: string
  /** Matches the IRIs of what it holds, the id in the first group. */
  readonly iris: RegExp
  /** What stands behind `#link-` in the IRI of a link's record, by the id. */
  readonly fragment: (id: string) => string
  /** Where a person looks at it, by the id. */
  readonly page: (id: string) => string
}

export const wikidataRegister: Register = {
  title: 'Wikidata',
  file: 'wikidata.trig',
  iris: new RegExp(`^${prefixes.wd}(Q[1-9]\\d*)$`),
  fragment: (id) => id.toLowerCase(),
  page: (id) => `https://www.wikidata.org/wiki/${id}`,
}

export const osmRegister: Register = {
  title: 'OpenStreetMap',
  file: 'openstreetmap.trig',
  iris: /^https:\/\/www\.openstreetmap\.org\/((?:node|way|relation)\/[1-9]\d*)$/,
  fragment: (id) => `osm-${id.replace('/', '-')}`,
  page: (id) => `https://www.openstreetmap.org/${id}`,
}

export const registers: readonly Register[] = [wikidataRegister, osmRegister]

/** The register that holds what has this IRI, and its id there. */
export function registered(iri: string): { readonly register: Register; readonly id: string } | undefined {
  for (const register of registers) {
    const id = register.iris.exec(iri)?.[1]
    if (id) return { register, id }
  }
  return undefined
}

/** The IRI of the record of a link. @param object of one of the registers */
export function recordIri(subject: string, object: string): string {
  const { register, id } = registered(object)!
  return `${subject}#link-${register.fragment(id)}`
}
