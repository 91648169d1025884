/**
 * Result sets as RDF (https://www.w3.org/2001/sw/DataAccess/tests/result-set#), which the older suites expect.
 */
import type { Quad, Term } from '../../../src/rdf/environment.ts'
import { Facts, vocabulary } from '../facts.ts'
import type { Answer } from './answer.ts'

const { rs } = vocabulary

/** The rows or the boolean that a graph describes; a graph that describes neither is itself the answer. */
export function readResultSet(quads: readonly Quad[]): Answer {
  const facts = new Facts(quads)
  const [set] = facts.instances(rs('ResultSet'))
  if (!set) return { kind: 'graph', quads }
  const boolean = facts.text(set, rs('boolean'))
  if (boolean !== undefined) return { kind: 'boolean', value: boolean === 'true' || boolean === '1' }
  const solutions = facts.all(set, rs('solution')).map((node) => ({
    index: Number(facts.text(node, rs('index')) ?? Number.NaN),
    row: new Map(facts.all(node, rs('binding')).map((binding) => readBinding(facts, binding))),
  }))
  const numbered = solutions.length > 0 && solutions.every(({ index }) => !Number.isNaN(index))
  if (numbered) solutions.sort((a, b) => a.index - b.index)
  return {
    kind: 'rows',
    variables: facts.all(set, rs('resultVariable')).map(({ value }) => value),
    rows: solutions.map(({ row }) => row),
    numbered,
  }
}

function readBinding(facts: Facts, binding: Term): [string, Term] {
  const name = facts.text(binding, rs('variable'))
  const value = facts.one(binding, rs('value'))
  if (name === undefined || !value) throw new Error('a binding lacks its variable or value')
  return [name, value]
}
