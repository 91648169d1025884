/**
 * What is told of the whole graph is made once a version of it, when it is first asked for.
 */
import type { Site } from './site.ts'

/** Gives the same for the same site; what failed is tried again. */
export function once<T>(make: (site: Site) => Promise<T>): (site: Site) => Promise<T> {
  const made = new WeakMap<Site, Promise<T>>()
  return (site) => {
    const known = made.get(site)
    if (known) return known
    const making = make(site)
    made.set(site, making)
    making.catch(() => made.delete(site))
    return making
  }
}
