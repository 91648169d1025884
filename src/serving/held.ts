/**
 * What a server is started with, and what is served to begin with.
 */
import type { Services } from '../http/services.ts'
import type { Holding, Holdings } from './holdings.ts'

/** What is the same for every version of the data. */
export type Common = Omit<Services, keyof Holding>

/** What is served to begin with. */
export interface Held {
  readonly holding: Holding
  /** Told where another one can be put in its place. */
  readonly begin?: (holdings: Holdings) => void
  close(): Promise<void>
}
