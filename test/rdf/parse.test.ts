import { describe, expect, test } from 'vitest'
import { FaultsError } from '../../src/errors.ts'
import { rdf } from '../../src/rdf/environment.ts'
import { parse } from '../../src/rdf/parse.ts'

const options = { baseIri: 'https://commons.example/', file: 'data/x.trig' }

async function faultsOf(text: string) {
  const error: unknown = await parse(text, options).catch((reason) => reason)
  return error instanceof FaultsError ? error.faults : []
}

describe('parse', () => {
  test('reads relative IRIs against the base and keeps graphs', async () => {
    const [statement] = await parse('GRAPH <source/s#L1> {\n <id/a> <http://schema.org/value> 7 .\n}', options)
    expect(statement!.quad.subject.value).toBe('https://commons.example/id/a')
    expect(statement!.quad.graph.value).toBe('https://commons.example/source/s#L1')
    expect(statement).toMatchObject({ file: 'data/x.trig', line: 2 })
  })

  test('puts plain triples into the graph that is given', async () => {
    const graph = rdf.namedNode('https://commons.example/graph/ontology')
    const [statement] = await parse('<a> <b> <c> .', { ...options, graph })
    expect(statement!.quad.graph.equals(graph)).toBe(true)
  })

  test('knows the line of each object, over lists of objects and texts of many lines', async () => {
    const text = '@prefix a: <http://a/> .\n<s> a:p "one",\n "two" ;\n a:q """three\nfour""" .\n<t> a:p <u> .'
    expect((await parse(text, options)).map(({ line }) => line)).toEqual([2, 3, 4, 6])
  })

  test.each([
    ['a predicate that is missing', '<a> <b> <c> .\n<d> .', 2, 5],
    ['a prefix that nobody declared', '<a> <b> foo:c .', 1, 9],
    ['a character that no token begins with', '<a> <b> <c> .\n<d> <e> %x .', 2, 9],
    ['an IRI with a space', '<a> <b>\n  <c d> .', 2, 3],
    ['a string without an end', '<a> <b> "c .\n', 1, 9],
    ['a graph that is not closed', 'GRAPH <g> {\n<a> <b> <c> .\n', 3, 1],
  ])('tells file, line and column of %s', async (_, text, line, column) => {
    const faults = await faultsOf(text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ file: 'data/x.trig', line, column })
    expect(faults[0]!.message).not.toMatch(/on line \d/)
  })

  test('refuses nothing that is well formed: an empty document, Windows lines', async () => {
    expect(await parse('', options)).toEqual([])
    expect((await parse('<a> <b> <c> .\r\n<d> <e> <f> .\r\n', options)).map(({ line }) => line)).toEqual([1, 2])
  })
})

test('a FaultsError says every fault on a line of its own', () => {
  const error = new FaultsError([{ file: 'a.ttl', line: 3, column: 7, message: 'one' }, { message: 'two' }])
  expect(error.message).toBe('a.ttl:3:7: one\ntwo')
})
