/**
 * Parts of a thing, such as its address or a floor area, in a line and what else is said of them.
 */
import { rdf } from '../../rdf/environment.ts'
import { prov, rdfNs, rdfs, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import { type Statement, statementsOf } from './known.ts'
import { quantityOf } from './quantity.ts'

export interface Part {
  readonly iri: string
  /** Empty where nothing sums it up. */
  readonly line: string
  /** What it is, by IRI of the types. */
  readonly types: readonly string[]
  /** What the line does not say. */
  readonly facts: readonly Statement[]
  /** The graphs that say any of it. */
  readonly sources: readonly string[]
}

const ofAddress = [schema.streetAddress, schema.postalCode, schema.addressLocality, schema.addressCountry]
const inLine = new Set([...ofAddress, schema.value, schema.unitCode].map((term) => term!.value))
const leftOut = new Set([rdfNs.type, prov.wasDerivedFrom].map((term) => term!.value))

export function partOf(iri: string, language: Language, source: QuadReader): Part {
  const said = statementsOf([...source.quads(rdf.namedNode(iri))], language).filter(
    ({ property }) => !leftOut.has(property),
  )
  const text = (property = '') => said.find((statement) => statement.property === property)?.value.value
  const [street, code, town, country] = ofAddress.map((term) => text(term!.value))
  const address = [street, [code, town].filter(Boolean).join(' '), country].filter(Boolean).join(', ')
  const amount = address || quantityOf(iri, language, source)
  const line = amount || text(rdfs.label!.value)
  return {
    iri,
    line: line ?? '',
    types: Array.from(source.triples(rdf.namedNode(iri), rdfNs.type!), ({ object }) => object.value),
    facts: said.filter(({ property }) => !(inLine.has(property) || (property === rdfs.label!.value && !amount))),
    sources: [...new Set(said.flatMap(({ sources }) => sources))],
  }
}
