/**
 * What stands between the values of a list in one cell. CSVW (Metadata Vocabulary §5.7, `separator`) has no escape for it,
 * so it must be a character that no value has.
 */
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Table } from './table.ts'

/** The bar that people know, then the box drawing characters. */
const candidates = ['|', ...Array.from({ length: 0x80 }, (_, index) => String.fromCharCode(0x2500 + index))]
const candidate = /[|\u2500-\u257f]/g

/**
 * The first candidate that no text in a list has: one separator for all tables.
 * @throws RangeError if the texts have all of them
 */
export function separatorFor(tables: readonly Table[], source: QuadReader): string {
  const lists = tables.flatMap(({ columns }) => columns).filter(({ list }) => list)
  const properties = new Set(lists.flatMap(({ path }) => path.at(-1)!.reads))
  const used = new Set<string>()
  for (const property of properties) {
    for (const { object } of source.triples(null, property)) {
      for (const [character] of object.value.matchAll(candidate)) used.add(character)
    }
  }
  const free = candidates.find((character) => !used.has(character))
  if (free === undefined) throw new RangeError('The texts have every character that could separate them in a table.')
  return free
}
