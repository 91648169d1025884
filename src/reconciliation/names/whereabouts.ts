/**
 * Where things are: at an address, in a venue, which is in a district, which is in a town.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, rdfNs, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'

/** From a thing to where it is. */
const ways = [schema.address, schema.location, schema.containedInPlace, cg.hostedAt, cg.meetsAt] as NamedNode[]

/** From a thing to its venue, from there to the town, from there to its country: who is further away is somewhere else. */
const furthest = 4

export class Whereabouts {
  readonly #source: QuadReader

  constructor(source: QuadReader) {
    this.#source = source
  }

  /** The thing itself, then where it is, the nearest first. */
  *of(iri: string): Generator<NamedNode, void> {
    const seen = new Set([iri])
    let nodes: NamedNode[] = [rdf.namedNode(iri)]
    for (let step = 0; step < furthest && nodes.length; step++) {
      yield* nodes
      const next = nodes.flatMap((node) => ways.flatMap((way) => [...this.#source.triples(node, way)]))
      nodes = []
      for (const { object } of next) {
        if (seen.has(object.value)) continue
        seen.add(object.value)
        nodes.push(object as NamedNode)
      }
    }
  }

  isCity(node: NamedNode): boolean {
    for (const _ of this.#source.triples(node, rdfNs.type!, schema.City!)) return true
    return false
  }
}
