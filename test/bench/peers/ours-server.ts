/** Our application over a file of N-Quads: `node ours-server.ts FILE FOLDER PORT`. */
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createConfig } from '../../../src/config.ts'
import { versionOf } from '../../../src/dataset/version.ts'
import { buildApp } from '../../../src/http/app.ts'
import { Budget } from '../../../src/query/budget.ts'
import { PooledEngine } from '../../../src/query/pool/engine.ts'
import { JsonLd } from '../../../src/rdf/jsonld.ts'
import { reconciliationOver } from '../../../src/reconciliation/reconciliation.ts'
import { StoredReleases } from '../../../src/release/stored-releases.ts'
import { siteOver } from '../../../src/site/site.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { writeSnapshot } from '../../../src/store/snapshot/file.ts'
import { snapshotOfNQuads } from '../../../src/store/snapshot/n-quads.ts'
import { SnapshotSource } from '../../../src/store/snapshot/source.ts'
import { SnapshotStore } from '../../../src/store/snapshot-store.ts'
import { base } from '../planet/names.ts'
import { settings } from './ours.ts'

const [, , file, folder, port] = process.argv as [string, string, string, string, string]
const [snapshot, contextFile] = [join(folder, 'snapshot'), join(folder, 'context.jsonld')]
const context = { '@context': {} }
const contextUrl = `${base}ontology/context.jsonld`
await writeFile(contextFile, JSON.stringify(context))
const budget = new Budget(settings.QUERY_BUDGET_S)
const built = await snapshotOfNQuads(createReadStream(file, { highWaterMark: 2 ** 20 }), file)
await writeSnapshot(built, snapshot)
const engine = await PooledEngine.start({
  snapshot: built,
  worker: {
    snapshot,
    contextUrl,
    contextFile,
    memoryMb: settings.QUERY_MEMORY_MB,
    codeCache: join(folder, 'code'),
    serviceAllow: [],
  },
  workers: settings.QUERY_WORKERS,
  queue: settings.QUERY_QUEUE,
  timeoutMs: settings.QUERY_TIMEOUT_MS,
  budget,
  maxBytes: 256 * 1024 * 1024,
})
const app = await buildApp(
  {
    baseIri: base,
    publicUrl: base,
    // Pages and dumps are not asked for.
    store: new SnapshotStore(buildSnapshot([]), versionOf([]), base),
    engine,
    budget,
    reconciliation: reconciliationOver(new SnapshotSource(built), { baseIri: base, publicUrl: base }),
    site: siteOver(new SnapshotSource(built), versionOf([]), createConfig({ PUBLIC_URL: base })),
    queries: new Map(),
    shapes: [],
    context,
    jsonLd: new JsonLd(contextUrl, context),
    release: async () => {},
    releases: new StoredReleases(folder, ''),
  },
  { logLevel: 'silent', trustProxy: false },
)
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.once('SIGTERM', async () => {
  await app.close()
  await engine.close()
  process.exit()
})
