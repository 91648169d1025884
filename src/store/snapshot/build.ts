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
  const builder = new SnapshotBuilder()
  const { idOf } = builder.dictionary
  for (const { subject, predicate, object, graph } of quads) {
    builder.add(idOf(subject), idOf(predicate), idOf(object), idOf(graph))
  }
  return builder.finish()
}

export class SnapshotBuilder {
  readonly dictionary = new DictionaryBuilder()
  readonly #subjects = new IdList()
  readonly #predicates = new IdList()
  readonly #objects = new IdList()
  readonly #graphs = new IdList()

  /** Takes a quad, as the ids that the dictionary has given to its terms. */
  add(subject: number, predicate: number, object: number, graph: number): void {
    this.#subjects.push(subject)
    this.#predicates.push(predicate)
    this.#objects.push(object)
    this.#graphs.push(graph)
  }

  finish(): Snapshot {
    const { columns: dictionary, idNow } = this.dictionary.finish()
    // Only objects have values.
    const objects = this.#objects.ids
    for (let row = 0; row < objects.length; row++) objects[row] = idNow(objects[row]!)
    const quads = {
      subjects: this.#subjects.ids,
      predicates: this.#predicates.ids,
      objects,
      graphs: this.#graphs.ids,
    }
    const indexes = indexQuads(quads, this.dictionary.termCount)
    const graphIds = idsWithRows(indexes.byGraph.gspo.offsets).filter((id) => id !== firstIds.defaultGraph)
    return attachSnapshot({
      ...indexes,
      dictionary,
      graphs: toShared(graphIds),
      predicates: countPredicates(indexes.union),
    })
  }
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
