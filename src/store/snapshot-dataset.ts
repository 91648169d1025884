/**
 * A dataset read out of its snapshot, for the rare time that all of its quads are wanted again.
 */
import type { Dataset } from '../dataset/dataset.ts'
import { graphNames } from '../dataset/graphs.ts'
import type { Version } from '../dataset/version.ts'
import type { Quad } from '../rdf/environment.ts'
import type { Snapshot } from './snapshot/snapshot.ts'
import { SnapshotSource } from './snapshot/source.ts'

export class SnapshotDataset implements Dataset {
  readonly baseIri: string
  readonly version: Version
  readonly #source: SnapshotSource

  constructor(snapshot: Snapshot, version: Version, baseIri: string) {
    this.#source = new SnapshotSource(snapshot)
    this.version = version
    this.baseIri = baseIri
  }

  get quads(): readonly Quad[] {
    const { dataset } = graphNames(this.baseIri)
    return Array.from(this.#source.quads()).filter(({ graph }) => !graph.equals(dataset))
  }

  get description(): readonly Quad[] {
    return [...this.#source.quads(null, null, null, graphNames(this.baseIri).dataset)]
  }
}
