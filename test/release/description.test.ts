/**
 * What is said of another town's dataset: what it states, and nothing that only holds here.
 */
import { expect, test } from 'vitest'
import { graphNames } from '../../src/dataset/graphs.ts'
import { versionOf } from '../../src/dataset/version.ts'
import type { Quad } from '../../src/rdf/environment.ts'
import { Lookup } from '../../src/rdf/lookup.ts'
import { dcat, dcterms, foaf, rdfs, voidNs } from '../../src/rdf/namespaces.ts'
import { parse } from '../../src/rdf/parse.ts'
import { citation } from '../../src/release/citation.ts'
import { describeDataset } from '../../src/release/description/describe.ts'
import { node } from '../../src/release/description/facts.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'

const baseIri = 'https://town.example/'
const dataset = node(`${baseIri}dataset`)
const prefixes = `
  PREFIX cc: <http://creativecommons.org/ns#> PREFIX cg: <https://w3id.org/commonsgraph/ontology#>
  PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <http://schema.org/>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX spdx: <http://spdx.org/rdf/terms#>
  PREFIX wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>`

async function describeTown(triG: string): Promise<{ said: Lookup; quads: readonly Quad[]; version: string }> {
  const statements = await parse(prefixes + triG, { baseIri, file: 'town.trig' })
  const quads = statements.map(({ quad }) => quad)
  const snapshot = buildSnapshot(quads as never)
  const version = versionOf(quads)
  const source = new SnapshotSource(snapshot)
  const graphs = graphNames(baseIri)
  const about = { dataset, baseIri, publicUrl: baseIri, graphs, version, snapshot, source, files: [], earlier: [] }
  const described = describeDataset(about)
  return { said: new Lookup(described), quads: described, version: version.name }
}

const licences = (said: Lookup) =>
  new Set(
    said.using(dcterms.license!).map(({ subject, object }) => `${subject.value.replace(/^.*#/, '')} ${object.value}`),
  )
const shared = 'https://creativecommons.org/licenses/by-sa/4.0/'

test('a licence that nobody states is not claimed', async () => {
  const { said, quads } = await describeTown('GRAPH <graph/editorial> { <id/a> rdfs:label "A"@en }')
  expect(licences(said)).toEqual(new Set(['software https://www.apache.org/licenses/LICENSE-2.0']))
  expect(said.label(node(`${dataset.value}#rights`), 'en')).toContain('ask who publishes it')
  expect(citation(quads)).not.toContain('license')
})

test('the licence that is stated is the one of the data, by the address of its text', async () => {
  const { said, quads } = await describeTown(`GRAPH <graph/editorial> {
    <dataset> dcterms:license <licence/cc-by-sa-4.0> .
    <licence/cc-by-sa-4.0> a cc:License ; rdfs:label "Partage"@fr , "Share alike"@en ; cc:requires cc:ShareAlike ;
      spdx:licenseId "CC-BY-SA-4.0" ; schema:description "Citez."@fr , "Give credit."@en ; schema:url <${shared}> . }`)
  expect(licences(said)).toContain(`${dataset.value} ${shared}`)
  expect(licences(said)).toContain(`part-statements ${shared}`)
  expect([...licences(said)].filter((one) => one.includes('zero/1.0'))).toEqual([])
  expect(said.label(node(`${dataset.value}#rights`), 'en')).toContain('under the licence "Share alike". Give credit.')
  expect(citation(quads)).toContain('license: CC-BY-SA-4.0\n')
})

test('title, description and publisher are those that are stated, or else what is true of any', async () => {
  const { said } = await describeTown(`GRAPH <graph/editorial> {
    <dataset> dcterms:title "Une ville"@fr ; dcterms:description "Ses communs"@fr ; dcterms:publisher <id/town> .
    <id/town> a foaf:Agent ; foaf:name "La ville" . }`)
  expect(said.text(dataset, dcterms.title!, 'fr')).toBe('Une ville')
  expect(said.object(dataset, dcterms.publisher!)?.value).toBe(`${baseIri}id/town`)
  expect(said.object(node(`${baseIri}id/town`), foaf('name'))?.value).toBe('La ville')
  const { said: bare } = await describeTown('GRAPH <graph/editorial> { <id/a> rdfs:label "A"@en }')
  expect(bare.text(dataset, dcterms.title!, 'fr')).toBe('town.example')
  expect(bare.object(bare.object(dataset, dcterms.publisher!)!, foaf('name'))?.value).toBe('town.example')
})

test('where and when are those of the data, and none where it says nothing', async () => {
  const { said, version } = await describeTown(`
    GRAPH <source/s#1> { <id/a> schema:containedInPlace <id/town> ; wgs84:lat 50.0 ; wgs84:long 3.0 . <id/town> schema:containedInPlace <id/a> . <id/b> schema:containedInPlace <id/town> }
    GRAPH <source/s#2> { <id/a> wgs84:lat -30.0 ; wgs84:long 120.0 . <id/c> wgs84:long 9.0 }
    GRAPH <graph/sources> { <source/s#1> cg:observedOn "2016-05-26"^^xsd:date . <source/s#2> cg:observedOn "2020-01-01"^^xsd:date , "2026-99-99"^^xsd:date . <id/x> cg:observedOn "2020-02-30"^^xsd:date }`)
  const boxes = said.using(dcat.bbox!).map(({ object }) => object.value)
  expect(boxes).toEqual(['POLYGON((3 -30,120 -30,120 50,3 50,3 -30))'])
  expect(version.slice(0, 10)).toBe('2020-01-01')
  const days = [dcat.startDate, dcat.endDate].map((property) => said.using(property!)[0]?.object.value)
  expect(days).toEqual(['2016-05-26', '2020-01-01'])
  const { said: bare } = await describeTown('GRAPH <graph/editorial> { <id/a> rdfs:label "A"@en }')
  for (const property of [dcterms.spatial, dcterms.temporal, dcat.bbox]) expect(bare.using(property!)).toEqual([])
})

test('links to any kind of register are counted, and names of unknown vocabularies kept apart', async () => {
  const { said } = await describeTown(`GRAPH <graph/links> {
    <id/a> skos:closeMatch <urn:isbn:12345> ; skos:exactMatch <http://www.wikidata.org/entity/Q1> , <https://x.example:8080/a> ;
      <http://v.example/é> 1 ; <http://v.example/è> 2 . }`)
  const targets = said.using(voidNs.objectsTarget!).map(({ object }) => object.value)
  expect(targets.toSorted()).toEqual(['http://www.wikidata.org/', 'https://x.example:8080/', 'urn:isbn:'])
  const partitions = said.using(voidNs.property!).filter(({ object }) => object.value.startsWith('http://v.example/'))
  expect(new Set(partitions.map(({ subject }) => subject.value)).size).toBe(2)
  expect(said.using(rdfs.label!).length).toBeGreaterThan(0)
})
