/**
 * A snapshot: an RDF dataset that never changes, in shared memory. Its terms are ids of a dictionary, its quads sorted
 * columns of ids. Threads attach to it without a copy.
 *
 * A quad of a named graph takes 72 bytes, a triple of the union graph at most 24. A term takes its text, 17 bytes of
 * columns (8 of them for its number), 28 of offsets, and 12 to 24 of hash table. Ten million quads in named graphs with
 * four million terms are 1.25 GB.
 */
import type { Term } from '../../rdf/terms.ts'
import { columnsIn } from './columns.ts'
import { Dictionary, type DictionaryColumns } from './dictionary.ts'
import { firstIds } from './first-terms.ts'
import type { Indexes } from './indexes.ts'
import { lowerBound } from './lower-bound.ts'
import type { PredicateColumns } from './statistics.ts'
import type { Kind } from './term-kinds.ts'

/** All that a snapshot is, and all that a thread or a file needs of it. A structured clone shares the memory. */
export interface SnapshotParts extends Indexes {
  readonly dictionary: DictionaryColumns
  /** The ids of the named graphs, sorted. */
  readonly graphs: Uint32Array
  readonly predicates: PredicateColumns
}

export interface Snapshot extends Indexes {
  /** Ids are 1 to `termCount`; 0 is no term. */
  readonly termCount: number
  /** 0 if the snapshot does not have the term. A term that has an id need not stand in any quad. */
  idOf(term: Term): number
  termOf(id: number): Term
  /** 0 for an id that no term has. */
  kindOf(id: number): Kind
  /** The id of a literal's datatype, 0 for other terms. */
  datatypeOf(id: number): number
  /** The IRI, the blank node's label or the literal's lexical form. */
  textOf(id: number): string
  /** By id: the value of a number, a date or a moment, or NaN for all else and for what a double cannot stand for. */
  readonly values: Float64Array
  /** The ids of the literals whose values are of a space; among them they ascend with their values. */
  idsOfSpace(space: number): IdRange
  /** From this one on every id is that of a literal that has a value. */
  readonly firstWithValue: number
  /** The terms as they are in memory. */
  readonly stored: Pick<DictionaryColumns, 'kinds' | 'qualifiers' | 'ends' | 'text'>
  /** Of a literal's value (see `spaces`). */
  spaceOf(id: number): number
  /** The value of a literal of xsd:integer or of a type derived from it, NaN where `values` has NaN and for all others. */
  integerOf(id: number): number
  /** The id of the default graph's name, which is no term of the data. */
  readonly defaultGraph: number
  /** The ids of the named graphs, sorted. */
  readonly graphs: Uint32Array
  readonly quadCount: number
  /** Of the union graph. */
  readonly tripleCount: number
  /** Of a predicate in the union graph. */
  statistics(predicate: number): PredicateStatistics
  /** The size of the memory that all threads share. */
  readonly bytes: number
  /** What another thread needs for `attachSnapshot`. */
  share(): SnapshotParts
}

/** Ids from `from` to the one before `to`. */
export interface IdRange {
  readonly from: number
  readonly to: number
}

export interface PredicateStatistics {
  readonly triples: number
  /** How many different ones its triples have. */
  readonly subjects: number
  readonly objects: number
}

/** A snapshot over the parts of another one, of this thread or of one that sent them. */
export function attachSnapshot(parts: SnapshotParts): Snapshot {
  const { union, byGraph, acrossGraphs, graphs, predicates } = parts
  const dictionary = new Dictionary(parts.dictionary)
  const bytes = columnsIn(parts).reduce((sum, { byteLength }) => sum + byteLength, 0)
  return {
    union,
    byGraph,
    acrossGraphs,
    graphs,
    bytes,
    termCount: dictionary.termCount,
    quadCount: byGraph.gspo.second.length,
    tripleCount: union.spo.second.length,
    defaultGraph: firstIds.defaultGraph,
    values: parts.dictionary.values,
    stored: parts.dictionary,
    firstWithValue: dictionary.firstWithValue,
    idsOfSpace: (space) => dictionary.idsOfSpace(space),
    idOf: (term) => dictionary.idOf(term),
    termOf: (id) => dictionary.termOf(id),
    kindOf: (id) => dictionary.kindOf(id),
    datatypeOf: (id) => dictionary.datatypeOf(id),
    textOf: (id) => dictionary.textOf(id),
    spaceOf: (id) => dictionary.spaceOf(id),
    integerOf: (id) => dictionary.integerOf(id),
    statistics(predicate) {
      const row = lowerBound(predicates.ids, predicate, 0, predicates.ids.length)
      if (predicates.ids[row] !== predicate) return { triples: 0, subjects: 0, objects: 0 }
      const triples = union.pos.offsets[predicate + 1]! - union.pos.offsets[predicate]!
      return { triples, subjects: predicates.subjects[row]!, objects: predicates.objects[row]! }
    },
    share: () => parts,
  }
}
