/**
 * The vocabularies in use, by the prefix that every file, page and dump of the project gives them.
 */
import rdf from 'rdf-ext'

export const prefixes = {
  cc: 'http://creativecommons.org/ns#',
  cg: 'https://w3id.org/commonsgraph/ontology#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dcterms: 'http://purl.org/dc/terms/',
  doap: 'http://usefulinc.com/ns/doap#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'http://schema.org/',
  sd: 'http://www.w3.org/ns/sparql-service-description#',
  semapv: 'https://w3id.org/semapv/vocab/',
  sh: 'http://www.w3.org/ns/shacl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  sssom: 'https://w3id.org/sssom/',
  vann: 'http://purl.org/vocab/vann/',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  void: 'http://rdfs.org/ns/void#',
  wd: 'http://www.wikidata.org/entity/',
  wgs84: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

export const cc = rdf.namespace(prefixes.cc)
export const cg = rdf.namespace(prefixes.cg)
export const dcat = rdf.namespace(prefixes.dcat)
export const dcatap = rdf.namespace(prefixes.dcatap)
export const dcterms = rdf.namespace(prefixes.dcterms)
export const foaf = rdf.namespace(prefixes.foaf)
export const geo = rdf.namespace(prefixes.geo)
export const org = rdf.namespace(prefixes.org)
export const owl = rdf.namespace(prefixes.owl)
export const prov = rdf.namespace(prefixes.prov)
export const rdfNs = rdf.namespace(prefixes.rdf)
export const rdfs = rdf.namespace(prefixes.rdfs)
export const schema = rdf.namespace(prefixes.schema)
export const sd = rdf.namespace(prefixes.sd)
export const skos = rdf.namespace(prefixes.skos)
export const spdx = rdf.namespace(prefixes.spdx)
export const sssom = rdf.namespace(prefixes.sssom)
export const voidNs = rdf.namespace(prefixes.void)
export const wgs84 = rdf.namespace(prefixes.wgs84)
export const xsd = rdf.namespace(prefixes.xsd)

/** The IRI as a prefixed name (`cg:hostedAt`) where a prefix is known and the rest is a plain name, else as it is. */
export function compactIri(iri: string): string {
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    const local = iri.startsWith(namespace) ? iri.slice(namespace.length) : ''
    if (/^[A-Za-z_][\w-]*$/.test(local)) return `${prefix}:${local}`
  }
  return iri
}
