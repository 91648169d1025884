import { describe, expect, test } from 'vitest'
import type { AnswerRows } from '../../src/web/answer.ts'
import { graphOf, middleOf, mostLines, type Naming } from '../../src/web/answer-graph.ts'
import { app, get } from '../support/app.ts'
import { dataset } from '../support/dataset.ts'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const open = (query: string, more = '&lang=en') => get(`/sparql?query=${encodeURIComponent(query)}${more}`, browser)
const cg = 'https://w3id.org/commonsgraph/ontology#'

describe('the editor without a script', () => {
  test('has the query of the address in it, and its answer below', async () => {
    const { statusCode, body } = await open('SELECT (40 + 2 AS ?sum) ("a < b" AS ?text) {}')
    expect(statusCode).toBe(200)
    expect(body).toMatch(/<textarea name="query"[^>]*>SELECT \(40 \+ 2 AS \?sum\)/)
    expect(body).toContain('<td class="number">42</td>')
    expect(body).toMatch(/a &(lt|#60); b/)
    expect(body).toContain('1 row')
  })

  test('shows a truth and a graph as well', async () => {
    expect((await open('ASK {}')).body).toContain('>true</td>')
    const { body } = await open('CONSTRUCT WHERE { <id/mutualab> a ?type }')
    const types = dataset.quads.filter(
      ({ subject, predicate }) => subject.value.endsWith('id/mutualab') && predicate.value.endsWith('#type'),
    )
    const cells = [...body.matchAll(/<td[^>]*>(?:<a [^>]*>)?([^<]*)/g)].map(([, text]) => text!)
    expect(cells.filter((_, place) => place % 3 === 0)).toEqual(
      Array(new Set(types.map(({ object }) => object.value)).size).fill('id/mutualab'),
    )
    expect(cells).toContain('cg:Commons')
    expect(body).toMatch(/id="answer" data-of="graph"/)
  })

  test('says where a query cannot be read, keeps its text, and is 400', async () => {
    const { statusCode, body, headers } = await open('SELECT * WHERE {\n ?s ?p }')
    expect(statusCode).toBe(400)
    expect(body).toContain('data-line="2" data-column="8"')
    expect(body).toContain('Line 2, column 8: ')
    expect(body).toMatch(/>SELECT \* WHERE \{\n \?s \?p \}<\/textarea>/)
    expect(headers['cache-control']).toBe('no-store')
    // The words of the parser are English on the French page too, and say so.
    const french = (await open('SELECT * WHERE {\n ?s ?p }', '&lang=fr')).body
    expect(french).toMatch(
      /Ligne 2, colonne 8\u00a0?\s?: La requête ne peut pas être lue\u00a0: <span lang="en">[^<]+<\/span>/,
    )
  })

  test('holds no more of an answer than a page can show', async () => {
    const { statusCode, body } = await open('SELECT * { ?a ?b ?c . ?d ?e ?f }')
    expect([statusCode, body.length < 100_000]).toEqual([200, true])
    expect(body).toContain('too long for a page')
  })

  test('opens whatever was added to the address, and for whoever takes pages only', async () => {
    for (const added of ['&utm_source=x', '&fbclid=y&lang=en', '&format=json']) {
      const { statusCode, body } = await open('SELECT (40 + 2 AS ?sum) {}', added)
      expect([added, statusCode]).toEqual([added, 200])
      expect(body).toContain('<td class="number">42</td>')
      const program = await get(`/sparql?query=${encodeURIComponent('ASK {}')}${added}`, '*/*')
      expect(program.headers['content-type']).not.toContain('html')
    }
    const path = `/sparql?query=${encodeURIComponent('ASK {}')}`
    for (const accept of ['text/html', 'text/html, application/sparql-results+json;q=0.5']) {
      const { statusCode, body } = await get(path, accept)
      expect([accept, statusCode]).toEqual([accept, 200])
      expect(body).toContain('>true</td>')
    }
  })

  test('is for those who open an address: programs are answered as they were', async () => {
    const query = `/sparql?query=${encodeURIComponent('ASK {}')}`
    for (const accept of [
      undefined,
      '*/*',
      'application/sparql-results+json',
      'application/json',
      'text/csv, text/html;q=0.5',
    ]) {
      expect([accept, (await get(query, accept)).headers['content-type']]).toEqual([
        accept,
        expect.not.stringContaining('html'),
      ])
    }
    // Whatever else the protocol knows is no question of a person.
    expect((await open('ASK {}', '&explain=text')).headers['content-type']).toContain('text/plain')
    const graph = `&default-graph-uri=${encodeURIComponent('http://x.example/')}`
    expect((await open('ASK {}', graph)).headers['content-type']).toContain('xml')
    const posted = await app.inject({
      method: 'POST',
      url: '/sparql',
      headers: { accept: browser, 'content-type': 'application/sparql-query' },
      payload: 'ASK {}',
    })
    expect(posted.headers['content-type']).toContain('xml')
  })
})

describe('an answer as a graph', () => {
  const uri = (value: string) => ({ type: 'uri', value })
  const text = (value: string, language?: string) => ({
    type: 'literal',
    value,
    ...(language && { 'xml:lang': language }),
  })
  const naming: Naming = {
    language: 'en',
    short: (iri) => iri.replace(/^.*\//, ''),
    property: (iri) => `the ${iri.replace(/^.*\//, '')}`,
    isOwn: (iri) => iri.startsWith('http://own/'),
  }
  const label = uri('http://www.w3.org/2000/01/rdf-schema#label')
  const drawn = (answer: Omit<AnswerRows, 'text'>) => {
    const { nodes, edges } = graphOf({ ...answer, text: '' }, naming)
    const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name
    return { nodes, lines: edges.map(({ from, to, name }) => [nameOf(from), name, nameOf(to)]) }
  }

  test('statements join what they speak of; labels name it, other texts are points of their own', () => {
    const [a, b] = [uri('http://own/a'), uri('http://else/b')]
    const rows = [
      { subject: a, property: label, value: text('Un', 'fr') },
      { subject: a, property: label, value: text('One', 'en') },
      { subject: a, property: uri('http://p/uses'), value: b },
      { subject: a, property: uri('http://p/says'), value: text('yes') },
      { subject: b, property: uri('http://p/says'), value: text('yes') },
    ]
    const { nodes, lines } = drawn({ of: 'graph', variables: ['subject', 'property', 'value'], rows })
    expect(lines).toEqual([
      ['One', 'the uses', 'b'],
      ['One', 'the says', 'yes'],
      ['b', 'the says', 'yes'],
    ])
    expect(nodes.map(({ sort }) => sort)).toEqual(['own', 'other', 'text', 'text'])
    expect(nodes.map(({ iri }) => iri)).toEqual([a.value, b.value, undefined, undefined])
    expect(middleOf(graphOf({ of: 'graph', variables: [], rows, text: '' }, naming))).toBe(a.value)
  })

  test('rows join the things that stand in them, by the names that they give', () => {
    const rows = [
      { who: uri('http://own/a'), whoEn: text('One', 'en'), much: text('2'), where: uri('http://own/x') },
      { who: uri('http://own/b'), where: uri('http://own/x') },
      { who: uri('http://own/c') },
    ]
    const variables = ['much', 'who', 'whoEn', 'where']
    expect(drawn({ of: 'rows', variables, rows }).lines).toEqual([
      ['One', 'where', 'x'],
      ['b', 'where', 'x'],
    ])
    expect(drawn({ of: 'rows', variables: ['much'], rows }).lines).toEqual([])
  })

  test('of thousands the first are drawn, and nothing that is joined to none of them', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ({ a: uri(`http://own/${i}`), b: uri('http://own/hub') }))
    const { nodes, lines } = drawn({ of: 'rows', variables: ['a', 'b'], rows })
    expect([nodes.length, lines.length]).toEqual([mostLines + 1, mostLines])
  })
})

describe('/sparql/vocabulary.json', () => {
  test.each(['fr', 'en'])(
    'names what the data uses, with how often, and what the ontology has besides (%s)',
    async (language) => {
      const vocabulary = (await get(`/sparql/vocabulary.json?lang=${language}`)).json()
      expect(vocabulary.prefixes.cg).toBe(cg)
      const commons = vocabulary.classes.find(({ iri }: { iri: string }) => iri === `${cg}Commons`)
      const things = dataset.quads
        .filter(({ object }) => object.value === `${cg}Commons`)
        .map(({ subject }) => subject.value)
      expect(commons.uses).toBe(new Set(things.filter((iri) => iri.includes('/id/'))).size)
      expect(commons.name).toBe(language === 'fr' ? 'commun' : 'commons')
      const terms: { iri: string; uses: number }[] = [...vocabulary.classes, ...vocabulary.properties]
      const listed = terms.map(({ iri }) => iri)
      expect(listed).toContain(`${cg}strength`)
      for (const predicate of new Set(dataset.quads.map(({ predicate }) => predicate.value)))
        expect(listed).toContain(predicate)
      const uses = vocabulary.properties.map(({ uses: count }: { uses: number }) => count)
      expect(uses).toEqual(uses.toSorted((one: number, other: number) => other - one))
    },
  )
})
