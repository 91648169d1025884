/**
 * The files of a release, made of data that comes from a store and not from files.
 */
import { hash } from 'node:crypto'
import { canonicalNQuads, type Version } from '../dataset/version.ts'
import { FaultsError } from '../errors.ts'
import type { Quad } from '../rdf/environment.ts'
import { type PublishOptions, publish } from './publish.ts'

export interface FromStoreOptions extends PublishOptions {
  readonly baseIri: string
}

/**
 * @param quads all but the description
 * @throws FaultsError where they are not, letter by letter, those that the version is named for
 */
export async function releaseFrom(quads: readonly Quad[], version: Version, options: FromStoreOptions): Promise<void> {
  if (hash('sha256', canonicalNQuads(quads)) !== version.sha256) {
    throw new FaultsError([{ message: `The store has other words than those of release ${version.name}` }])
  }
  await publish({ baseIri: options.baseIri, quads, version }, options)
}
