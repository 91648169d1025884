/**
 * The shapes on disk.
 */
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { FaultsError } from '../errors.ts'
import { type Quad, rdf, type Term } from '../rdf/environment.ts'
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
  return named((await parse(text, { baseIri, file })).map(({ quad }) => quad))
}

/** Blank nodes by the order in which they come, so that what is served of them is the same at each start. */
function named(quads: readonly Quad[]): Quad[] {
  const names = new Map<string, Term>()
  const name = (term: Term): Term => {
    if (term.termType !== 'BlankNode') return term
    const known = names.get(term.value) ?? rdf.blankNode(`shape${names.size}`)
    names.set(term.value, known)
    return known
  }
  return quads.map(({ subject, predicate, object, graph }) =>
    rdf.quad(name(subject) as Quad['subject'], predicate, name(object) as Quad['object'], graph),
  ) as Quad[]
}
