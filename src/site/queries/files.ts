/**
 * The files in which the answer to a saved query is had.
 */
import { answersGraph, type SavedQuery } from '../../query/saved.ts'
import { rdfFormats } from '../../rdf/formats.ts'
import { geoJson } from '../../representation/geojson.ts'

export interface AnswerFile {
  readonly suffix: string
  readonly mediaType: string
  readonly name: string
}

const ofRows: readonly AnswerFile[] = [
  { suffix: 'json', mediaType: 'application/sparql-results+json', name: 'JSON' },
  { suffix: 'csv', mediaType: 'text/csv', name: 'CSV' },
]

const ofPlaces: AnswerFile = { suffix: 'geojson', mediaType: geoJson.mediaType, name: 'GeoJSON' }

const ofGraphs = rdfFormats.map(({ extension: suffix, mediaType, name }): AnswerFile => ({ suffix, mediaType, name }))

/** All that any answer is had in. */
export const allFiles: readonly AnswerFile[] = [...ofRows, ofPlaces, ...ofGraphs]

/** Those of one, the first being the one that a program without preference gets. */
export function answerFiles(saved: SavedQuery): readonly AnswerFile[] {
  if (answersGraph(saved)) return ofGraphs
  return saved.map ? [...ofRows, ofPlaces] : ofRows
}
