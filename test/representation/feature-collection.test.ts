/**
 * The map of all venues: GeoJSON that holds the points of the data and no other.
 */
import { expect, test } from 'vitest'
import { rdf } from '../../src/rdf/environment.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { iri, literal } from '../../src/rdf/terms.ts'
import { toFeatureCollection } from '../../src/representation/feature-collection.ts'
import { type Feature, toFeature } from '../../src/representation/geojson.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import { quad } from '../store/snapshot/quads.ts'
import { baseIri, dataset } from '../support/dataset.ts'

function collectionOf(quads: Parameters<typeof buildSnapshot>[0]) {
  const text = [...toFeatureCollection(new SnapshotSource(buildSnapshot(quads)))].join('')
  return { text, collection: JSON.parse(text) as { features: readonly Feature[]; bbox?: readonly number[] } }
}

const { text, collection } = collectionOf(dataset.quads as never)

test('has every place once, by IRI, and where the sources say so its point', () => {
  const places = dataset.quads
    .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === `${prefixes.schema}Place`)
    .map(({ subject }) => subject.value)
  expect(collection.features.map(({ id }) => id)).toEqual([...new Set(places)].sort())
  const points = collection.features.flatMap(({ id, geometry }) => (geometry ? [[id, geometry.coordinates]] : []))
  expect(points).toEqual([
    [`${baseIri}id/bois-blancs`, [3.025, 50.634]],
    [`${baseIri}id/gare-lille-flandres`, [3.0708, 50.6365]],
    [`${baseIri}id/moulins`, [3.075, 50.617]],
    [`${baseIri}id/mutualab`, [3.06142, 50.62959]],
  ])
  expect(collection.bbox).toEqual([3.025, 50.617, 3.075, 50.6365])
})

test('no geometry in the data is anything but a point', () => {
  const shapes = dataset.quads.filter(({ predicate }) => predicate.value === `${prefixes.geo}asWKT`)
  expect(shapes.filter(({ object }) => !/^POINT\(/.test(object.value))).toEqual([])
})

test('says what a map shows of a place', () => {
  const mutualab = collection.features.find(({ id }) => id === `${baseIri}id/mutualab`)!
  expect(mutualab.properties).toMatchObject({
    name_fr: 'MutuaLab',
    name_en: 'MutuaLab',
    kinds: [`${baseIri}scheme/kinds/coworking-space`],
    kinds_fr: ['espace de coworking'],
    kinds_en: ['coworking space'],
    address: ['19 rue Nicolas Leblanc, 59000 Lille'],
    website: ['http://mutualab.org'],
  })
  expect(mutualab.properties.description_en?.[0]).toContain('Coworking space open from Monday to Friday')
})

test('the feature of a thing alone says the same', () => {
  for (const { id, geometry, properties } of collection.features) {
    expect(JSON.parse(toFeature(rdf.namedNode(id), dataset.quads))).toEqual({
      type: 'Feature',
      id,
      geometry,
      properties,
    })
  }
})

test('is a line a feature, and the same bytes in whatever order the data was loaded', () => {
  expect(text.split('\n').length).toBe(collection.features.length + 3)
  expect(collectionOf(dataset.quads.toReversed() as never).text).toBe(text)
})

test('makes no point of coordinates that are not stated together, or are no numbers, and then has no box', () => {
  const place = iri(`${baseIri}id/a#part`)
  const [lat, long] = [iri(`${prefixes.wgs84}lat`), iri(`${prefixes.wgs84}long`)]
  const apart = [quad(place, lat, literal('1'), iri('x:g')), quad(place, long, literal('2'), iri('x:h'))]
  const address = quad(place, iri(`${prefixes.schema}address`), iri(`${baseIri}id/unknown`), iri('x:g'))
  const words = [address, quad(place, lat, literal('nord'), iri('x:g')), quad(place, long, literal('2'), iri('x:g'))]
  for (const quads of [apart, words]) {
    expect(collectionOf(quads as never).collection).toEqual({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', id: `${baseIri}id/a#part`, geometry: null, properties: {} }],
    })
  }
  expect(collectionOf([]).collection).toEqual({ type: 'FeatureCollection', features: [] })
})
