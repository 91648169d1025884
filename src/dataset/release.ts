/**
 * A release: the whole dataset as files, written once and then never changed. A release is there whole or not at all.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Quad } from '../rdf/environment.ts'
import { nQuads, type RdfFormat, rdfXml, turtle } from '../rdf/formats.ts'
import type { JsonLd } from '../rdf/jsonld.ts'
import { writeQuads } from '../rdf/write.ts'
import type { Dataset } from './dataset.ts'
import { formatsFor, metadataFile, releaseFiles, sumsFile } from './release-files.ts'
import { readRelease } from './stored-releases.ts'
import { canonicalNQuads } from './version.ts'

const compress = promisify(gzip)

/**
 * The folder of this dataset's release. One that is there but not whole, by its own checksums, is made anew.
 * @throws whatever the file system throws
 */
export async function ensureRelease(dataset: Dataset, jsonLdContext: JsonLd, releasesDir: string): Promise<string> {
  const folder = join(releasesDir, dataset.version.name)
  if (await isWhole(folder)) return folder
  const draft = `${folder}.${randomUUID()}.tmp`
  await mkdir(draft, { recursive: true })
  try {
    await writeRelease(dataset, jsonLdContext, draft)
    await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
  } catch (error) {
    // Another process may have put the same release there first: then ours is not needed.
    if (!(await isWhole(folder))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return folder
}

/** Every file into a draft, the checksums last. */
async function writeRelease(dataset: Dataset, jsonLdContext: JsonLd, draft: string): Promise<void> {
  const sums: string[] = []
  const put = async (name: string, content: Buffer) => {
    await writeFile(join(draft, name), content, { flush: true })
    sums.push(`${sha256(content)}  ${name}\n`)
  }
  for (const format of formatsFor(dataset.quads)) {
    const content = Buffer.from(await dump(dataset.quads, format, jsonLdContext))
    await put(`commons.${format.extension}`, content)
    await put(`commons.${format.extension}.gz`, await compress(content))
  }
  await put(metadataFile, Buffer.from(await writeQuads(dataset.description, turtle, jsonLdContext)))
  await writeFile(join(draft, sumsFile), sums.join(''), { flush: true })
}

/** Whether a release has every file, each with its checksum. */
async function isWhole(folder: string): Promise<boolean> {
  const stored = await readRelease(folder)
  return stored !== undefined && releaseFiles.every((name) => stored.has(name))
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The dataset in one format. The dataset's description is not part of it: it holds the hash of the rest. */
export async function dump(quads: readonly Quad[], format: RdfFormat, jsonLdContext: JsonLd): Promise<string> {
  // Its SHA-256 is the version's then, which anyone can see with `sha256sum`.
  if (format === nQuads) return String(canonicalNQuads(quads))
  const document = await writeQuads(quads, format, jsonLdContext, true)
  if (format.graphs) return document
  if (format !== rdfXml) return unionNotice.map((line) => `# ${line}\n`).join('') + document
  // Only white space and comments stand between the declaration and the root.
  return document.replace('?>\n', `?>\n<!-- ${unionNotice.join('\n     ')} -->\n`)
}

const unionNotice = [
  'The union of all graphs, each triple once. Which passage states a fact is in the',
  'N-Quads, TriG and JSON-LD dumps, whose graphs are the passages.',
]
