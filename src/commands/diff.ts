/**
 * The command `diff`: what changed from one release to another, as RDF Patch.
 */
import type { Config } from '../config.ts'
import { datasetIri } from '../dataset/graphs.ts'
import { FaultsError } from '../errors.ts'
import { differenceOf, toRdfPatch } from '../release/difference.ts'
import { StoredReleases } from '../release/stored-releases.ts'

/**
 * @param operands the names of two releases in `RELEASES_DIR`; `latest` is the one that was published last
 * @returns the patch without its last line feed
 * @throws FaultsError if there are not two, or one is no release that is there whole
 */
export async function diff({ releasesDir, publicUrl, baseIri }: Config, operands: readonly string[]): Promise<string> {
  const releases = new StoredReleases(releasesDir, datasetIri(baseIri))
  const [last = 'latest'] = await releases.names()
  const [from, to, ...more] = operands.map((name) => (name === 'latest' ? last : name))
  if (from === undefined || to === undefined || more.length) {
    throw new FaultsError([{ message: 'diff: name two releases, as in: npm run diff -- A B' }])
  }
  return toRdfPatch(await differenceOf(releases, from, to), `${publicUrl}dumps/`).trimEnd()
}
