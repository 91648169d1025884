/**
 * The tables of a release.
 */
import { commonsTable } from './commons.ts'
import { factsTable } from './facts.ts'
import { linksTable } from './links.ts'
import type { Table } from './table.ts'
import { venuesTable } from './venues.ts'

/** @param baseIri names things; ends in `/` */
export function releaseTables(baseIri: string): readonly Table[] {
  return [commonsTable(baseIri), venuesTable, factsTable, linksTable]
}
