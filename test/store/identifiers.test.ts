/**
 * Things by what they are called in OpenStreetMap, where the shipped data has no link yet.
 */
import { expect, test } from 'vitest'
import { iri } from '../../src/rdf/terms.ts'
import { IdentifierIndex } from '../../src/store/identifiers.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import { quad } from './snapshot/quads.ts'

const base = 'https://commons.example/'
const skos = (name: string) => iri(`http://www.w3.org/2004/02/skos/core#${name}`)
const osm = (path: string) => iri(`https://www.openstreetmap.org/${path}`)
const index = new IdentifierIndex(
  new SnapshotSource(
    buildSnapshot([
      quad(iri(`${base}id/garden`), skos('closeMatch'), osm('way/42')),
      quad(iri(`${base}id/shed`), skos('exactMatch'), osm('way/42')),
      quad(iri(`${base}id/gate`), skos('exactMatch'), osm('node/42')),
      quad(iri('https://other.example/x'), skos('exactMatch'), osm('node/7')),
    ]),
  ),
  base,
)

test.each([
  'way/42',
  'w42',
  'WAY/42',
  'https://www.openstreetmap.org/way/42',
  'https://osm.org/way/42',
  'http://openstreetmap.org/way/42#map=12/50.6/3.06',
  'https://www.openstreetmap.org/way/42/history',
])('%s is the thing that is exactly it, then the one that is close', (text) => {
  expect(index.find('osm', text)?.map(({ iri }) => iri)).toEqual([`${base}id/shed`, `${base}id/garden`])
})

test('another number or type leads to nothing, but to what is near', () => {
  expect(index.find('osm', 'relation/42')).toEqual([])
  expect(index.near('osm', 'relation/42', 5)).toEqual(
    [
      { iri: `${base}id/shed`, identifier: 'way/42' },
      { iri: `${base}id/gate`, identifier: 'node/42' },
    ].toSorted((a, b) => (a.identifier < b.identifier ? 1 : -1)),
  )
  expect(index.find('osm', 'node/7')).toEqual([])
  expect(index.find('osm', '42')).toBeUndefined()
})
