import { expect, test } from 'vitest'
import { rdf } from '../../src/rdf/environment.ts'
import { distinctAddresses } from '../../src/reconciliation/distinct-addresses.ts'
import { reconciliationOver } from '../../src/reconciliation/reconciliation.ts'
import { buildSnapshot } from '../../src/store/snapshot/build.ts'
import { SnapshotSource } from '../../src/store/snapshot/source.ts'
import { inTurns } from '../../src/turns.ts'
import { baseIri, dataset } from '../support/dataset.ts'

test.each([
  [['8 rue Molière, 59800 Lille', '8 rue Molière, Lille, FR'], [0]],
  [['8 rue Molière', '8, rue Moliere, 59800 Lille'], [1]],
  [['8 rue Molière, 59800 Lille', '8 rue Molière, 59800 Lille, FR'], [0]],
  [
    ['23 rue Gosselet, 59000 Lille', '5 rue Jules de Vicq, 59800 Lille'],
    [0, 1],
  ],
  [
    ['1 rue de Paris, Lille', '2 rue de Paris, Lille'],
    [0, 1],
  ],
  [[], []],
])('of %j those at %j are distinct', (lines, kept) => {
  const terms = lines.map((line) => rdf.literal(line))
  expect(distinctAddresses(terms)).toEqual(kept.map((place) => terms[place]))
})

test('a thing whose address two sources give has one in a table', async () => {
  const source = new SnapshotSource(buildSnapshot(dataset.quads))
  const { extension } = await reconciliationOver(source, { baseIri, publicUrl: baseIri })((parts) => parts)
  const properties = [{ id: 'address', limit: 0, content: 'literal' as const }]
  const { rows } = await inTurns(extension.extend({ ids: ['la-coroutine'], properties }, 'fr'))
  expect(rows['la-coroutine']).toEqual({ address: [{ str: '8 rue Molière, 59800 Lille' }] })
})
