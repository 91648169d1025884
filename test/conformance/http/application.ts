/**
 * Our HTTP application, listening on a free port of 127.0.0.1, over a dataset that can be replaced while it runs.
 */

import { tmpdir } from 'node:os'
import { createConfig } from '../../../src/config.ts'
import { contextUrl, readContext } from '../../../src/dataset/context.ts'
import { versionOf } from '../../../src/dataset/version.ts'
import { buildApp } from '../../../src/http/app.ts'
import { Budget } from '../../../src/query/budget.ts'
import { JsonLd } from '../../../src/rdf/jsonld.ts'
import { reconciliationOver } from '../../../src/reconciliation/reconciliation.ts'
import { StoredReleases } from '../../../src/release/stored-releases.ts'
import { siteOver } from '../../../src/site/site.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../../src/store/snapshot/source.ts'
import { freePort } from '../../support/ports.ts'
import { Program } from '../program.ts'

export interface Application {
  readonly program: Program
  /** Where it is served; ends in `/`. */
  readonly publicUrl: string
  /** The JSON-LD context at an IRI. Throws for any but ours. */
  readonly contexts: (iri: string) => unknown
  close(): Promise<void>
}

/** Starts the application with nothing in it. */
export async function startApplication(): Promise<Application> {
  const port = await freePort()
  const config = createConfig({ PUBLIC_URL: `http://127.0.0.1:${port}/`, LOG_LEVEL: 'silent' })
  const { publicUrl, baseIri } = config
  const context = await readContext(config.ontologyDir)
  const jsonLd = new JsonLd(contextUrl(publicUrl), context)
  const program = new Program(jsonLd)
  const { store, engine } = program
  const readReconciliation = reconciliationOver(new SnapshotSource(buildSnapshot([])), config)
  const services = {
    baseIri,
    publicUrl,
    store,
    engine,
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
  return { program, publicUrl, contexts, close: () => app.close() }
}
