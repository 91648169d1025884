/**
 * The release of the graph that the project ships, made once a process of tests, and the dataset with its description.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JsonLd } from '../../src/rdf/jsonld.ts'
import { publish } from '../../src/release/publish.ts'
import { StoredReleases } from '../../src/release/stored-releases.ts'
import { baseIri, config, dataset } from './dataset.ts'

export const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-release-'))

export const jsonLd = new JsonLd(`${config.publicUrl}ontology/context.jsonld`, dataset.context)
export const described = await publish(dataset, { releasesDir, publicUrl: config.publicUrl, jsonLd })
export const release = (await new StoredReleases(releasesDir, `${baseIri}dataset`).release(dataset.version.name))!
