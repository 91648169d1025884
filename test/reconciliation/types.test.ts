/**
 * The types that candidates come with, of which a table guesses its own.
 */
import { expect, test } from 'vitest'
import { labels } from '../support/labels.ts'
import { reconciler } from '../support/reconcile.ts'

const reconcile = await reconciler()
const typesOf = (query: string) => reconcile({ query }).result[0]!.type.map(({ id }) => id)

test('ours come first', () => {
  expect(typesOf('MutuaLab')).toEqual(['cg:Commons', 'scheme/kinds/coworking-space', 'schema:Place'])
  expect(typesOf('Gare de Lille Flandres')[0]).toBe('scheme/kinds/railway-station')
})

test('what has no name for people is not told', () => {
  expect(typesOf('Lille')).toEqual(['schema:City', 'schema:Place', 'geo:Feature'])
  const types = labels.flatMap(({ name }) => reconcile({ query: name }).result.flatMap(({ type }) => type))
  expect(types.filter(({ id, name }) => id === name)).toEqual([])
})

test('a type that is not told may be asked for', () => {
  const { result } = reconcile({ query: 'Lille', types: ['geo:Feature'], typeStrict: 'all' })
  expect(result[0]).toMatchObject({ id: 'lille', score: 100, match: true })
})
