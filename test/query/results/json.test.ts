/**
 * SPARQL JSON from the bytes of the dictionary, and from terms that a query made up: the same terms, whatever is in them.
 */
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src/query/evaluation/evaluate.ts'
import { parseQuery } from '../../../src/query/syntax.ts'
import { iri, literal, type Term, taggedLiteral, tripleTerm } from '../../../src/rdf/terms.ts'
import { buildSnapshot } from '../../../src/store/snapshot/build.ts'
import { quad } from '../../store/snapshot/quads.ts'

const texts = [
  '',
  'a',
  'é',
  '😀',
  '"',
  '\\',
  '\\"',
  '\n\r\t',
  '\u0000\u0001\u001f',
  '\u007f\u0080',
  '\u2028',
  '</script>',
]
const long = 'x"é\n'.repeat(5000)

const terms: Term[] = [...texts, long].flatMap((text) => [
  iri(`http://x/${text}`),
  literal(text),
  literal(text, iri('http://x/type')),
  literal(text, iri(`http://x/"${text.slice(0, 3)}`)),
  taggedLiteral(text, 'fr'),
  taggedLiteral(text, 'ar', 'rtl'),
  tripleTerm(iri('http://x/s'), iri('http://x/p'), literal(text)),
])

function expected(term: Term): unknown {
  if (term.termType === 'NamedNode') return { type: 'uri', value: term.value }
  if (term.termType === 'Quad') {
    const [subject, predicate, object] = [term.subject, term.predicate, term.object].map(expected)
    return { type: 'triple', value: { subject, predicate, object } }
  }
  const { value, language, direction, datatype } = term as ReturnType<typeof literal>
  if (language) return { type: 'literal', value, 'xml:lang': language, ...(direction && { 'its:dir': direction }) }
  if (datatype.value.endsWith('#string')) return { type: 'literal', value }
  return { type: 'literal', value, datatype: datatype.value }
}

async function answer(text: string, quads: Parameters<typeof buildSnapshot>[0]) {
  const limits = { clock: () => 0, deadline: 1, memoryBytes: 1e9 }
  const nowhere = () => Promise.reject(new Error('not asked'))
  const options = {
    snapshot: buildSnapshot(quads),
    defaultGraph: 'own',
    limits,
    jsonLd: nowhere,
    askEndpoint: nowhere,
  } as const
  const parts: Buffer[] = []
  const query = parseQuery(text, 'http://x/')
  await evaluate(query, 'application/sparql-results+json', options, (bytes) => parts.push(bytes))
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
}

describe('SPARQL JSON', () => {
  test('has the terms of the data as they are', async () => {
    const quads = terms.map((term, index) => quad(iri(`http://x/${index}`), iri('http://x/p'), term))
    const { head, results } = await answer('SELECT ?s ?o ?none { ?s <p> ?o }', quads)
    expect(head.vars).toEqual(['s', 'o', 'none'])
    const found = new Map(results.bindings.map((row: Record<string, { value: string }>) => [row.s!.value, row.o]))
    expect(terms.map((_, index) => found.get(`http://x/${index}`))).toEqual(terms.map(expected))
    expect(results.bindings[0]).not.toHaveProperty('none')
  })

  test('has terms that the query made up beside them', async () => {
    const quads = [quad(iri('http://x/s'), iri('http://x/p'), literal('data'))]
    const { results } = await answer(
      'SELECT * { ?s <p> ?o BIND(CONCAT(?o, "\\n\\"é") AS ?made) BIND(<y> AS ?y) }',
      quads,
    )
    expect(results.bindings).toEqual([
      {
        s: { type: 'uri', value: 'http://x/s' },
        o: { type: 'literal', value: 'data' },
        made: { type: 'literal', value: 'data\n"é' },
        y: { type: 'uri', value: 'http://x/y' },
      },
    ])
  })

  test('of nothing, and of a row of nothing', async () => {
    expect((await answer('SELECT * { ?s ?p ?o }', [])).results.bindings).toEqual([])
    expect((await answer('SELECT * {}', [])).results.bindings).toEqual([{}])
  })
})
