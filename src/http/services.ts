/**
 * What the routes are given: everything below the HTTP floor, already put together.
 */

import type { Budget } from '../query/budget.ts'
import type { QueryEngine } from '../query/engine.ts'
import type { SavedQuery } from '../query/saved.ts'
import type { Quad } from '../rdf/environment.ts'
import type { ContextDocument, JsonLd } from '../rdf/jsonld.ts'
import type { ReadReconciliation } from '../reconciliation/reconciliation.ts'
import type { StoredReleases } from '../release/stored-releases.ts'
import type { Bases } from '../representation/addresses.ts'
import type { ReadSite } from '../site/site.ts'
import type { Store } from '../store/store.ts'

export interface Services extends Bases {
  readonly store: Store
  readonly engine: QueryEngine
  /** What clients have for their computing, the engine's and ours. */
  readonly budget: Budget
  /** Settled when its indexes are made, which the first to ask waits for. */
  readonly readReconciliation: ReadReconciliation
  /** Makes a page, or something else, of the site; its catalogue is made first, which the first to ask waits for. */
  readonly readSite: ReadSite
  readonly queries: ReadonlyMap<string, SavedQuery>
  readonly shapes: readonly Quad[]
  readonly context: ContextDocument
  readonly jsonLd: JsonLd
  /** Settled as soon as the current release is whole; one that was damaged since is made anew. */
  readonly release: () => Promise<void>
  /** All that there are, the current one among them once it is whole. */
  readonly releases: StoredReleases
}
