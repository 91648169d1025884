/**
 * The classes and properties that the data uses, and how often, as the dataset's description counts them
 * (https://www.w3.org/TR/void/#class-property-partitions).
 */
import { datasetIri } from '../../dataset/graphs.ts'
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { voidNs } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'

export interface Uses {
  /** How many things are of a class, by its IRI. */
  readonly classes: ReadonlyMap<string, number>
  /** How many triples a property has, by its IRI. */
  readonly properties: ReadonlyMap<string, number>
}

/** @param baseIri what our own IRIs begin with */
export function usesIn(source: QuadReader, baseIri: string): Uses {
  const dataset = rdf.namedNode(datasetIri(baseIri))
  const counted = (partition: NamedNode, of: NamedNode, amount: NamedNode) => {
    const counts = new Map<string, number>()
    for (const { object: part } of source.triples(dataset, partition)) {
      for (const { object: term } of source.triples(part, of)) {
        for (const { object: count } of source.triples(part, amount)) counts.set(term.value, Number(count.value))
      }
    }
    return counts
  }
  return {
    classes: counted(voidNs.classPartition!, voidNs.class!, voidNs.entities!),
    properties: counted(voidNs.propertyPartition!, voidNs.property!, voidNs.triples!),
  }
}
