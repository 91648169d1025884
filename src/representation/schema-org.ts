/**
 * The dataset as schema.org describes one (https://schema.org/Dataset), for the search engines that read it in pages.
 */
import type { Bases } from './addresses.ts'
import type { DatasetView, DistributionView } from './dataset-view.ts'

/** @returns a JSON-LD document in the context of schema.org, which its readers know and nobody here fetches */
export function schemaOrgDataset(view: DatasetView, { publicUrl }: Bases): string {
  const { iri, title, description, publisher, licence, version, keywords, period, areas } = view
  const organisation = { '@type': 'Organization', name: publisher }
  return JSON.stringify({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': iri,
    name: title,
    description,
    url: `${publicUrl}dataset`,
    identifier: [iri, `sha256:${version.name.slice('YYYY-MM-DD-'.length)}`],
    version: version.name,
    ...(licence && { license: licence.href }),
    isAccessibleForFree: true,
    inLanguage: ['fr', 'en'],
    creator: organisation,
    publisher: organisation,
    datePublished: view.issued,
    dateModified: version.date,
    keywords,
    ...(period && { temporalCoverage: period.join('/') }),
    ...(areas.length && { spatialCoverage: areas.map(place) }),
    includedInDataCatalog: { '@type': 'DataCatalog', '@id': `${iri}#catalog`, name: title, url: publicUrl },
    distribution: view.files.map(download),
  })
}

function download({ name, description, href, mediaType, size, sha256 }: DistributionView) {
  return {
    '@type': 'DataDownload',
    name,
    description,
    contentUrl: href,
    encodingFormat: name.endsWith('.gz') ? ['application/gzip', mediaType] : mediaType,
    contentSize: `${size} B`,
    sha256,
  }
}

function place({ name, bbox }: DatasetView['areas'][number]) {
  const positions = bbox?.match(/-?[\d.]+ -?[\d.]+/g)?.map((position) => position.split(' ').map(Number)) ?? []
  const [longitudes, latitudes] = [0, 1].map((axis) => positions.map((position) => position[axis]!)) as [
    number[],
    number[],
  ]
  const corner = (choose: (...values: number[]) => number) => `${choose(...latitudes)} ${choose(...longitudes)}`
  return {
    '@type': 'Place',
    name,
    // South-west and north-east, latitude first.
    ...(positions.length && { geo: { '@type': 'GeoShape', box: `${corner(Math.min)} ${corner(Math.max)}` } }),
  }
}
