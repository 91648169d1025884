/**
 * The application over the fuzzing data, in a process of its own, so that its exit is seen. Started by `fork`; it sends
 * its port and ends with its parent.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConfig } from '../../src/config.ts'
import { versionOf } from '../../src/dataset/version.ts'
import { buildApp } from '../../src/http/app.ts'
import { Budget } from '../../src/query/budget.ts'
import { JsonLd } from '../../src/rdf/jsonld.ts'
import { reconciliationOver } from '../../src/reconciliation/reconciliation.ts'
import { StoredReleases } from '../../src/release/stored-releases.ts'
import { siteOver } from '../../src/site/site.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import { SnapshotStore } from '../../src/store/snapshot-store.ts'
import { base, quads } from './data.ts'
import { startEngine } from './engine.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-fuzz-'))
const context = { '@context': {} }
const contextUrl = `${base}ontology/context.jsonld`
const engine = await startEngine(folder, contextUrl, context)
const named = quads.filter(({ graph }) => graph.termType !== 'DefaultGraph')
const snapshot = buildSnapshot(named)
const bases = { baseIri: base, publicUrl: base }
const app = await buildApp(
  {
    ...bases,
    store: new SnapshotStore(snapshot, versionOf(named), base),
    engine,
    budget: new Budget(0),
    readReconciliation: reconciliationOver(new SnapshotSource(snapshot), bases),
    readSite: siteOver(
      new SnapshotSource(snapshot),
      async () => [],
      versionOf(named),
      createConfig({ PUBLIC_URL: base }),
    ),
    queries: new Map(),
    shapes: [],
    context,
    jsonLd: new JsonLd(contextUrl, context),
    release: async () => {},
    releases: new StoredReleases(folder, ''),
  },
  { ...createConfig({ PUBLIC_URL: base }), logLevel: 'silent', trustProxy: false },
)
app.addHook('onError', async (_request, _reply, error) => {
  // What answers 500 shows no detail to the client; the run wants to know.
  if (error.cause) process.send?.({ failure: String(error.cause).split('\n').slice(0, 3).join('\n') })
})
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (app.server.address() as AddressInfo).port })

process.on('disconnect', async () => {
  await app.close()
  await engine.close()
  await rm(folder, { recursive: true, force: true })
  process.exit(0)
})
