/**
 * Pictures of a thing that somebody states: where each is, who made it, and under which licence it may be used.
 */
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { cc, dcterms, foaf, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import { statementsOf } from '../known/known.ts'

export interface Image {
  /** As it is stated: it need be no address that a browser should open. */
  readonly address: string
  readonly licences: readonly Term[]
  readonly credits: readonly Term[]
  /** The graphs that say so. */
  readonly sources: readonly string[]
}

/** More stand in the data. */
const most = 6

const images = [schema.image!, schema.photo!, foaf.depiction!]
const addresses = [schema.contentUrl!, schema.url!]
const licences = [schema.license!, dcterms.license!, cc.license!]
const credits = [schema.creditText!, schema.creator!, schema.author!, dcterms.creator!]

/** By IRI. */
export const toldAsImage: ReadonlySet<string> = new Set(images.map(({ value }) => value))

/** @param said what is said of the thing */
export function imagesOf(said: readonly Quad[], language: Language, source: QuadReader): readonly Image[] {
  const stated = statementsOf(
    said.filter(({ predicate }) => toldAsImage.has(predicate.value)),
    language,
  )
  return stated.slice(0, most).map(({ value, sources }) => {
    const about = (properties: readonly NamedNode[]) =>
      value.termType === 'NamedNode' ? objectsOf(rdf.namedNode(value.value), properties, source) : []
    const [address = value] = about(addresses)
    return { address: address.value, licences: about(licences), credits: about(credits), sources }
  })
}

function objectsOf(node: NamedNode, properties: readonly NamedNode[], source: QuadReader): readonly Term[] {
  return properties.flatMap((property) => Array.from(source.triples(node, property), ({ object }) => object))
}
