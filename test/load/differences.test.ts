/**
 * What an engine gives back beside what was written.
 */
import { expect, test } from 'vitest'
import { changesInTdb } from '../../src/endpoint/changed-literals.ts'
import { lineOf } from '../../src/load/content.ts'
import { Differences, differenceOf, returned } from '../../src/load/differences.ts'
import { rdf } from '../../src/rdf/environment.ts'
import { xsd } from '../../src/rdf/namespaces.ts'

const node = (name: string) => rdf.namedNode(`http://x/${name}`)
const graph = node('g')
const quad = (subject: string, value: string, datatype = xsd.decimal!) =>
  rdf.quad(node(subject), node('p'), rdf.literal(value, datatype)) as never
const line = (...terms: Parameters<typeof quad>) => lineOf(quad(...terms), graph)
const back = (...terms: Parameters<typeof quad>) => returned(quad(...terms), graph.value)

test('the same in another order', () => {
  const difference = differenceOf([line('a', '1.5'), line('b', '2.5')], [back('b', '2.5'), back('a', '1.5')], [])
  expect(difference).toEqual({ missing: [], extra: [], changed: [], merged: 0 })
})

test('what is missing, and what nobody wrote', () => {
  const difference = differenceOf(
    [line('a', '1.5'), line('b', '2.5')],
    [back('b', '2.5'), back('c', '1.5')],
    changesInTdb,
  )
  expect(difference.missing).toEqual([line('a', '1.5')])
  expect(difference.extra).toEqual([back('c', '1.5')])
  const differences = new Differences()
  differences.add(difference)
  expect(differences.count).toBe(2)
  expect(differences.named[0]).toBe(
    'is missing: <http://x/a> <http://x/p> "1.5"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://x/g> .',
  )
})

test('another form of the same value is known, and two forms may have become one', () => {
  const ours = [line('a', '1'), line('a', '1.00'), line('b', '2.5')]
  const difference = differenceOf(ours, [back('a', '1.0'), back('b', '2.5')], changesInTdb)
  expect(difference.missing).toEqual([])
  expect(difference.extra).toEqual([])
  expect(difference.changed.map(({ name }) => name)).toEqual(Array(2).fill('numbers in another form of the same value'))
  expect(difference.merged).toBe(1)
})
