/**
 * What a table of a release is.
 */
import type { NamedNode, Quad } from '../../rdf/environment.ts'
import { rdfNs } from '../../rdf/namespaces.ts'
import { sortNames } from '../../rdf/order.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Column, Titles } from './column.ts'

export interface Table {
  readonly file: string
  readonly title: Titles
  /** What its rows are. */
  readonly description: Titles
  /** The first one has the IRI of the row. */
  readonly columns: readonly [Column, ...Column[]]
  /** The columns that name a row for a person. */
  readonly rowTitles: readonly string[]
  /** The class of every row, if there is one. */
  readonly type?: NamedNode
  /** The IRIs of the rows, in their order: all of a table that is held at once. */
  rows(source: QuadReader): readonly string[]
}

/** The type and the rows of a table of all instances of a class. */
export function instancesOf(type: NamedNode): Required<Pick<Table, 'type' | 'rows'>> {
  return { type, rows: (source) => sortNames(iris(source.triples(null, rdfNs.type!, type), 'subject')) }
}

/** The IRIs at one end of some statements. */
export function* iris(statements: Iterable<Quad>, end: 'subject' | 'object'): Generator<string> {
  for (const { [end]: node } of statements) if (node.termType === 'NamedNode') yield node.value
}
