/** A planet as what our commands take for the release of the data: they find it prepared in a folder of releases. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createConfig } from '../../../src/config.ts'
import { fingerprintOf } from '../../../src/dataset/fingerprint.ts'
import type { Version } from '../../../src/dataset/version.ts'
import { stateOf } from '../../../src/release/register.ts'
import { snapshotFolder } from '../../../src/release/releases-folder.ts'
import { OrderedSnapshot } from '../../../src/store/ordered/ordered-snapshot.ts'
import { writeSnapshot } from '../../../src/store/snapshot/file.ts'
import { snapshotOfNQuads } from '../../../src/store/snapshot/n-quads.ts'
import { base } from './names.ts'

/** What a planet may be said to state last. */
const date = '2025-12-31'

export interface PlanetRelease {
  readonly version: Version
  /** In named graphs; the others are in the union only. */
  readonly named: number
  /** Of the union of all. */
  readonly triples: number
  /** What our commands are to be told, by the names of the settings. */
  readonly settings: Readonly<Record<string, string>>
}

/**
 * Makes a planet the release of the data, as far as our commands know.
 * @param file its N-Quads
 */
export async function planetRelease(file: string, releasesDir: string): Promise<PlanetRelease> {
  const settings = { PUBLIC_URL: base, BASE_IRI: base, RELEASES_DIR: releasesDir }
  const folder = snapshotFolder(releasesDir)
  await mkdir(folder, { recursive: true })
  const snapshot = await snapshotOfNQuads(createReadStream(file, { highWaterMark: 2 ** 20 }), file)
  const hash = createHash('sha256')
  for (const piece of new OrderedSnapshot(snapshot).canonicalNQuads()) hash.update(piece)
  const sha256 = hash.digest('hex')
  const version: Version = { name: `${date}-${sha256}`, date, sha256 }
  await writeSnapshot(snapshot, join(folder, 'snapshot'), {
    fingerprint: await fingerprintOf(createConfig(settings)),
    surroundings: await stateOf(releasesDir),
    version: JSON.stringify(version),
  })
  const { offsets } = snapshot.byGraph.gspo
  const unnamed = offsets[snapshot.defaultGraph + 1]! - offsets[snapshot.defaultGraph]!
  return { version, named: snapshot.quadCount - unnamed, triples: snapshot.tripleCount, settings }
}
