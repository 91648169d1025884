/**
 * What is told of the whole graph is made once a version of it, when it is first asked for.
 */
import type { Catalogue } from './catalogue/catalogue.ts'
import type { Site } from './site.ts'

/** Gives the same for the same version of the graph, whose catalogue stands for it; what failed is tried again. */
export function once<T>(make: (site: Site) => Promise<T>): (site: Site) => Promise<T> {
  const made = new WeakMap<Catalogue, Promise<T>>()
  return ({ catalogue, whole }) => {
    const known = made.get(catalogue)
    if (known) return known
    const making = whole(make)
    made.set(catalogue, making)
    making.catch(() => made.delete(catalogue))
    return making
  }
}
