/**
 * A release: the whole dataset as files, written once. It is there whole or not at all: it is written beside its place, its
 * checksums last, and then moved there.
 */
import { randomUUID } from 'node:crypto'
import { copyFile, link, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dataset, DescribedDataset } from '../dataset/dataset.ts'
import { graphNames } from '../dataset/graphs.ts'
import type { Quad } from '../rdf/environment.ts'
import { turtle } from '../rdf/formats.ts'
import type { JsonLd } from '../rdf/jsonld.ts'
import { writeQuads } from '../rdf/write.ts'
import { buildSnapshot } from '../store/snapshot/build.ts'
import type { Snapshot } from '../store/snapshot/snapshot.ts'
import { SnapshotSource } from '../store/snapshot/source.ts'
import { citation } from './citation.ts'
import { type Content, contentsOf } from './contents.ts'
import type { DescribedFile } from './description/about.ts'
import { describeDataset } from './description/describe.ts'
import { node } from './description/facts.ts'
import { citationFile, metadataFile, sumsFile } from './files.ts'
import { type StoredRelease, StoredReleases } from './stored-releases.ts'
import { sumOf, writeSummed } from './summed-file.ts'

export interface PublishOptions {
  readonly releasesDir: string
  readonly publicUrl: string
  readonly jsonLd: JsonLd
}

/**
 * The dataset with its description, and its release in the folder. One that is there whole stays as it is; one that is not,
 * by its own checksums, is made anew, and so is what is said of it when it would be said otherwise now.
 * @throws whatever the file system throws
 */
export async function publish(dataset: Dataset, options: PublishOptions): Promise<DescribedDataset> {
  const { releasesDir } = options
  const releases = new StoredReleases(releasesDir)
  const { name } = dataset.version
  await removeAbandoned(releasesDir)
  const snapshot = buildSnapshot(dataset.quads)
  const contents = contentsOf(dataset, snapshot, options.jsonLd)
  const stored = await releases.release(name)
  const kept = stored && keptFiles(stored, contents)
  const earlier = stored ? stored.history.earlier : await releases.earlierThan(name, datasetIri(dataset))
  const folder = join(releasesDir, name)
  const draft = `${folder}.${randomUUID()}.tmp`
  try {
    const files = kept ?? (await writeContents(contents, draft))
    const description = descriptionOf(dataset, snapshot, files, earlier, options.publicUrl)
    const about = await filesAbout(description, options)
    if (!(kept && (await holds(folder, about)))) {
      if (kept) await keep(stored.files, kept, draft)
      await writeAbout(about, files, draft)
      const isThere = async () => (await releases.release(name)) !== undefined && holds(folder, about)
      await moveTo(draft, folder, isThere)
    }
    return { ...dataset, description }
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

function datasetIri({ baseIri }: Dataset): string {
  return `${baseIri}dataset`
}

function descriptionOf(
  dataset: Dataset,
  snapshot: Snapshot,
  files: readonly DescribedFile[],
  earlier: readonly string[],
  publicUrl: string,
): readonly Quad[] {
  const { baseIri, version } = dataset
  return describeDataset({
    dataset: node(datasetIri(dataset)),
    baseIri,
    publicUrl,
    graphs: graphNames(baseIri),
    version,
    snapshot,
    source: new SnapshotSource(snapshot),
    files,
    earlier: earlier.map((name) => ({ name })),
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

async function writeContents(contents: readonly Content[], draft: string): Promise<DescribedFile[]> {
  await mkdir(draft, { recursive: true })
  const files: DescribedFile[] = []
  // One after the other: what is in memory is of one.
  for (const { file, pieces, statements } of contents) {
    const { plain, gzip } = await writeSummed(join(draft, file.name), pieces())
    const said = statements?.()
    files.push({ name: file.name, ...plain, statements: said }, { name: `${file.name}.gz`, ...gzip, statements: said })
  }
  return files
}

/** What is said of the release as a whole, by the names of the files. */
async function filesAbout(description: readonly Quad[], { jsonLd }: PublishOptions): Promise<Map<string, string>> {
  return new Map([
    [metadataFile, await writeQuads(description, turtle, jsonLd)],
    [citationFile, citation(description)],
  ])
}

async function holds(folder: string, about: ReadonlyMap<string, string>): Promise<boolean> {
  const there = await Promise.all([...about.keys()].map((name) => readFile(join(folder, name), 'utf8').catch(() => '')))
  return [...about.values()].every((text, index) => text === there[index])
}

/** The same files under another name too, where the file system can, else copies of them. */
async function keep(stored: StoredRelease['files'], files: readonly DescribedFile[], draft: string): Promise<void> {
  await mkdir(draft, { recursive: true })
  for (const { name } of files) {
    const { path } = stored.get(name)!
    await link(path, join(draft, name)).catch(() => copyFile(path, join(draft, name)))
  }
}

async function writeAbout(
  about: ReadonlyMap<string, string>,
  files: readonly DescribedFile[],
  draft: string,
): Promise<void> {
  for (const [name, text] of about) await writeFile(join(draft, name), text, { flush: true })
  const sums = [...files, ...Array.from(about, ([name, text]) => ({ name, sha256: sumOf(text) }))]
  const lines = sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  await writeFile(join(draft, sumsFile), lines.join(''), { flush: true })
}

/** @param isThere whether what is in the place already is the same, which another process may have put there */
async function moveTo(draft: string, folder: string, isThere: () => Promise<boolean>): Promise<void> {
  const old = `${folder}.${randomUUID()}.tmp`
  while (!(await rename(draft, folder).then(() => true, unless('ENOTEMPTY', 'EEXIST')))) {
    if (await isThere()) return
    // A folder that is not empty cannot be written over; it is moved away, which takes one step too.
    await rename(folder, old).catch(unless('ENOENT'))
    await rm(old, { recursive: true, force: true })
  }
}

/** @returns what takes these errors as an answer, and throws all others */
function unless(...codes: readonly string[]): (error: NodeJS.ErrnoException) => void {
  return (error) => {
    if (!codes.includes(error.code ?? '')) throw error
  }
}

/** Drafts of processes that did not come to their end: nobody has written to them for an hour. */
async function removeAbandoned(releasesDir: string): Promise<void> {
  const anHourAgo = Date.now() - 60 * 60 * 1000
  for (const name of await readdir(releasesDir).catch(() => [])) {
    if (!name.endsWith('.tmp')) continue
    const draft = join(releasesDir, name)
    const written = await Promise.all(
      [draft, ...(await readdir(draft).catch(() => [])).map((file) => join(draft, file))].map((path) =>
        stat(path).then(
          ({ mtimeMs }) => mtimeMs,
          () => 0,
        ),
      ),
    )
    if (Math.max(...written) < anHourAgo) await rm(draft, { recursive: true, force: true })
  }
}
