/**
 * The terms of others that catalogues expect, with what those who check them without fetching anything have to be told.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { dcterms, skos, spdx } from '../../rdf/namespaces.ts'
import { bilingual, type Fact, facts, node, typed } from './facts.ts'

/** Authority tables of the Publications Office of the European Union, which DCAT-AP 3.0.1 §9 asks for. */
const table = (name: string, code: string) => node(`http://publications.europa.eu/resource/authority/${name}/${code}`)

const [french, english] = [table('language', 'FRA'), table('language', 'ENG')]
const [society, regions] = [table('data-theme', 'SOCI'), table('data-theme', 'REGI')]

export const concepts = {
  languages: [french, english],
  themes: [society, regions],
  themeTaxonomy: node('http://publications.europa.eu/resource/authority/data-theme'),
  irregular: table('frequency', 'IRREG'),
  public: table('access-right', 'PUBLIC'),
  stable: table('planned-availability', 'STABLE'),
  fileType: (code: string) => table('file-type', code),
  /** SPDX 2.3 names algorithms so. */
  sha256: node('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
}

/** A media type as IANA's register names it. */
export function mediaType(name: string): NamedNode {
  return node(`https://www.iana.org/assignments/media-types/${name}`)
}

/** What each of these is, and is called. */
export function authority(): Fact[] {
  const labelled = (concept: NamedNode, label: readonly [string, string]): Fact[] => [
    ...typed(skos.Concept, concept),
    ...facts(concept, skos.prefLabel, ...bilingual(label)),
  ]
  return [
    ...typed(dcterms.LinguisticSystem, french, english),
    ...typed(dcterms.Frequency, concepts.irregular),
    ...typed(dcterms.RightsStatement, concepts.public),
    ...typed(spdx.ChecksumAlgorithm, concepts.sha256),
    ...labelled(society, ['Population et société', 'Population and society']),
    ...labelled(regions, ['Régions et villes', 'Regions and cities']),
    ...labelled(concepts.stable, ['stable', 'stable']),
    ...typed(skos.ConceptScheme, concepts.themeTaxonomy),
    ...facts(concepts.themeTaxonomy, dcterms.title, rdf.literal('Data theme', 'en')),
  ]
}
