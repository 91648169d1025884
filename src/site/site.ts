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
  /** Everything of which something is said, by IRI. */
  readonly subjects: () => Promise<readonly string[]>
  /** Makes something of the whole graph, from a site that is read by what is said of all things. */
  readonly whole: ReadSite
}

/**
 * Makes something of the site. What it is made of may have to be fetched: then it is made anew, so it must not keep
 * anything from one time to the next.
 */
export type ReadSite = <T>(make: (site: Site) => T | Promise<T>) => Promise<T>

/** What of a site is not read of the graph. */
export type SiteSettings = Bases & Tiles & { readonly issueFormUrl?: string }

/** Over a graph that is here. Its catalogue is made when something is first made of it. */
export function siteOver(
  source: QuadReader,
  subjects: Site['subjects'],
  version: Version,
  settings: SiteSettings,
): ReadSite {
  let made: Promise<Site> | undefined
  const read: ReadSite = async (make) => {
    made ??= inTurns(catalogueOf(source, settings.baseIri)).then((catalogue) => ({
      ...shownOf(settings),
      source,
      catalogue,
      version,
      subjects,
      whole: read,
    }))
    return make(await made)
  }
  return read
}

/** What pages show of the settings. */
export function shownOf({ baseIri, publicUrl, tileUrl, tileAttribution, issueFormUrl = '' }: SiteSettings) {
  return { baseIri, publicUrl, tileUrl, tileAttribution, issueFormUrl }
}
