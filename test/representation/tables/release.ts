/** The files of a release that are tables, from some quads. */
import type { Quad } from '../../../src/rdf/environment.ts'
import { toCsv } from '../../../src/representation/tables/csv.ts'
import { tableGroup } from '../../../src/representation/tables/csvw.ts'
import { separatorFor } from '../../../src/representation/tables/separator.ts'
import { releaseTables } from '../../../src/representation/tables/tables.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../../src/store/snapshot/source.ts'
import { baseIri } from '../../support/dataset.ts'
import type { TableDescription } from './csv2rdf.ts'

export function sourceOf(quads: readonly Quad[]): SnapshotSource {
  return new SnapshotSource(buildSnapshot(quads as never))
}

export function tablesOf(source: SnapshotSource) {
  const tables = releaseTables(baseIri)
  const separator = separatorFor(tables, source)
  const csv = new Map(tables.map((table) => [table.file, [...toCsv(table, source, separator)].join('')]))
  const metadata = JSON.parse(tableGroup(tables, separator)) as { readonly tables: readonly TableDescription[] }
  return { csv, metadata, separator }
}
