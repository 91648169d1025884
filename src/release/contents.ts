/**
 * What stands in each file of a release, in pieces that are made as they are written.
 */
import type { Dataset } from '../dataset/dataset.ts'
import { dumpPieces } from '../rdf/dump.ts'
import { rdfXml } from '../rdf/formats.ts'
import type { JsonLd } from '../rdf/jsonld.ts'
import { fitsRdfXml } from '../rdf/rdfxml.ts'
import { EntitiesDocument } from '../representation/entities.ts'
import { toFeatureCollection } from '../representation/feature-collection.ts'
import { toCsv } from '../representation/tables/csv.ts'
import { tableGroup } from '../representation/tables/csvw.ts'
import { separatorFor } from '../representation/tables/separator.ts'
import { releaseTables } from '../representation/tables/tables.ts'
import { OrderedSnapshot } from '../store/ordered/ordered-snapshot.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { SnapshotSource } from '../store/snapshot/source.ts'
import { csvMetadataFile, type DumpFile, entitiesFile, geoJsonFile, rdfDumps, tableFile } from './files.ts'
import type { Pieces } from './summed-file.ts'

export interface Content {
  readonly file: DumpFile
  readonly pieces: () => Pieces
  /** How many distinct triples or quads are read from it, known when it is written; only of RDF. */
  readonly statements?: () => number
}

/** In the order in which they are written and listed. RDF/XML is left out where the data cannot be said in it. */
export function contentsOf(
  { baseIri }: Pick<Dataset, 'baseIri'>,
  snapshot: Snapshot,
  jsonLd: JsonLd,
): readonly Content[] {
  const ordered = new OrderedSnapshot(snapshot)
  const source = new SnapshotSource(snapshot)
  const entities = new EntitiesDocument(snapshot, `${baseIri}id/`, jsonLd)
  const tables = releaseTables(baseIri)
  const separator = separatorFor(tables, source)
  const dumps = rdfDumps.filter(({ format }) => format !== rdfXml || fitsRdfXml(source.triples()))
  return [
    ...dumps.map((file) => ({
      file,
      pieces: () => dumpPieces(ordered, file.format, jsonLd),
      statements: () => (file.format.graphs ? snapshot.quadCount : snapshot.tripleCount),
    })),
    { file: entitiesFile, pieces: () => entities.pieces(), statements: () => entities.tripleCount },
    { file: geoJsonFile, pieces: () => toFeatureCollection(source) },
    ...tables.map((table) => ({ file: tableFile(table), pieces: () => toCsv(table, source, separator) })),
    { file: csvMetadataFile, pieces: () => [tableGroup(tables, separator)] },
  ]
}
