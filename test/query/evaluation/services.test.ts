/**
 * SERVICE: what is bound before it is handed on, in parts, and the solutions are those that the whole answer would give.
 */
import { describe, expect, test } from 'vitest'
import type { AskEndpoint } from '../../../src/query/evaluation/services.ts'
import { readSolutions } from '../../../src/query/service/answer.ts'
import { failed } from '../../../src/query/service/failure.ts'
import { blankNode, iri, literal, taggedLiteral } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { quad } from '../../store/snapshot/quads.ts'
import { play } from '../service/played.ts'
import { rows } from './rows.ts'

const x = (name: string | number) => iri(`http://x/${name}`)
const count = 450
const everyone = Array.from({ length: count }, (_, index) => index)
const here = buildSnapshot([
  ...everyone.flatMap((index) => [
    quad(x(index), x('knows'), x((index * 7) % count)),
    quad(x(index), x('name'), literal(`no ${index % 50}`)),
  ]),
  quad(x(3), x('said'), taggedLiteral('dit "oui"\n', 'fr')),
  quad(x(4), x('knows'), blankNode('b')),
])
const there = buildSnapshot([
  ...everyone.flatMap((index) => (index % 3 ? [quad(x(index), x('age'), literal(String(20 + (index % 40))))] : [])),
  quad(x(5), x('likes'), x(6)),
  quad(x(5), x('likes'), x(7)),
  quad(x(8), x('likes'), blankNode('other')),
  quad(x(3), x('heard'), taggedLiteral('dit "oui"\n', 'fr')),
  quad(x('e2'), x('is'), iri('http://two/sparql')),
])

/** Endpoints that our own evaluation plays over the other data; what they are asked is kept. */
function endpoints(fails: (query: string) => boolean = () => false) {
  const asked: string[] = []
  const ask: AskEndpoint = async (_, query) => {
    asked.push(query)
    if (fails(query)) throw failed('failed')
    return readSolutions(await play(query, there))
  }
  return { asked, ask }
}

const prologue = 'PREFIX x: <http://x/> '
const service = (pattern: string) => `SERVICE <http://one/sparql> { ${pattern} }`
const sorted = (found: readonly object[]) => found.map((row) => JSON.stringify(row)).sort()

/** The same with what the endpoint has evaluated by itself beside it, as the specification defines it. */
async function whole(query: string, part: string): Promise<readonly object[]> {
  const { ask } = endpoints()
  const { rows: answered } = await ask('', `${prologue} SELECT * { ${part} }`, AbortSignal.abort())
  const names = [...new Set(answered.flatMap((row) => [...row.keys()]))]
  const term = (value: { termType: string; value: string; language?: string } | undefined) => {
    if (!value || value.termType === 'BlankNode') return value ? '<urn:none>' : 'UNDEF'
    if (value.termType === 'NamedNode') return `<${value.value}>`
    return JSON.stringify(value.value) + (value.language ? `@${value.language}` : '')
  }
  const lines = answered.map((row) => `(${names.map((name) => term(row.get(name) as never)).join(' ')})`)
  const values = `{ VALUES (${names.map((name) => `?${name}`).join(' ')}) { ${lines.join(' ')} } }`
  return rows(prologue + query.replace('SERVICE', values), here)
}

describe('the solutions of a SERVICE are those that its whole answer gives', () => {
  test.each([
    ['joined', 'SELECT ?s ?age { ?s x:knows x:14 SERVICE }', '?s x:age ?age'],
    ['joined through the object', 'SELECT * { x:1 x:knows ?o SERVICE }', '?o x:age ?age'],
    ['with many', 'SELECT * { ?s x:name ?n SERVICE }', '?s x:age ?age'],
    ['optional', 'SELECT * { ?s x:name "no 3" OPTIONAL { SERVICE } }', '?s x:age ?age'],
    [
      'optional with a condition',
      'SELECT * { ?s x:name "no 3" OPTIONAL { SERVICE FILTER(?age > "30") } }',
      '?s x:age ?age',
    ],
    ['taken away', 'SELECT * { ?s x:name "no 3" MINUS { SERVICE } }', '?s x:age ?age'],
    ['only there', 'SELECT * { ?s x:name "no 3" FILTER EXISTS { SERVICE } }', '?s x:age ?age'],
    ['not there', 'SELECT * { ?s x:name "no 3" FILTER NOT EXISTS { SERVICE } }', '?s x:age ?age'],
    ['in a branch', 'SELECT * { { ?s x:name "no 3" } UNION { ?s x:knows x:14 SERVICE } }', '?s x:age ?age'],
    ['counted', 'SELECT ?n (COUNT(*) AS ?c) { ?s x:name ?n SERVICE } GROUP BY ?n', '?s x:age ?age'],
    ['in an order, cut', 'SELECT * { ?s x:name ?n SERVICE } ORDER BY DESC(?age) ?s LIMIT 7', '?s x:age ?age'],
    ['in a sub-query', 'SELECT * { ?s x:name "no 3" { SELECT ?s { SERVICE } } }', '?s x:age ?age'],
    [
      'in a sub-query with a limit',
      'SELECT * { ?s x:name ?n { SELECT (MAX(?age) AS ?m) { SERVICE } } } LIMIT 3',
      '?s x:age ?age',
    ],
    [
      'for some that leave a variable unbound',
      'SELECT * { VALUES (?s ?o) { (x:5 UNDEF) (x:5 x:6) (UNDEF x:7) (UNDEF UNDEF) } SERVICE }',
      '?s x:likes ?o FILTER(isIRI(?o))',
    ],
    ['twice the same', 'SELECT * { VALUES ?s { x:5 x:5 } SERVICE }', '?s x:likes ?o FILTER(isIRI(?o))'],
    [
      'unbound there',
      'SELECT * { VALUES (?s ?age) { (x:1 "21") (x:3 "7") (x:2 "1") } SERVICE }',
      '?s ?p ?q OPTIONAL { ?s x:age ?age }',
    ],
    ['with a text', 'SELECT * { ?s x:said ?t SERVICE }', '?s x:heard ?t'],
    ['with a blank node', 'SELECT ?s ?age { ?s x:name ?n ; x:knows ?o SERVICE }', '?o x:age ?age'],
    ['with what is no IRI', 'SELECT * { VALUES ?n { "a> } <b" } BIND(IRI(?n) AS ?s) SERVICE }', '?s x:age ?age'],
    ['cut there', 'SELECT * { ?s x:name "no 3" SERVICE }', '{ SELECT ?s { ?s x:age ?age } ORDER BY ?s LIMIT 200 }'],
    ['not bound before it', 'SELECT ?age { x:1 x:name ?n SERVICE }', '?s x:age ?age FILTER(?age > "55")'],
    ['beside what changes', 'SELECT ?s ?age { ?s x:name "no 3" BIND(UUID() AS ?u) SERVICE }', '?s x:age ?age'],
  ])('%s', async (_, query, part) => {
    const { ask } = endpoints()
    const found = await rows(prologue + query.replace('SERVICE', service(part)), here, { askEndpoint: ask })
    expect(sorted(found)).toEqual(sorted(await whole(query, part)))
  })
})

