/**
 * Where a thing is, as properties tell it: what is stated of the venue, the district and the town that it is in counts for
 * it too.
 */
import type { NamedNode, Term } from '../rdf/environment.ts'
import type { Towns } from './names/towns.ts'
import type { Whereabouts } from './names/whereabouts.ts'
import type { Properties } from './properties.ts'
import type { Things } from './things.ts'

const addressProperties = ['address', 'street', 'postal_code']

/** The properties that say where something is. */
export const placing: ReadonlySet<string> = new Set([...addressProperties, 'town', 'contained_in'])

interface Parts {
  readonly things: Things
  readonly properties: Properties
  readonly towns: Towns
  readonly whereabouts: Whereabouts
}

export class Places {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** A reader of the properties of one thing, like that of what is stated of it alone. */
  reader(iri: string): (id: string) => readonly Term[] {
    const read = this.#parts.properties.reader(iri)
    let nodes: readonly NamedNode[] | undefined
    return (id) => {
      if (!placing.has(id)) return read(id)
      nodes ??= [...this.#parts.whereabouts.of(iri)]
      return this.#stated(id, nodes)
    }
  }

  #stated(id: string, nodes: readonly NamedNode[]): readonly Term[] {
    const { things, properties, towns, whereabouts } = this.#parts
    const named = () => nodes.flatMap((node) => towns.namesOf(node))
    if (id === 'town') return named()
    const places = nodes.filter(({ value }) => things.has(value))
    if (id === 'contained_in') return [...places.slice(1), ...named()]
    // The address of a town is not that of what is in it.
    return places
      .filter((node, index) => index === 0 || !whereabouts.isCity(node))
      .flatMap(({ value }) => properties.reader(value)(id))
  }
}
