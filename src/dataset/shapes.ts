/**
 * The shapes on disk.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { FaultsError } from '../errors.ts'
import type { Quad } from '../rdf/environment.ts'
import { parse } from '../rdf/parse.ts'

/** The shapes, which are served and checked with but are no part of the data. */
export async function readShapes({
  ontologyDir,
  baseIri,
}: {
  readonly ontologyDir: string
  readonly baseIri: string
}): Promise<Quad[]> {
  const file = join(basename(ontologyDir), 'shapes.ttl')
  const text = await readFile(join(ontologyDir, 'shapes.ttl'), 'utf8').catch(() => {
    throw new FaultsError([{ file, message: 'cannot be read, so nothing can be validated' }])
  })
  return (await parse(text, { baseIri, file })).map(({ quad }) => quad)
}
