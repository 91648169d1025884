/**
 * A release: the whole dataset as files, written once and then never changed. A release is there whole or not at all.
 */
import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Quad } from '../rdf/environment.ts'
import { jsonLd, nQuads, nTriples, type RdfFormat, triG, turtle } from '../rdf/formats.ts'
import type { JsonLd } from '../rdf/jsonld.ts'
import { writeQuads } from '../rdf/write.ts'
import type { Dataset } from './dataset.ts'

/** The formats of a dump, in the order of its listing. */
export const releaseFormats: readonly RdfFormat[] = [jsonLd, nQuads, triG, turtle, nTriples]

/** Names and media types of the files that a release has. */
export const releaseFiles: ReadonlyMap<string, string> = new Map([
  ...releaseFormats.flatMap(({ extension, mediaType }): [string, string][] => [
    [`commons.${extension}`, mediaType],
    [`commons.${extension}.gz`, 'application/gzip'],
  ]),
  ['SHA256SUMS', 'text/plain'],
])

const compress = promisify(gzip)

/** The folder of this dataset's release, made now if it is not there yet. */
export async function ensureRelease(dataset: Dataset, jsonLdContext: JsonLd, releasesDir: string): Promise<string> {
  const folder = join(releasesDir, dataset.version.name)
  if (!(await exists(folder))) await writeRelease(dataset, jsonLdContext, folder)
  return folder
}

/** Writes into a folder beside the final one and moves it into place when every file is complete. */
async function writeRelease(dataset: Dataset, jsonLdContext: JsonLd, folder: string): Promise<void> {
  const draft = `${folder}.${randomUUID()}.tmp`
  await mkdir(draft, { recursive: true })
  try {
    const sums: string[] = []
    const put = async (name: string, content: Buffer) => {
      await writeFile(join(draft, name), content)
      sums.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
    }
    for (const format of releaseFormats) {
      const content = Buffer.from(await dump(dataset.quads, format, jsonLdContext))
      await put(`commons.${format.extension}`, content)
      await put(`commons.${format.extension}.gz`, await compress(content, { level: 9 }))
    }
    await writeFile(join(draft, 'SHA256SUMS'), sums.join(''))
    await rename(draft, folder)
  } catch (error) {
    // Another process may have put the same release there first: then it is whole, and ours is not needed.
    if (!(await exists(folder))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** The dataset in one format. The dataset's description is not part of it: it holds the hash of the rest. */
export async function dump(quads: readonly Quad[], format: RdfFormat, jsonLdContext: JsonLd): Promise<string> {
  const document = await writeQuads(quads, format, jsonLdContext, true)
  return format.graphs ? document : unionNotice + document
}

const unionNotice = [
  '# The union of all graphs, each triple once. Which passage states a fact is in the',
  '# N-Quads, TriG and JSON-LD dumps, whose graphs are the passages.',
  '',
].join('\n')

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
