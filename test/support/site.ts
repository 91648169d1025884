/**
 * The site over the shipped graph and what a test adds to it.
 */
import { parse } from '../../src/rdf/parse.ts'
import { type Site, siteOver } from '../../src/site/site.ts'
import type { Asked, SitePage } from '../../src/site/site-page.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import { baseIri, config, dataset } from './dataset.ts'

/** @param trig relative IRIs are read against the base of the shipped graph, and the prefixes that tests need are there */
export async function siteWith(trig = ''): Promise<Site> {
  const added = await parse(prefixes + trig, { baseIri, file: 'added.trig' })
  const quads = [...dataset.quads, ...added.map(({ quad }) => quad)]
  return siteOver(new SnapshotSource(buildSnapshot(quads)), async () => [], dataset.version, config)((site) => site)
}

/** The site over a graph in which nothing is said. */
export function emptySite(): Promise<Site> {
  return siteOver(new SnapshotSource(buildSnapshot([])), async () => [], dataset.version, config)((site) => site)
}

/** The main part of a page, as one who chose English gets it. @param query with the defaults that it declares filled in */
export async function bodyOf(page: SitePage, site: Site, query: Asked['query'] = {}, path: Asked['path'] = {}) {
  const shown = page.show({ path, query, language: 'en', today: '2026-11-28' }, site)
  const { body } = await shown!.page({ ...config, language: 'en', chosenLanguage: 'en', path: page.path.slice(1) })
  return body
}

const prefixes = `
@prefix cc: <http://creativecommons.org/ns#> .
@prefix cg: <https://w3id.org/commonsgraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`
