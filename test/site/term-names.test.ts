/**
 * Pages name what they show: no prefixed name of a vocabulary stands for a word.
 */
import { expect, test } from 'vitest'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const own = dataset.quads.flatMap(({ subject }) =>
  subject.value.startsWith(baseIri) ? [subject.value.slice(baseIri.length).split('#')[0]!] : [],
)
/** The pages of all things, sources and concepts; those of the ontology show terms as they are written. */
const paths = [...new Set(own)]
  .filter((path) => /^(id|source|scheme)\//.test(path))
  .map((path) => path.replace(/^id\//, 'page/'))

const prefixed = new RegExp(`^(${Object.keys(prefixes).join('|')}):[A-Za-z][\\w-]*$`)

test.each(['fr', 'en'])('no page shows a prefixed name for a word (%s)', async (language) => {
  expect(paths.length).toBeGreaterThan(100)
  const found: string[] = []
  for (const path of paths) {
    const { statusCode, body } = await get(`/${path}?lang=${language}`, 'text/html')
    expect([path, statusCode]).toEqual([path, 200])
    const texts = body.split(/<[^>]*>/).map((text) => text.trim())
    found.push(...texts.filter((text) => prefixed.test(text)).map((text) => `${path}: ${text}`))
  }
  expect(found).toEqual([])
})
