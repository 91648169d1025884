/**
 * Properties: the columns of `commons.csv` and `venues.csv`, under the same names. A column that only has the names of
 * what another one has the IRIs of is none: a value is told with its name.
 */
import type { Term } from '../rdf/environment.ts'
import { rdfs } from '../rdf/namespaces.ts'
import type { QuadReader } from '../rdf/quad-reader.ts'
import type { Language } from '../representation/negotiate.ts'
import { termsOf } from '../representation/tables/cells.ts'
import { type Column, directProperty, takes } from '../representation/tables/column.ts'
import { commonsTable } from '../representation/tables/commons.ts'
import { Row } from '../representation/tables/row.ts'
import { venuesTable } from '../representation/tables/venues.ts'
import type { Work } from '../turns.ts'
import type { Things } from './things.ts'

/** §3.3. */
export interface Property {
  readonly id: string
  readonly name: string
}

export class Properties {
  readonly #source: QuadReader
  readonly #columns: ReadonlyMap<string, Column>

  constructor(source: QuadReader, baseIri: string) {
    this.#source = source
    const columns = [...commonsTable(baseIri).columns, ...venuesTable.columns].filter((column) => !isNameOnly(column))
    this.#columns = new Map(columns.map((column) => [column.name, column]))
  }

  /** The identifiers of all. */
  all(): string[] {
    return [...this.#columns.keys()]
  }

  has(id: string): boolean {
    return this.#columns.has(id)
  }

  /** What is not known is called by its identifier. */
  describe(id: string, language: Language): Property {
    return { id, name: this.#columns.get(id)?.titles[language] ?? id }
  }

  /** A reader of the properties of one thing: the values by identifier of the property, none where it is not known. */
  reader(iri: string): (id: string) => readonly Term[] {
    const row = new Row(iri, this.#source)
    return (id) => {
      const column = this.#columns.get(id)
      return column ? termsOf(column, row) : []
    }
  }

  /** What is stated under a property, thing after thing or statement after statement; some say nothing. */
  *statements(id: string, things: Things): Generator<{ readonly iri: string; readonly terms: readonly Term[] }, void> {
    const column = this.#columns.get(id)
    const direct = column && directProperty(column)
    if (!column) return
    if (!direct) {
      for (const iri of things.all()) yield { iri, terms: termsOf(column, new Row(iri, this.#source)) }
      return
    }
    for (const { subject, object } of this.#source.triples(null, direct)) {
      yield { iri: subject.value, terms: things.has(subject.value) && takes(column, object) ? [object] : [] }
    }
  }

  /** The identifiers of the properties that some of these things have, those that most have first. */
  *usedBy(iris: Iterable<string>): Work<string[]> {
    const readers = Array.from(iris, (iri) => this.reader(iri))
    const counts: [string, number][] = []
    for (const id of this.all()) {
      counts.push([id, readers.filter((read) => read(id).length).length])
      yield
    }
    return counts
      .filter(([, count]) => count)
      .sort(([, a], [, b]) => b - a)
      .map(([id]) => id)
  }
}

function isNameOnly({ path }: Column): boolean {
  return path.length > 1 && path.at(-1)!.property?.equals(rdfs.label!) === true
}
