/**
 * Builds a snapshot: terms become ids, then rows of ids are put in order.
 */
import type { Quad } from '../../rdf/terms.ts'
import { toShared, withRoom } from './columns.ts'
import { DictionaryBuilder } from './dictionary-builder.ts'
import { firstIds } from './first-terms.ts'
import { indexQuads } from './indexes.ts'
import { attachSnapshot, type Snapshot } from './snapshot.ts'
import { idsWithRows } from './sorted-rows.ts'
import { countPredicates } from './statistics.ts'

/** A snapshot of quads of any RDF/JS factory, in any order; one that comes twice is in it once. */
export function buildSnapshot(quads: Iterable<Quad>): Snapshot {
  const dictionary = new DictionaryBuilder()
  const subjects = new IdList()
  const predicates = new IdList()
  const objects = new IdList()
  const graphs = new IdList()
  for (const { subject, predicate, object, graph } of quads) {
    subjects.push(dictionary.idOf(subject))
    predicates.push(dictionary.idOf(predicate))
    objects.push(dictionary.idOf(object))
    graphs.push(dictionary.idOf(graph))
  }
  const indexes = indexQuads(
    { subjects: subjects.ids, predicates: predicates.ids, objects: objects.ids, graphs: graphs.ids },
    dictionary.termCount,
  )
  const graphIds = idsWithRows(indexes.byGraph.gspo.offsets).filter((id) => id !== firstIds.defaultGraph)
  return attachSnapshot({
    ...indexes,
    dictionary: dictionary.finish(),
    graphs: toShared(graphIds),
    predicates: countPredicates(indexes.union),
  })
}

/** A column of unknown length. */
class IdList {
  #ids = new Uint32Array(1024)
  #length = 0

  push(id: number): void {
    this.#ids = withRoom(this.#ids, this.#length + 1)
    this.#ids[this.#length++] = id
  }

  get ids(): Uint32Array {
    return this.#ids.subarray(0, this.#length)
  }
}
