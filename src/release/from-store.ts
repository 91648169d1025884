/**
 * The files of a release, made of data that comes from a store and not from files.
 */
import { createHash } from 'node:crypto'
import type { Version } from '../dataset/version.ts'
import { FaultsError } from '../errors.ts'
import { OrderedSnapshot } from '../store/ordered/ordered-snapshot.ts'
import { snapshotOfNQuads } from '../store/snapshot/n-quads.ts'
import { type PublishOptions, publishSnapshot } from './publish.ts'

export interface FromStoreOptions extends PublishOptions {
  readonly baseIri: string
}

/**
 * @param nQuads all quads but the description, in any order, in UTF-8 and in pieces
 * @throws FaultsError where they are not, letter by letter, those that the version is named for
 */
export async function releaseFrom(
  nQuads: AsyncIterable<Uint8Array>,
  version: Version,
  options: FromStoreOptions,
): Promise<void> {
  const snapshot = await snapshotOfNQuads(nQuads, version.name)
  const hash = createHash('sha256')
  for (const piece of new OrderedSnapshot(snapshot).canonicalNQuads()) hash.update(piece)
  if (hash.digest('hex') !== version.sha256) {
    throw new FaultsError([
      {
        message: `The engine gives back other texts than those of release ${version.name}: make its files where the data are, by npm run release, and put them into RELEASES_DIR`,
      },
    ])
  }
  await publishSnapshot({ baseIri: options.baseIri, version }, snapshot, options)
}
