/** What pages name properties, keys and classes by, which the planet has not. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createConfig } from '../../../src/config.ts'
import { graphNames } from '../../../src/dataset/graphs.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { parse } from '../../../src/rdf/parse.ts'
import { base } from './names.ts'

/** The ontology and the schemes in N-Quads. */
export async function ontologyLines(): Promise<Buffer> {
  const { ontologyDir } = createConfig({ PUBLIC_URL: base })
  const { ontology, schemes } = graphNames(base)
  const pieces = []
  for (const [name, graph] of [
    ['ontology.ttl', ontology],
    ['schemes.ttl', schemes],
  ] as const) {
    const text = await readFile(join(ontologyDir, name), 'utf8')
    const statements = await parse(text, { baseIri: base, file: name, graph })
    pieces.push(statements.map(({ quad }) => toNQuad(quad)).join(''))
  }
  return Buffer.from(pieces.join(''))
}