describe('an endpoint is asked', () => {
  test('for what is bound before it, each value once', async () => {
    const { asked, ask } = endpoints()
    await rows(`${prologue} SELECT * { VALUES ?s { x:1 x:2 x:1 } ${service('?s x:age ?age')} }`, here, {
      askEndpoint: ask,
    })
    expect(asked).toEqual([
      'BASE <x:>\nPREFIX x: <http://x/>\n' +
        'SELECT * WHERE { VALUES (?s) { (<http://x/1>) (<http://x/2>) } { ?s x:age ?age } }',
    ])
  })

  test('in parts of two hundred', async () => {
    const { asked, ask } = endpoints()
    await rows(`${prologue} SELECT * { ?s x:name ?n ${service('?s x:age ?age')} }`, here, { askEndpoint: ask })
    expect(asked.map((query) => query.match(/\(</g)?.length)).toEqual([200, 200, 50])
  })

  test('for no more parts than a LIMIT needs', async () => {
    const { asked, ask } = endpoints()
    const query = `${prologue} SELECT * { ?s x:name ?n ${service('?s x:age ?age')} } LIMIT 5`
    expect(await rows(query, here, { askEndpoint: ask })).toHaveLength(5)
    expect(asked).toHaveLength(1)
  })

  test('by what another has answered', async () => {
    const { asked, ask } = endpoints()
    const chained = `${prologue} SELECT ?o ?age { ${service('x:5 x:likes ?o')} ${service('?o x:age ?age')} }`
    expect(await rows(chained, here, { askEndpoint: ask })).toMatchObject([
      { o: { value: 'http://x/7' }, age: { value: '27' } },
    ])
    expect(asked).toHaveLength(2)
    expect(asked[1]).toMatch(/VALUES \(\?o\) \{ \(<.*[67]>\) \(<.*[67]>\) \}/)
  })

  test('under the address that another has answered', async () => {
    const { asked, ask } = endpoints()
    const query = `${prologue} SELECT ?age { ${service('x:e2 x:is ?e')} SERVICE ?e { x:1 x:age ?age } }`
    expect(await rows(query, here, { askEndpoint: ask })).toMatchObject([{ age: { value: '21' } }])
    expect(asked).toHaveLength(2)
  })

  test('for everything where less would take too many parts', async () => {
    const many = buildSnapshot(Array.from({ length: 12_000 }, (_, index) => quad(x(index), x('name'), literal('a'))))
    const { asked, ask } = endpoints()
    const found = await rows(`${prologue} SELECT ?s { ?s x:name ?n ${service('?s x:age ?age')} }`, many, {
      askEndpoint: ask,
    })
    expect(found).toHaveLength(300)
    expect(asked.map((query) => query.includes('VALUES'))).toEqual([false])
  })

  test('for nothing that only this evaluation has', async () => {
    const { asked, ask } = endpoints()
    const query = `${prologue} SELECT ?s { BIND(NOW() AS ?age) ${service('?s x:age ?age')} }`
    expect(await rows(query, here, { askEndpoint: ask })).toEqual([])
    expect(asked.map((text) => text.includes('VALUES'))).toEqual([false])
  })
})

test('SILENT forgives the part that fails, and no other', async () => {
  const { ask } = endpoints((query) => query.includes('<http://x/449>'))
  const query = `${prologue} SELECT ?s ?age { ?s x:name ?n SERVICE SILENT <http://one/sparql> { ?s x:age ?age } }`
  const found = await rows(query, here, { askEndpoint: ask })
  const without = found.filter(({ age }) => !age)
  // The last fifty as they are, and of the others those that have an age.
  expect(without).toHaveLength(50)
  expect(found.length - without.length).toBeGreaterThan(200)
  await expect(rows(query.replace('SILENT', ''), here, { askEndpoint: ask })).rejects.toThrow('failed')
})

test('what is answered in all has a limit', async () => {
  const { ask } = endpoints()
  const query = `${prologue} SELECT * { ?s x:name ?n ${service('?s x:age ?age')} }`
  await expect(rows(query, here, { askEndpoint: ask, memoryBytes: 60_000 })).rejects.toThrow('memory')
})
