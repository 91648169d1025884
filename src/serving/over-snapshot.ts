/**
 * What is served of a snapshot that is there already, in this process and in the workers of its query engine.
 */
import { readFile } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { graphNames } from '../dataset/graphs.ts'
import { FaultsError } from '../errors.ts'
import type { QueryEngine } from '../query/engine.ts'
import { turtle } from '../rdf/formats.ts'
import type { JsonLd } from '../rdf/jsonld.ts'
import { writeQuads } from '../rdf/write.ts'
import { reconciliationOver } from '../reconciliation/reconciliation.ts'
import { metadataFile } from '../release/files.ts'
import { ReleaseKeeper } from '../release/keeper.ts'
import type { StoredReleases } from '../release/stored-releases.ts'
import { siteOver } from '../site/site.ts'
import type { Prepared } from '../store/prepared.ts'
import { SnapshotSource } from '../store/snapshot/source.ts'
import { SnapshotStore } from '../store/snapshot-store.ts'
import type { Store } from '../store/store.ts'
import type { Common, Held } from './held.ts'

/** @param engine awaited last; it is the caller's to close */
export async function holdSnapshot(
  config: Config,
  { snapshot, version }: Prepared,
  engine: Promise<QueryEngine>,
  { releases, jsonLd }: Common,
): Promise<Held> {
  const { baseIri } = config
  const store = new SnapshotStore(snapshot, version, baseIri)
  // Everything else can be served meanwhile; what a dump's request then waits for is this.
  const begun = saysWhatWeSay(store, releases, version.name, baseIri, jsonLd).then(async (isSame) => {
    if (!isSame) await publishAgain(version.name, config)
  })
  const keeper = new ReleaseKeeper(releases, version.name, () => publishAgain(version.name, config), begun)
  const holding = {
    store,
    engine: await engine,
    readReconciliation: reconciliationOver(new SnapshotSource(snapshot), config),
    readSite: siteOver(new SnapshotSource(snapshot), () => store.subjects(), version, config),
    release: () => keeper.release(),
  }
  return { holding, close: () => begun.catch(() => {}) }
}

/** Whether the release that a start finds is whole, and its metadata is what the store has: it may be of another address. */
async function saysWhatWeSay(
  store: Store,
  releases: StoredReleases,
  name: string,
  baseIri: string,
  jsonLd: JsonLd,
): Promise<boolean> {
  const metadata = (await releases.release(name))?.files.get(metadataFile)
  if (!metadata) return false
  const description = await store.graph(graphNames(baseIri).dataset)
  return (await readFile(metadata.path, 'utf8')) === (await writeQuads(description, turtle, jsonLd))
}

async function publishAgain(name: string, config: Config): Promise<void> {
  const { publishFiles } = await import('../release/from-files.ts')
  const { version } = await publishFiles(config)
  if (version.name !== name) throw new FaultsError([{ message: `The data is no longer that of release ${name}` }])
}
