/**
 * A fingerprint of all that a dataset is made of: the same one means the same dataset, without reading it as RDF.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { DatasetOptions } from './load.ts'

const program = resolve(import.meta.dirname, '..')

/** The rooms of the program that make a dataset, its release and its snapshot, and the libraries that they use. */
const makers = ['rdf', 'dataset', 'store', 'representation', 'release', '../package-lock.json']

/** SHA-256 in hexadecimal of the settings, the files of data and ontology, and the program that makes a dataset of them. */
export async function fingerprintOf(options: DatasetOptions & { readonly publicUrl: string }): Promise<string> {
  const { baseIri, publicUrl, dataDir, ontologyDir } = options
  const roots = [dataDir, ontologyDir, ...makers.map((maker) => join(program, maker))]
  return fingerprintOfFiles(roots, JSON.stringify([baseIri, publicUrl]))
}

/** SHA-256 in hexadecimal of the whole program: another one may say the same things in other bytes. */
export function fingerprintOfProgram(): Promise<string> {
  return fingerprintOfFiles([program, join(program, '../package-lock.json')], '')
}

async function fingerprintOfFiles(roots: readonly string[], settings: string): Promise<string> {
  const hash = createHash('sha256').update(settings)
  for (const root of roots) {
    for (const file of await filesBelow(root)) {
      const content = await readFile(file)
      // Lengths keep names and contents apart.
      hash.update(JSON.stringify([relative(root, file), content.length])).update(content)
    }
  }
  return hash.digest('hex')
}

/** A file, or those in a folder, in the order of their names; none where it cannot be read, which loading tells. */
async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (!entries) return [root]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
