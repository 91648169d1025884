/**
 * `npm run test:facts`: deletes each stated fact of `data/` in turn and shows that a test notices every one. What runs
 * for each is the comparison of `test/dataset/inventory.test.ts`, on that graph.
 */
import type { Quad } from '../src/rdf/environment.ts'
import { toNQuad } from '../src/rdf/nquads.ts'
import { baseIri, dataset } from './support/dataset.ts'
import { compare } from './support/expectations.ts'
import { inventoryFaults, readExpectations, statedFacts } from './support/inventory.ts'

const stated = statedFacts(dataset.quads, baseIri)
const whole = inventoryFaults(dataset.quads, baseIri)
if (whole.length) throw new Error(`The inventory does not hold before anything is deleted:\n${whole.join('\n')}`)

const expectations = Map.groupBy(readExpectations(baseIri), ({ graph }) => graph)
const facts = Map.groupBy(stated, ({ graph }) => graph.value)
const unnoticed: Quad[] = []
for (const [graph, quads] of facts) {
  for (const deleted of quads) {
    const rest = quads.filter((quad) => quad !== deleted)
    if (!compare(expectations.get(graph) ?? [], rest).length) unnoticed.push(deleted)
  }
}
console.log(`${stated.length} stated facts deleted in turn, ${stated.length - unnoticed.length} noticed.`)
for (const quad of unnoticed) console.log(`not noticed: ${toNQuad(quad).trim()}`)
process.exitCode = unnoticed.length ? 1 : 0
