import { describe, expect, test } from 'vitest'
import { planOf, planText } from '../../../src/query/evaluation/plan.ts'
import { start } from '../../../src/query/evaluation/start.ts'
import { parseQuery } from '../../../src/query/syntax.ts'
import { iri, literal } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { quad } from '../../store/snapshot/quads.ts'

const x = (name: string | number) => iri(`http://x/${name}`)
const quads = Array.from({ length: 100 }, (_, index) => [
  quad(x(index), x('in'), x(`city${index % 10}`)),
  quad(x(index), x('label'), literal(`label ${index}`)),
]).flat()
const snapshot = buildSnapshot(quads)

function plan(text: string, data = snapshot) {
  const limits = { clock: () => 0, deadline: 1, memoryBytes: 1e6 }
  const query = parseQuery(text, 'http://x/')
  const services = () => {
    throw new Error('not asked')
  }
  return planOf(query.query.operation, start(query, { snapshot: data, defaultGraph: 'own', limits, services }))
}

describe('a plan', () => {
  test('tells the order of a join, what is expected, and where filters stand', () => {
    const text = planText(plan('SELECT ?l { ?s <label> ?l . ?s <in> <city3> FILTER(?l != "x") } ORDER BY ?l LIMIT 5'))
    expect(text.split('\n')).toEqual([
      'slice LIMIT 5',
      '  project ?l',
      '    orderBy ASC(?l)',
      '      filter (?l != "x")',
      '        join',
      '          pattern ?s <http://x/in> <http://x/city3> (about 10)',
      '          pattern ?s <http://x/label> ?l (about 1) nested',
      '',
    ])
  })

  test('tells what is evaluated by itself and looked up', () => {
    const { operands } = plan('SELECT * { ?s <in> ?c OPTIONAL { { SELECT ?s { ?s <label> ?l } LIMIT 3 } } }')
      .operands[0]!
    expect(operands.map(({ operator, evaluated }) => [operator, evaluated])).toEqual([
      ['pattern', undefined],
      ['slice', 'once'],
    ])
  })

  test('tells what is intersected, and which order goes along an index', () => {
    const text = planText(plan('SELECT ?s { ?s <in> <city3> ; <label> "label 3" . ?s <label> ?l } ORDER BY ?l LIMIT 5'))
    expect(text.split('\n')).toEqual([
      'slice LIMIT 5',
      '  project ?s',
      '    orderBy ASC(?l)',
      '      join',
      '        intersection ?s',
      '          pattern ?s <http://x/label> "label 3" (about 1)',
      '          pattern ?s <http://x/in> <http://x/city3> (about 0.1) nested',
      '        pattern ?s <http://x/label> ?l (about 1) nested',
      '',
    ])
    const along = plan('SELECT ?s { ?s <label> ?l } ORDER BY DESC(?l) LIMIT 5').operands[0]!.operands[0]!
    expect(along).toMatchObject({ operator: 'orderBy', alongIndex: true })
  })

  test('begins with a small graph, however many triples of its kind there are elsewhere', () => {
    const label = literal('label 3')
    const withPassage = buildSnapshot([...quads, quad(x(3), x('label'), label, x('passage'))])
    const text = 'SELECT * { ?s <in> ?c GRAPH <passage> { ?s <label> ?l } }'
    const operands = plan(text, withPassage).operands[0]!.operands
    expect(operands.map(({ operator, estimate }) => [operator, estimate])).toEqual([
      ['graph', 1],
      ['pattern', 1],
    ])
  })

  test('tells who evaluates what', () => {
    const { operands } = plan('SELECT * { ?s <in> ?c SERVICE <http://y/> { ?s <p> ?o } }').operands[0]!
    expect(operands.map(({ operator, by }) => [operator, by])).toEqual([
      ['pattern', 'store'],
      ['service', 'service'],
    ])
  })

  test.each([
    ['ASK {}', []],
    [
      'SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s !(<a>|^<b>)* ?o MINUS { ?s <q> ?o } } GROUP BY (STR(?o) AS ?k) HAVING (?n > 1)',
      ['project ?n', 'extend ?k := STR(?o)', ':= COUNT(DISTINCT ?s)', 'path ?s', 'pattern ?s <http://x/q> ?o'],
    ],
    [
      'SELECT * { { ?a ?b ?c } UNION { VALUES (?a ?b) { (1 UNDEF) } } GRAPH ?g { ?c ^<p>/<q>? _:x } BIND(IF(?a, 1, 2) AS ?z) }',
      ['union', 'values ?a ?b (about 1)', 'graph ?g', 'extend ?z := IF(?a, '],
    ],
    [
      'DESCRIBE ?s { ?s ?p <<( <a> <b> ?o )>> FILTER(!EXISTS { ?s <r> ?x } || ?o IN (1, 2)) }',
      ['filter', 'exists', 'pattern ?s <http://x/r> ?x'],
    ],
    ['CONSTRUCT WHERE { ?s ?p ?o }', ['pattern ?s ?p ?o (about 200)']],
  ])('is there for %s', (text, parts) => {
    const lines = planText(plan(text)).trimEnd().split('\n')
    const operators =
      /^ *(path|minus|pattern|group|filter|union|values|graph|extend|join|project|distinct|orderBy|exists)\b/
    expect(lines.filter((line) => !operators.test(line))).toEqual([])
    for (const part of parts) expect(lines.join('\n')).toContain(part)
  })
})
