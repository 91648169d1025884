/**
 * Amounts with their unit, in words.
 */
import { rdf } from '../../rdf/environment.ts'
import { schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'

/** By UN/CEFACT code; other codes are shown as they are. */
const units: Readonly<Record<string, string>> = { MTK: 'm²' }

/** What a schema:QuantitativeValue says (`1 000 m²`); undefined for what is none. */
export function quantityOf(iri: string, language: Language, source: QuadReader): string | undefined {
  const node = rdf.namedNode(iri)
  const [value] = Array.from(source.triples(node, schema.value!), ({ object }) => object.value)
  if (value === undefined) return undefined
  const [unit] = Array.from(source.triples(node, schema.unitCode!), ({ object }) => object.value)
  const number = Number(value)
  const amount = Number.isFinite(number) ? new Intl.NumberFormat(language).format(number) : value
  return unit === undefined ? amount : `${amount}\u00a0${units[unit] ?? unit}`
}
