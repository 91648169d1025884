/**
 * The files of a release, in one table: everything that writes, lists, serves or describes them looks here.
 */

import { jsonLd, nQuads, nTriples, type RdfFormat, rdfXml, triG, turtle } from '../rdf/formats.ts'
import type { Table } from '../representation/tables/table.ts'
import { releaseTables } from '../representation/tables/tables.ts'

/** A file that holds the data, or a part of it. Beside each lies the same under gzip, `{name}.gz`. */
export interface DumpFile {
  readonly name: string
  readonly mediaType: string
  /** Its name in the authority table of file types of the European Union. */
  readonly fileType: string
  /** Its name in https://www.w3.org/ns/formats/, if it is RDF. */
  readonly w3cFormat?: string
  readonly title: readonly [french: string, english: string]
}

/** The whole dataset in a format of RDF. */
export interface RdfDump extends DumpFile {
  readonly format: RdfFormat
}

const whole = (format: RdfFormat, fileType: string, w3cFormat: string): RdfDump => ({
  name: `commons.${format.extension}`,
  mediaType: format.mediaType,
  fileType,
  w3cFormat,
  format,
  title: format.graphs
    ? [
        `Tout, avec le passage de chaque fait, en ${format.name}`,
        `All, with the passage of each fact, as ${format.name}`,
      ]
    : [`L’union de tous les graphes, en ${format.name}`, `The union of all graphs, as ${format.name}`],
})

export const rdfDumps: readonly RdfDump[] = [
  whole(jsonLd, 'JSON_LD', 'JSON-LD'),
  whole(nQuads, 'RDF_N_QUADS', 'N-Quads'),
  whole(triG, 'RDF_TRIG', 'TriG'),
  whole(turtle, 'RDF_TURTLE', 'Turtle'),
  whole(nTriples, 'RDF_N_TRIPLES', 'N-Triples'),
  whole(rdfXml, 'RDF_XML', 'RDF_XML'),
]

export const entitiesFile: DumpFile = {
  name: 'entities.jsonld',
  mediaType: jsonLd.mediaType,
  fileType: 'JSON_LD',
  w3cFormat: 'JSON-LD',
  title: ['Une chose après l’autre, une par ligne, en JSON-LD', 'One thing after another, one a line, as JSON-LD'],
}

export const geoJsonFile: DumpFile = {
  name: 'commons.geojson',
  mediaType: 'application/geo+json',
  fileType: 'GEOJSON',
  title: ['Les lieux, en GeoJSON', 'The places, as GeoJSON'],
}

export function tableFile({ file, title }: Table): DumpFile {
  return { name: file, mediaType: 'text/csv', fileType: 'CSV', title: [title.fr, title.en] }
}

/** What the columns of the tables are (https://www.w3.org/TR/tabular-data-model/#standard-file-metadata). */
export const csvMetadataFile: DumpFile = {
  name: 'csv-metadata.json',
  mediaType: 'application/csvm+json',
  fileType: 'JSON',
  title: ['Ce que disent les colonnes des tableaux (CSVW)', 'What the columns of the tables say (CSVW)'],
}

/** The dataset's own description, which no dump holds. */
export const metadataFile = 'metadata.ttl'
export const citationFile = 'citation.cff'
export const sumsFile = 'SHA256SUMS'

/** Those that say something of the release as a whole, and may say it better when a later program writes them. */
export const filesAbout: readonly { readonly name: string; readonly mediaType: string }[] = [
  { name: metadataFile, mediaType: turtle.mediaType },
  { name: citationFile, mediaType: 'application/yaml' },
  { name: sumsFile, mediaType: 'text/plain' },
]

/** Its SHA-256 is the one in the release's name. */
export const canonicalFile = `commons.${nQuads.extension}`

/** In the order of their listing. */
const dumpFiles: readonly DumpFile[] = [
  ...rdfDumps,
  entitiesFile,
  geoJsonFile,
  ...releaseTables('').map(tableFile),
  csvMetadataFile,
]

/** The file that holds a part of the data and has this name. */
export function dumpNamed(name: string): DumpFile | undefined {
  return dumpFiles.find((file) => file.name === name)
}

/** Undefined for a name that no file of a release has: nothing else in the folder can be reached. */
export function mediaTypeOf(name: string): string | undefined {
  const plain = name.replace(/\.gz$/, '')
  if (plain !== name) return dumpNamed(plain) && 'application/gzip'
  return [...dumpFiles, ...filesAbout].find((file) => file.name === name)?.mediaType
}
