/**
 * The site over the shipped graph and what a test adds to it.
 */
import { parse } from '../../src/rdf/parse.ts'
import { type Site, siteOver } from '../../src/site/site.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import { baseIri, config, dataset } from './dataset.ts'

/** @param trig relative IRIs are read against the base of the shipped graph, and the prefixes that tests need are there */
export async function siteWith(trig = ''): Promise<Site> {
  const added = await parse(prefixes + trig, { baseIri, file: 'added.trig' })
  const quads = [...dataset.quads, ...added.map(({ quad }) => quad)]
  return siteOver(new SnapshotSource(buildSnapshot(quads)), dataset.version, config)()
}

const prefixes = `
@prefix cc: <http://creativecommons.org/ns#> .
@prefix cg: <https://w3id.org/commonsgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`
