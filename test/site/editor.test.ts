import { describe, expect, test } from 'vitest'
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
    expect((await open('CONSTRUCT WHERE { <id/mutualab> a ?type }')).body).toMatch(
      /<pre class="query"[^>]*><code>[^<]*mutualab/,
    )
  })

  test('says where a query cannot be read, keeps its text, and is 400', async () => {
    const { statusCode, body, headers } = await open('SELECT * WHERE {\n ?s ?p }')
    expect(statusCode).toBe(400)
    expect(body).toContain('data-line="2" data-column="8"')
    expect(body).toContain('Line 2, column 8: ')
    expect(body).toMatch(/>SELECT \* WHERE \{\n \?s \?p \}<\/textarea>/)
    expect(headers['cache-control']).toBe('no-store')
  })

  test('holds no more of an answer than a page can show', async () => {
    const { statusCode, body } = await open('SELECT * { ?a ?b ?c . ?d ?e ?f }')
    expect([statusCode, body.length < 100_000]).toEqual([200, true])
    expect(body).toContain('too long for a page')
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
    expect((await open('ASK {}', '&format=json')).headers['content-type']).toContain('xml')
    const posted = await app.inject({
      method: 'POST',
      url: '/sparql',
      headers: { accept: browser, 'content-type': 'application/sparql-query' },
      payload: 'ASK {}',
    })
    expect(posted.headers['content-type']).toContain('xml')
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
