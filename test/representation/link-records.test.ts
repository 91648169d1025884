import { expect, test } from 'vitest'
import { Lookup } from '../../src/rdf/lookup.ts'
import { parse } from '../../src/rdf/parse.ts'
import { isSound, linkRecords } from '../../src/representation/link-records.ts'
import { sourceOf, tablesOf } from './tables/release.ts'

const baseIri = 'https://commons.example/'

/** One link with checks as people may write them by hand, the last one not last. */
const text = `
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sssom: <https://w3id.org/sssom/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
GRAPH <graph/links> {
  <id/a#link-q1> a sssom:Mapping ; sssom:subject_id <id/a> ; sssom:predicate_id skos:exactMatch ;
    sssom:object_id <http://www.wikidata.org/entity/Q1> ; sssom:mapping_date "2026-01-01"^^xsd:date .
  <id/a#check-2> prov:used <id/a#link-q1> ; dcterms:date "2026-03-01"^^xsd:date ;
    schema:result <scheme/link-states/holds> .
  <id/a#check-1> prov:used <id/a#link-q1> ; dcterms:date "2026-02-01"^^xsd:date ;
    schema:result <scheme/link-states/deleted> .
  <id/b#link-q2> a sssom:Mapping ; sssom:subject_id <id/b> .
}`
const quads = (await parse(text, { baseIri, file: 'links.trig' })).map(({ quad }) => quad)

test('the last check is the newest one, wherever it stands; a record that is not whole is none', () => {
  for (const said of [quads, quads.toReversed()]) {
    const [record, ...others] = linkRecords(new Lookup(said))
    expect([record?.lastCheck?.date, record && isSound(record), others]).toEqual(['2026-03-01', true, []])
  }
})

test('in the table too', () => {
  const { csv } = tablesOf(sourceOf(quads))
  expect(csv.get('links.csv')).toContain(',2026-03-01,https://commons.example/scheme/link-states/holds,')
  expect(csv.get('links.csv')).not.toContain('deleted')
})
