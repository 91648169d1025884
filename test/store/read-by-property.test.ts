/**
 * What is made of all things in an engine of others is read by property. Thing by thing it would be more than is kept of
 * single things, be pushed out while the rest is read, and never be there as a whole.
 */
import { expect, test } from 'vitest'
import { reconciliationOf } from '../../src/reconciliation/reconciliation.ts'
import { catalogueOf } from '../../src/site/catalogue/catalogue.ts'
import { Names } from '../../src/store/names.ts'
import { Extents } from '../../src/store/remote/extents.ts'
import { type RemoteReader, reading } from '../../src/store/remote/reader.ts'
import { inTurns } from '../../src/turns.ts'
import { baseIri, config } from '../support/dataset.ts'
import { ask, release, sent } from '../support/engine-of-others.ts'

test.each<[string, (reader: RemoteReader) => unknown]>([
  ['names', (reader) => new Names(reader, baseIri)],
  ['the catalogue of the site', (reader) => inTurns(catalogueOf(reader, baseIri))],
  ['what reconciling needs', (reader) => inTurns(reconciliationOf(reader, config))],
])('%s', async (_, make) => {
  const before = sent.length
  await reading(new Extents(ask, release), 'whole', make)
  const asked = sent.slice(before)
  expect(asked.length).toBeGreaterThan(1)
  expect(asked.filter((query) => !/\{ GRAPH \?at \{ \?s <[^>]*> \?o \}/.test(query))).toEqual([])
})
