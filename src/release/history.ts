/**
 * Which release came before which: each names in its metadata the one before it, since dates and hashes do not tell two
 * of the same day apart.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cg, dcat, dcterms } from '../rdf/namespaces.ts'
import { parse } from '../rdf/parse.ts'
import { metadataFile } from './files.ts'

/** What the metadata of a release says of it. */
export interface History {
  /** The IRI of the dataset that it is a release of: under another base IRI the same data is another dataset. */
  readonly dataset: string
  /** The releases before it, the last one first. */
  readonly earlier: readonly string[]
  /** How many statements are read from its files, by their names. */
  readonly statements: ReadonlyMap<string, number>
}

/** @throws if there is no metadata, or none that can be read */
export async function historyIn(folder: string): Promise<History> {
  const text = await readFile(join(folder, metadataFile), 'utf8')
  const quads = (await parse(text, { baseIri: 'urn:x:', file: metadataFile })).map(({ quad }) => quad)
  const objects = (property: typeof dcat.version) =>
    new Map(
      quads
        .filter(({ predicate }) => predicate.equals(property))
        .map(({ subject, object }) => [subject.value, object.value]),
    )
  const [versions, before, current, titles, counts] = [
    objects(dcat.version),
    objects(dcat.previousVersion),
    objects(dcat.hasCurrentVersion),
    objects(dcterms.title),
    objects(cg.statementCount),
  ]
  const earlier = new Set<string>()
  const [dataset = '', start] = [...current][0] ?? []
  for (let node = before.get(start ?? ''); node !== undefined && !earlier.has(node); node = before.get(node)) {
    earlier.add(node)
  }
  const statements = Array.from(counts, ([file, amount]): [string, number] => [titles.get(file) ?? '', Number(amount)])
  return { dataset, earlier: Array.from(earlier, (node) => versions.get(node) ?? ''), statements: new Map(statements) }
}

/** The day that a release is named by, as `YYYY-MM-DD`. */
export function dayOf(name: string): string {
  return name.slice(0, 'YYYY-MM-DD'.length)
}

/** Names of releases, the newest first: by day, and of one day each before those that it names as earlier. */
export function inOrder(releases: ReadonlyMap<string, Pick<History, 'earlier'>>): readonly string[] {
  const isBefore = (one: string, other: string) => releases.get(other)!.earlier.includes(one)
  const depth = (name: string) => releases.get(name)!.earlier.length
  return [...releases.keys()].sort((one, other) => {
    if (isBefore(one, other)) return 1
    if (isBefore(other, one)) return -1
    if (dayOf(one) !== dayOf(other)) return dayOf(one) < dayOf(other) ? 1 : -1
    return depth(other) - depth(one) || (one < other ? -1 : 1)
  })
}
