import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ensureRelease } from '../../src/dataset/release.ts'
import { formatsFor } from '../../src/dataset/release-files.ts'
import { versionOf } from '../../src/dataset/version.ts'
import { JsonLd } from '../../src/rdf/jsonld.ts'
import { defaultGraph, iri, literal, type Quad } from '../../src/rdf/terms.ts'
import { quad } from '../store/snapshot/quads.ts'

const about = (object: Quad['object']) => [quad(iri('x:s'), iri('x:p'), object, defaultGraph)] as never[]

test.each([
  ['a text', literal('text'), true],
  ['a character that XML forbids', literal('\u0001'), false],
])('a release of %s', async (_, object, isThere) => {
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-release-'))
  try {
    const quads = about(object)
    const dataset = { baseIri: 'http://x/', quads, description: [], version: versionOf(quads) }
    const jsonLd = new JsonLd('http://x/context', { '@context': {} })
    const names = await readdir(await ensureRelease(dataset, jsonLd, folder))
    expect([names.includes('commons.rdf'), names.includes('commons.nq')]).toEqual([isThere, true])
    expect(formatsFor(quads).some(({ extension }) => extension === 'rdf')).toBe(isThere)
    // It is whole: nothing is made anew.
    expect(await ensureRelease(dataset, jsonLd, folder)).toBe(join(folder, dataset.version.name))
    expect(await readdir(folder)).toEqual([dataset.version.name])
  } finally {
    await rm(folder, { recursive: true })
  }
})
