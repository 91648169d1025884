/**
 * The JSON-LD context on disk, and its public address.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { FaultsError } from '../errors.ts'
import type { ContextDocument } from '../rdf/jsonld.ts'

/**
 * The JSON-LD context of an ontology folder.
 * @throws FaultsError if it cannot be read or is no JSON
 */
export async function readContext(ontologyDir: string): Promise<ContextDocument> {
  try {
    return JSON.parse(await readFile(contextFile(ontologyDir), 'utf8'))
  } catch (error) {
    throw new FaultsError([{ file: join(basename(ontologyDir), 'context.jsonld'), message: (error as Error).message }])
  }
}

export function contextFile(ontologyDir: string): string {
  return join(ontologyDir, 'context.jsonld')
}

export function contextUrl(publicUrl: string): string {
  return `${publicUrl}ontology/context.jsonld`
}
