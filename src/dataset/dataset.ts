/**
 * The dataset as everything behind loading sees it.
 */
import type { Quad } from '../rdf/environment.ts'
import type { ContextDocument } from '../rdf/jsonld.ts'
import type { Version } from './version.ts'

/** Validated quads of one moment; it does not change. */
export interface Dataset {
  readonly baseIri: string
  /** Every graph but the description, which holds the hash of these. */
  readonly quads: readonly Quad[]
  readonly version: Version
}

/** A dataset with what is said of it as a whole. */
export interface DescribedDataset extends Dataset {
  /** The quads of `<graph/dataset>`, which no dump and no hash holds. */
  readonly description: readonly Quad[]
}

/** A dataset with what it was checked against. */
export interface CheckedDataset extends Dataset {
  /** The shapes that it keeps: served, but no part of the data. */
  readonly shapes: readonly Quad[]
  /** The JSON-LD context that names its terms. */
  readonly context: ContextDocument
}
