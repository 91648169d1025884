/**
 * How to cite a release: a file in the Citation File Format 1.2.0 (https://citation-file-format.github.io/), made of the
 * dataset's description.
 */
import { stringify } from 'yaml'
import type { NamedNode, Quad } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { dcat, dcterms, foaf, spdx } from '../rdf/namespaces.ts'

/** @returns a document of YAML 1.2 in English where the description has English */
export function citation(description: readonly Quad[]): string {
  const said = new Lookup(description)
  const dataset = said.using(dcat.hasCurrentVersion!)[0]!.subject as NamedNode
  const current = said.object(dataset, dcat.hasCurrentVersion!)!
  const publisher = said.object(dataset, dcterms.publisher!)!
  const version = said.object(dataset, dcat.version!)!.value
  const text = (property: NamedNode | undefined) => said.text(dataset, property!, 'en')
  const keywords = said.objects(dataset, dcat.keyword!).filter((term) => 'language' in term && term.language === 'en')
  return stringify({
    'cff-version': '1.2.0',
    message: 'If you use this dataset, please cite this version of it.',
    type: 'dataset',
    title: text(dcterms.title),
    abstract: text(dcterms.description),
    authors: [{ name: said.object(publisher, foaf('name'))!.value }],
    version,
    'date-released': said.object(current, dcterms.issued!)!.value,
    ...licenceOf(said, dataset),
    url: said.object(current, dcat.landingPage!)!.value,
    identifiers: [
      {
        type: 'other',
        value: `sha256:${version.slice('YYYY-MM-DD-'.length)}`,
        description: 'SHA-256 of the canonical N-Quads (RDFC-1.0)',
      },
    ],
    ...(keywords.length && { keywords: keywords.map(({ value }) => value).sort() }),
  })
}

/** By its SPDX identifier where there is one; a licence that nobody states is left out. */
function licenceOf(said: Lookup, dataset: NamedNode): { license?: string; 'license-url'?: string } {
  const licence = said.object(dataset, dcterms.license!)
  const spdxId = licence && said.object(licence, spdx.licenseId!)?.value
  if (spdxId !== undefined) return { license: spdxId }
  return licence ? { 'license-url': licence.value } : {}
}
