/**
 * A release: the whole dataset as files, written once. It is there whole or not at all.
 */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset, DescribedDataset } from '../dataset/dataset.ts'
import { datasetIri, graphNames } from '../dataset/graphs.ts'
import type { Quad } from '../rdf/environment.ts'
import { turtle } from '../rdf/formats.ts'
import type { JsonLd } from '../rdf/jsonld.ts'
import { writeQuads } from '../rdf/write.ts'
import { buildSnapshot } from '../store/snapshot/build.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { SnapshotSource } from '../store/snapshot/source.ts'
import { removeAbandoned } from './abandoned.ts'
import { citation } from './citation.ts'
import { type Content, contentsOf } from './contents.ts'
import type { DescribedFile } from './description/about.ts'
import { describeDataset } from './description/describe.ts'
import { node } from './description/facts.ts'
import { draftOf, keepFiles, moveTo, writeAbout, writeContents } from './draft.ts'
import { citationFile, metadataFile } from './files.ts'
import type { History } from './history.ts'
import { register } from './register.ts'
import { writing } from './releases-folder.ts'
import type { StoredRelease } from './stored-release.ts'
import { StoredReleases } from './stored-releases.ts'

export interface PublishOptions {
  readonly releasesDir: string
  readonly publicUrl: string
  readonly jsonLd: JsonLd
}

/**
 * The dataset with its description, and its release in the folder. One that is there whole stays as it is; one that is not,
 * by its own checksums, is made anew, and so is what is said of it when it would be said otherwise now.
 * @throws FaultsError if it is to be written and the folder cannot be written to
 */
export async function publish(dataset: Dataset, options: PublishOptions): Promise<DescribedDataset> {
  return { ...dataset, description: await publishSnapshot(dataset, buildSnapshot(dataset.quads), options) }
}

/**
 * As `publish`, of data that is a snapshot already.
 * @param snapshot of every graph but the description, which is returned
 */
export async function publishSnapshot(
  dataset: Pick<Dataset, 'baseIri' | 'version'>,
  snapshot: Snapshot,
  options: PublishOptions,
): Promise<readonly Quad[]> {
  const { releasesDir } = options
  const releases = new StoredReleases(releasesDir, datasetIri(dataset.baseIri))
  const { name } = dataset.version
  const contents = contentsOf(dataset, snapshot, options.jsonLd)
  const stored = await releases.release(name)
  const kept = stored && keptFiles(stored, contents)
  const earlier = [...(await releases.histories())].filter(([other]) => other !== name)
  const folder = join(releasesDir, name)
  const draft = draftOf(folder)
  return writing(releasesDir, async () => {
    try {
      const files = kept ?? (await writeContents(contents, draft))
      const description = descriptionOf(dataset, snapshot, files, earlier, options.publicUrl)
      const about = await filesAbout(description, options)
      if (!(kept && (await holds(folder, about)))) {
        await removeAbandoned(releasesDir)
        if (kept) await keepFiles(stored.files, kept, draft)
        await writeAbout(about, files, draft)
        const isThere = async () => (await releases.release(name)) !== undefined && holds(folder, about)
        await moveTo(draft, folder, isThere)
      }
      await register(name, releasesDir)
      return description
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
  })
}

async function holds(folder: string, about: ReadonlyMap<string, string>): Promise<boolean> {
  const there = await Promise.all([...about.keys()].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  return [...about.values()].every((text, index) => text === there[index])
}

function descriptionOf(
  dataset: Pick<Dataset, 'baseIri' | 'version'>,
  snapshot: Snapshot,
  files: readonly DescribedFile[],
  earlier: readonly (readonly [name: string, History])[],
  publicUrl: string,
): readonly Quad[] {
  const { baseIri, version } = dataset
  return describeDataset({
    dataset: node(datasetIri(baseIri)),
    baseIri,
    publicUrl,
    graphs: graphNames(baseIri),
    version,
    snapshot,
    source: new SnapshotSource(snapshot),
    files,
    earlier: earlier.map(([name, history]) => ({ name, ...history })),
  })
}

/** The files of a release that is there, if they are all that this program would write. */
function keptFiles({ files, history }: StoredRelease, contents: readonly Content[]): DescribedFile[] | undefined {
  const kept = contents
    .flatMap(({ file: { name } }) => [name, `${name}.gz`])
    .map((name) => ({ ...files.get(name), name, statements: history.statements.get(name) }))
  const isKnown = ({ name, statements }: (typeof kept)[number]) =>
    statements !== undefined || contents.find(({ file }) => name.startsWith(file.name))?.statements === undefined
  return kept.every((file) => file.sha256 !== undefined && isKnown(file)) ? (kept as DescribedFile[]) : undefined
}

/** What is said of the release as a whole, by the names of the files. */
async function filesAbout(description: readonly Quad[], { jsonLd }: PublishOptions): Promise<Map<string, string>> {
  return new Map([
    [metadataFile, await writeQuads(description, turtle, jsonLd)],
    [citationFile, citation(description)],
  ])
}
