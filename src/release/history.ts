/**
 * What the metadata of a release in a folder says of it, for those that come after it.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Literal, NamedNode } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { cg, dcat, dcterms } from '../rdf/namespaces.ts'
import { parse } from '../rdf/parse.ts'
import { metadataFile } from './files.ts'

export interface History {
  /** The IRI of the dataset that it is a release of: under another base IRI the same data is another dataset. */
  readonly dataset: string
  /** What the dataset was called then, what was said of it, and under which licence it was. */
  readonly titles: readonly Literal[]
  readonly descriptions: readonly Literal[]
  readonly licence: NamedNode | undefined
  /** How many statements are read from its files, by their names. */
  readonly statements: ReadonlyMap<string, number>
}

/** @throws if there is no metadata, or none that can be read */
export async function historyIn(folder: string): Promise<History> {
  const text = await readFile(join(folder, metadataFile), 'utf8')
  const said = new Lookup((await parse(text, { baseIri: 'urn:x:', file: metadataFile })).map(({ quad }) => quad))
  const dataset = said.using(dcat.hasCurrentVersion!)[0]?.subject
  if (!dataset) throw new Error(`${folder} does not say what it is a release of`)
  const literals = (property: NamedNode | undefined) =>
    said.objects(dataset, property!).filter((term): term is Literal => term.termType === 'Literal')
  const counts = said.using(cg.statementCount!).map(({ subject, object }): [string, number] => {
    return [said.object(subject, dcterms.title!)?.value ?? '', Number(object.value)]
  })
  return {
    dataset: dataset.value,
    titles: literals(dcterms.title),
    descriptions: literals(dcterms.description),
    licence: said.objects(dataset, dcterms.license!).find((term): term is NamedNode => term.termType === 'NamedNode'),
    statements: new Map(counts),
  }
}

/** The day that a release is named by, as `YYYY-MM-DD`. */
export function dayOf(name: string): string {
  return name.slice(0, 'YYYY-MM-DD'.length)
}
