/** The context of the planet's JSON-LD: that of our ontology. */
import { resolve } from 'node:path'
import { contextUrl, readContext } from '../../../src/dataset/context.ts'
import { JsonLd } from '../../../src/rdf/jsonld.ts'
import { base } from '../planet/names.ts'

export async function planetContext(): Promise<JsonLd> {
  return new JsonLd(contextUrl(base), await readContext(resolve(import.meta.dirname, '../../../ontology')))
}
