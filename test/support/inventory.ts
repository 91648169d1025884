/**
 * The typed inventory against the data: what `npm test` checks once, and `npm run test:facts` once a deleted fact.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '../../src/rdf/environment.ts'
import { compare, type Expectation, type ExpectedFile, parseExpectations } from './expectations.ts'

const folder = join(import.meta.dirname, '../fixtures/inventory')

export function readFixture(name: string, baseIri: string): ExpectedFile {
  return parseExpectations(readFileSync(join(folder, name), 'utf8'), baseIri)
}

/** The expectations of every file: together they are the closed list of what `data/` states. */
export const fixtureNames = [
  'visite-elus-2016.txt',
  'sources.txt',
  'editorial.txt',
  'licences.txt',
  'external-sources.txt',
  'links.txt',
]

export function readExpectations(baseIri: string): Expectation[] {
  return fixtureNames.flatMap((name) => readFixture(name, baseIri).expectations)
}

/** The stated facts of `data/`: neither ontology and schemes nor what is computed, nor when links were looked up. */
export function statedFacts(quads: readonly Quad[], baseIri: string): Quad[] {
  const elsewhere = new Set(['ontology', 'schemes', 'derived', 'dataset'].map((name) => `${baseIri}graph/${name}`))
  const isCheck = /#link-[\w.-]+-check$/
  return quads.filter(({ graph, subject }) => !elsewhere.has(graph.value) && !isCheck.test(subject.value))
}

export function inventoryFaults(quads: readonly Quad[], baseIri: string): string[] {
  return compare(readExpectations(baseIri), statedFacts(quads, baseIri))
}
