/**
 * What is told of the whole graph is computed once a version of it, when it is first asked for, in turns beside all else.
 */
import { inTurns, type Work } from '../turns.ts'
import type { Site } from './site.ts'

/** Gives the same for the same site; what failed is tried again. */
export function once<T>(workOf: (site: Site) => Work<T>): (site: Site) => Promise<T> {
  const made = new WeakMap<Site, Promise<T>>()
  return (site) => {
    const known = made.get(site)
    if (known) return known
    const making = inTurns(workOf(site))
    made.set(site, making)
    making.catch(() => made.delete(site))
    return making
  }
}
