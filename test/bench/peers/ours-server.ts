/** Our application over a file of N-Quads: `node ours-server.ts FILE FOLDER PORT`, and with `pages` what these need too. */
import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createConfig } from '../../../src/config.ts'
import { readContext } from '../../../src/dataset/context.ts'
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
import { ontologyLines } from '../planet/ontology.ts'
import { settings } from './ours.ts'

const [, , file, folder, port, pages] = process.argv as [string, string, string, string, string, string?]
const [snapshot, contextFile] = [join(folder, 'snapshot'), join(folder, 'context.jsonld')]
const shipped = createConfig({ PUBLIC_URL: base })
const context = pages ? await readContext(shipped.ontologyDir) : { '@context': {} }
const contextUrl = `${base}ontology/context.jsonld`
await writeFile(contextFile, JSON.stringify(context))
const budget = new Budget(settings.QUERY_BUDGET_S)
const built = await snapshotOfNQuads(pages ? withOntology() : planet(), file)
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
    // Without pages nobody asks for it, and its index of names is not built.
    store: new SnapshotStore(pages ? built : buildSnapshot([]), versionOf([]), base),
    engine,
    budget,
    readReconciliation: reconciliationOver(new SnapshotSource(built), { baseIri: base, publicUrl: base }),
    readSite: siteOver(new SnapshotSource(built), async () => [], versionOf([]), shipped),
    queries: new Map(),
    shapes: [],
    context,
    jsonLd: new JsonLd(contextUrl, context),
    release: async () => {},
    releases: new StoredReleases(folder, ''),
  },
  { ...createConfig({ PUBLIC_URL: base }), logLevel: 'silent', trustProxy: false },
)
await app.listen({ host: '127.0.0.1', port: Number(port) })
process.once('SIGTERM', async () => {
  await app.close()
  await engine.close()
  process.exit()
})

function planet() {
  return createReadStream(file, { highWaterMark: 2 ** 20 })
}

async function* withOntology() {
  yield* planet()
  yield await ontologyLines()
}
