/**
 * What the data says of itself as a whole.
 */
import { datasetIri } from '../dataset/graphs.ts'
import { type NamedNode, rdf } from '../rdf/environment.ts'
import { dcat, dcterms, foaf, prefixes, rdfs } from '../rdf/namespaces.ts'
import type { Language } from '../representation/negotiate.ts'
import type { Site } from './site.ts'

/** What the dataset is called; the host that names its things where nothing is stated. */
export function datasetTitle({ baseIri, catalogue: { names } }: Site, language: Language): string {
  return names.text(datasetIri(baseIri), dcterms.title!, language) ?? new URL(baseIri).host
}

export interface Keeper {
  readonly name: string
  /** Addresses of the web and of electronic post. */
  readonly addresses: readonly string[]
}

/** Who publishes the dataset, and whom it names for those who want to write; none where it is not stated. */
export function keepersOf({ baseIri, source, catalogue: { names } }: Site, language: Language): readonly Keeper[] {
  const objects = (subject: NamedNode, property: NamedNode | undefined) =>
    Array.from(source.triples(subject, property), ({ object }) => object)
  const dataset = rdf.namedNode(datasetIri(baseIri))
  const found = [dcat.contactPoint, dcterms.publisher].flatMap((property) => objects(dataset, property))
  const keepers = new Map<string, Keeper>()
  for (const keeper of found) {
    if (keeper.termType !== 'NamedNode') continue
    const name = naming
      .map((property) => names.text(keeper.value, property, language))
      .find((text) => text !== undefined)
    const addresses = addressing.flatMap((property) => objects(keeper, property)).map(({ value }) => value)
    const usable = [...new Set(addresses)].filter((one) => /^(https?|mailto):$/.test(URL.parse(one)?.protocol ?? ''))
    if (name !== undefined || usable.length) {
      keepers.set(keeper.value, { name: name ?? names.of(keeper.value, language), addresses: usable })
    }
  }
  return [...keepers.values()]
}

const vcard = rdf.namespace(prefixes.vcard)
const naming = [foaf('name'), vcard.fn!, rdfs.label!]
const addressing = [foaf('homepage'), foaf('mbox'), vcard.hasURL, vcard.hasEmail]
