/**
 * What the pages of the site are made of, over one version of the data.
 */
import type { Version } from '../dataset/version.ts'
import type { QuadReader } from '../rdf/quad-reader.ts'
import type { Bases } from '../representation/addresses.ts'
import { inTurns } from '../turns.ts'
import { type Catalogue, catalogueOf } from './catalogue/catalogue.ts'

/** Where the tiles of maps come from. */
export interface Tiles {
  /** An address with {z}, {x} and {y} in it. */
  readonly tileUrl: string
  /** Whom they are owed to: markup. */
  readonly tileAttribution: string
}

export interface Site extends Bases, Tiles {
  /** Where changes are proposed, with `{title}` and `{body}` in it; empty if nowhere. */
  readonly issueFormUrl: string
  readonly source: QuadReader
  readonly catalogue: Catalogue
  readonly version: Version
}

/** Gives the same each time; made when it is first asked for. */
export function siteOver(
  source: QuadReader,
  version: Version,
  {
    baseIri,
    publicUrl,
    tileUrl,
    tileAttribution,
    issueFormUrl = '',
  }: Bases & Tiles & { readonly issueFormUrl?: string },
): () => Promise<Site> {
  let made: Promise<Site> | undefined
  return () => {
    made ??= inTurns(catalogueOf(source, baseIri)).then((catalogue) => ({
      baseIri,
      publicUrl,
      tileUrl,
      tileAttribution,
      issueFormUrl,
      source,
      catalogue,
      version,
    }))
    return made
  }
}
