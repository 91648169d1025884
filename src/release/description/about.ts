/**
 * What all parts of the description are computed from.
 */
import type { GraphNames } from '../../dataset/graphs.ts'
import type { Version } from '../../dataset/version.ts'
import type { Literal, NamedNode } from '../../rdf/environment.ts'
import type { Snapshot } from '../../store/snapshot/snapshot.ts'
import type { SnapshotSource } from '../../store/snapshot/source.ts'
import type { History } from '../history.ts'

/** A file of a release, as far as the description speaks of it. */
export interface DescribedFile {
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** In hexadecimal. */
  readonly sha256: string
  /** How many distinct triples, or quads where the format has graphs, are read from it; only of RDF. */
  readonly statements: number | undefined
}

/** A release that was published before the one that is described, as its own metadata described it. */
export interface EarlierRelease extends Pick<History, 'titles' | 'descriptions' | 'licence'> {
  /** `{date}-{sha256}` */
  readonly name: string
}

export interface About {
  /** The IRI of the dataset; all that has no name elsewhere is a part of it. */
  readonly dataset: NamedNode
  readonly baseIri: string
  readonly publicUrl: string
  readonly graphs: GraphNames
  readonly version: Version
  /** All graphs but the description's own. */
  readonly snapshot: Snapshot
  readonly source: SnapshotSource
  readonly files: readonly DescribedFile[]
  /** The releases before this one, the last one first. */
  readonly earlier: readonly EarlierRelease[]
}

/** What the data says of the dataset as a whole, or, where it does not, what can be said of any. */
export interface Statements {
  readonly titles: readonly Literal[]
  readonly descriptions: readonly Literal[]
  readonly publisher: NamedNode
  readonly publisherName: Literal
  /** That the data is under, as its canonical text is found; undefined if the data does not say. */
  readonly licence: NamedNode | undefined
}
