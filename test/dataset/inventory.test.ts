/**
 * The data says what the inventory says, no less and no more. The expectations were typed from the source and its
 * inventory, never from the data.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rdf } from '../../src/rdf/environment.ts'
import { Lookup } from '../../src/rdf/lookup.ts'
import { cg, prefixes, rdfs } from '../../src/rdf/namespaces.ts'
import { baseIri, dataset, root } from '../support/dataset.ts'
import { compare, parseExpectations } from '../support/expectations.ts'
import { fixtureNames, inventoryFaults, readFixture, statedFacts } from '../support/inventory.ts'

const stated = statedFacts(dataset.quads, baseIri)
const byGraph = Map.groupBy(stated, ({ graph }) => graph.value)
const visit = readFixture('visite-elus-2016.txt', baseIri)
const passage = (line: number) => `${baseIri}source/visite-elus-2016#L${line}`
const facts = new Lookup(dataset.quads)

describe('the 95 lines of the source', () => {
  const lines = Array.from({ length: 95 }, (_, index) => index + 1)

  test.each(lines)('L%i states what the inventory says', (line) => {
    const graph = passage(line)
    const expected = visit.expectations.filter((expectation) => expectation.graph === graph)
    expect(compare(expected, byGraph.get(graph) ?? [])).toEqual([])
    const reason = visit.empty.get(graph)
    if (reason) expect(expected).toEqual([])
    else expect(expected.length).toBeGreaterThan(0)
  })

  test('only pure headings state nothing', () => {
    expect([...visit.empty.keys()].map((iri) => iri.slice(passage(0).length - 2))).toEqual(['L5', 'L6', 'L19', 'L88'])
  })
})

test.each(fixtureNames)('%s expects something', (name) => {
  expect(readFixture(name, baseIri).expectations.length).toBeGreaterThan(20)
})

test('nothing is stated that is not expected, and nothing expected that is not stated', () => {
  expect(inventoryFaults(dataset.quads, baseIri)).toEqual([])
})

describe('the entities of the inventory', () => {
  const rows = readFileSync(join(root, 'test/fixtures/inventory/entities.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string])

  test('are all there', () => expect(rows.length).toBeGreaterThanOrEqual(75))

  test.each(rows)('%s has its label, types and passages', (slug, french, english, types, passages) => {
    const entity = rdf.namedNode(`${baseIri}id/${slug}`)
    const labels = facts
      .objects(entity, rdfs.label!)
      .map((label) => (label.termType === 'Literal' ? `${label.value}@${label.language}` : ''))
    expect(labels.sort()).toEqual([`${english}@en`, `${french}@fr`].sort())
    const expand = (name: string) => {
      const [prefix, local] = name.split(':') as [keyof typeof prefixes, string]
      return prefixes[prefix] + local
    }
    const typed = facts.types(entity).map(({ value }) => value)
    expect(typed.sort()).toEqual(
      types
        .split(',')
        .map((name) => expand(name.trim()))
        .sort(),
    )
    const stating = new Set(
      dataset.quads
        .filter((quad) => [quad.subject, quad.object].some((term) => term.value.replace(/#.*/, '') === entity.value))
        .map(({ graph }) => graph.value),
    )
    for (const name of passages.split(','))
      expect(stating).toContain(`${baseIri}source/visite-elus-2016#${name.trim()}`)
  })
})

test('there are 35 commons, 28 facts, 12 slots, 7 lost names', () => {
  const count = (predicate: string, object: string) =>
    new Set(
      stated
        .filter((quad) => quad.predicate.value === predicate && quad.object.value === object)
        .map(({ subject }) => subject.value),
    ).size
  const type = `${prefixes.rdf}type`
  expect(count(type, cg.Commons!.value)).toBe(35)
  expect(count(type, cg.Fact!.value)).toBe(28)
  expect(count(`${prefixes.schema}superEvent`, `${baseIri}id/visite-elus-2016`)).toBe(12)
  expect(new Set(facts.using(cg.nameStatus!).map(({ subject }) => subject.value)).size).toBe(7)
})

describe('the comparison itself', () => {
  const { expectations } = parseExpectations(
    '[L1]\nid/a schema:value 7\nid/a schema:description @fr ~ un | deux/trois',
    baseIri,
  )
  const { quads } = { quads: stated.filter(({ graph }) => graph.value === passage(4)) }

  test('sees what is missing and what is too much', () => {
    expect(compare(expectations, quads)).toHaveLength(2 + quads.length)
    expect(compare(visit.expectations, stated.slice(1)).length).toBeGreaterThan(0)
  })
})
