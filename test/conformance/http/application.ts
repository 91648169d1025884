/**
 * Our HTTP application, listening on a free port of 127.0.0.1, over a dataset that can be replaced while it runs.
 */

import { tmpdir } from 'node:os'
import { createConfig } from '../../../src/config.ts'
import { contextUrl, readContext } from '../../../src/dataset/context.ts'
import { versionOf } from '../../../src/dataset/version.ts'
import { buildApp } from '../../../src/http/app.ts'
import { Budget } from '../../../src/query/budget.ts'
import type { QueryEngine } from '../../../src/query/engine.ts'
import type { Quad } from '../../../src/rdf/environment.ts'
import { JsonLd } from '../../../src/rdf/jsonld.ts'
import { reconciliationOver } from '../../../src/reconciliation/reconciliation.ts'
import { StoredReleases } from '../../../src/release/stored-releases.ts'
import { standIn } from '../../../src/serving/holdings.ts'
import { siteOver } from '../../../src/site/site.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../../src/store/snapshot/source.ts'
import type { Store } from '../../../src/store/store.ts'
import { freePort } from '../../support/ports.ts'
import type { Evaluator } from '../evaluation.ts'

/** What the application answers from. */
export interface Served extends Pick<Evaluator, 'load'> {
  readonly engine: QueryEngine
  /** Over the quads that were loaded last. */
  openStore(): Promise<Store>
}

export interface Application {
  /** Makes these quads the dataset that is served. */
  load(quads: readonly Quad[]): Promise<void>
  /** Where it is served; ends in `/`. */
  readonly publicUrl: string
  /** The JSON-LD context at an IRI. Throws for any but ours. */
  readonly contexts: (iri: string) => unknown
  close(): Promise<void>
}

/** Starts the application with nothing in it. @param serve what it answers from, given what it writes JSON-LD with */
export async function startApplication(serve: (jsonLd: JsonLd) => Served): Promise<Application> {
  const port = await freePort()
  const config = createConfig({ PUBLIC_URL: `http://127.0.0.1:${port}/`, LOG_LEVEL: 'silent' })
  const { publicUrl, baseIri } = config
  const context = await readContext(config.ontologyDir)
  const jsonLd = new JsonLd(contextUrl(publicUrl), context)
  const served = serve(jsonLd)
  let store: Store
  const load = async (quads: readonly Quad[]) => {
    await served.load(quads)
    store = await served.openStore()
  }
  await load([])
  const readReconciliation = reconciliationOver(new SnapshotSource(buildSnapshot([])), config)
  const services = {
    baseIri,
    publicUrl,
    store: standIn(() => store),
    engine: served.engine,
    budget: new Budget(0),
    readReconciliation,
    readSite: siteOver(new SnapshotSource(buildSnapshot([])), async () => [], versionOf([]), config),
    queries: new Map(),
    shapes: [],
    context,
    jsonLd,
  }
  const app = await buildApp(
    { ...services, release: async () => {}, releases: new StoredReleases(tmpdir(), '') },
    config,
  )
  await app.listen({ host: '127.0.0.1', port })
  const contexts = (iri: string) => {
    if (iri !== `${publicUrl}ontology/context.jsonld`) throw new Error(`the context <${iri}> is not ours`)
    return context
  }
  return { load, publicUrl, contexts, close: () => app.close() }
}
