import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprintOf } from '../../src/dataset/fingerprint.ts'
import { root } from '../support/dataset.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-fingerprint-'))
  await cp(join(root, 'data'), join(folder, 'data'), { recursive: true })
  await cp(join(root, 'ontology'), join(folder, 'ontology'), { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

const fingerprint = (more = {}) =>
  fingerprintOf({
    baseIri: 'http://localhost:3000/',
    publicUrl: 'http://localhost:3000/',
    dataDir: join(folder, 'data'),
    ontologyDir: join(folder, 'ontology'),
    ...more,
  })

test('a fingerprint is another one after any change, and the same after none', async () => {
  const seen = new Set([await fingerprint()])
  const expectNew = async (more = {}) => {
    const next = await fingerprint(more)
    expect(seen.has(next)).toBe(false)
    seen.add(next)
  }
  expect(seen.has(await fingerprint())).toBe(true)
  await expectNew({ baseIri: 'https://example.org/' })
  await expectNew({ publicUrl: 'https://example.org/' })
  await expectNew({ dataDir: join(folder, 'nowhere') })
  await writeFile(join(folder, 'data', 'more.trig'), '# nothing yet')
  await expectNew()
  await rename(join(folder, 'data', 'more.trig'), join(folder, 'data', 'other.trig'))
  await expectNew()
  await writeFile(join(folder, 'ontology', 'shapes.ttl'), '# no shapes')
  await expectNew()
})
