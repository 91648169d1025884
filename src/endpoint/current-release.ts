/**
 * Which release an engine of others serves, as its register says.
 */
import type { Version } from '../dataset/version.ts'
import { prefixes } from '../rdf/namespaces.ts'
import type { AskEngine } from './ask.ts'
import { registerOf } from './release-place.ts'
import { rowsOf } from './rows.ts'

/** Milliseconds that the engine has to say so. */
const timeoutMs = 10_000

/** What the register says of the release that is served. */
export interface Current {
  readonly version: Version
  /** Those of the union. */
  readonly triples: number
  /** The hash of what is said of the release as a whole. */
  readonly description: string
}

/** @returns undefined where no release has been loaded. @throws EngineError */
export async function currentRelease(ask: AskEngine, baseIri: string): Promise<Current | undefined> {
  const { graph, dataset } = registerOf(baseIri)
  const { dcat, dcterms, void: voidNs } = prefixes
  const query = `SELECT ?name ?date ?triples ?description WHERE { GRAPH <${graph.value}> {
    <${dataset.value}> <${dcat}hasCurrentVersion> ?release .
    ?release <${dcat}version> ?name ; <${dcterms}issued> ?date ; <${voidNs}triples> ?triples ;
      <${dcterms}identifier> ?description
  } }`
  const [row] = await Array.fromAsync(rowsOf(ask, query, timeoutMs))
  if (!row) return undefined
  const [name, date] = [row.get('name')!.value, row.get('date')!.value]
  const version = { name, date, sha256: name.slice(date.length + 1) }
  return { version, triples: Number(row.get('triples')!.value), description: row.get('description')!.value }
}
