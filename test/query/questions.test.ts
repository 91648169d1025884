/**
 * The competency questions, each with the exact answer that the source gives, and the answers that nothing may give.
 */
import { describe, expect, test } from 'vitest'
import { derive } from '../../src/dataset/derive/derive.ts'
import { graphNames } from '../../src/dataset/graphs.ts'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { type Binding, cut, inWordsOf, questions, type Row, shorten } from '../support/questions.ts'

const numbers = ['01', '03', '05', '07', '09', 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39]

test('every competency question is asked', () => {
  expect(Object.keys(questions)).toEqual(numbers.map((number) => `CQ${number}`))
})

describe('competency questions', () => {
  test.each(Object.entries(questions))('%s', async (_, question) => {
    const variables = Object.keys(question.rows[0]!)
    for (const row of question.rows) expect(Object.keys(row)).toEqual(variables)
    expect(inWordsOf(question, await ask(question.query))).toEqual(question.rows)
  })
})

describe('what nobody says', () => {
  const visit = `${baseIri}source/visite-elus-2016#`

  test('the source gives no address for MutuaLab', async () => {
    const rows = await answer('addresses-of-visited-venues', ['venue', 'street'])
    expect(rows).toContainEqual({ venue: 'id/mutualab', street: null })
    const stated = dataset.quads.filter(({ graph }) => graph.value.startsWith(visit))
    expect(stated.length).toBeGreaterThan(0)
    expect(stated.filter((quad) => is(quad, 'id/mutualab', 'schema:address'))).toEqual([])
    expect(stated.filter(({ subject }) => subject.value === `${baseIri}id/mutualab#address`)).toEqual([])
  })

  test('software that is only presented around a venue is used by nobody, in any graph', async () => {
    const rows = await answer('software-in-use', ['user', 'software'])
    expect(rows).toEqual([
      { user: 'id/assemblee-des-communs', software: 'id/communecter' },
      { user: 'id/la-coroutine', software: 'id/mailman' },
      { user: 'id/la-coroutine', software: 'id/wiki-coroutine' },
      { user: 'id/le-singe-savant', software: 'id/le-singe-savant#applications' },
    ])
    const used = dataset.quads.filter(({ predicate }) => predicate.value === `${prefixes.cg}usesSoftware`)
    expect(new Set(used.map(({ subject, object }) => `${shorten(subject.value)} ${shorten(object.value)}`))).toEqual(
      new Set(rows.map(({ user, software }) => `${user} ${software}`)),
    )
  })

  test('no graph gives a variant of the Creative Commons licence of USE-IT', () => {
    const licences = dataset.quads.filter(
      ({ subject, predicate }) =>
        subject.value.startsWith(`${baseIri}id/use-it`) && /licen[cs]e$/i.test(predicate.value),
    )
    expect(licences.map(({ object }) => object.value)).toEqual(['Licence Creative Commons'])
  })

  test('the three unknown names stay unknown', async () => {
    const rows = await answer('items-whose-name-was-lost', ['item', 'itemFr', 'itemEn', 'status'])
    const unknown = rows.filter(({ status }) => status === 'scheme/name-statuses/lost')
    expect(unknown.map(({ item }) => item)).toEqual([
      'id/amap-mutualab',
      'id/futur-lieu-1300m2',
      'id/plateforme-cartographies',
    ])
    for (const { item, itemFr, itemEn } of unknown) {
      expect(itemFr).toMatch(/\(nom perdu\)$/)
      expect(itemEn).toMatch(/\(name lost\)$/)
      const labels = dataset.quads.filter((quad) => is(quad, item!, 'rdfs:label'))
      expect(labels.map(({ object }) => object.value)).toEqual([itemFr, itemEn])
    }
  })
})

describe('the first Repair Café after the visit', () => {
  const { derived } = graphNames(baseIri)
  const stated = dataset.quads.filter(({ graph }) => !graph.equals(derived))
  const first = (quads: readonly Quad[]) =>
    quads
      .filter((quad) => is(quad, 'id/repair-cafe-mres#schedule-first', 'schema:startDate'))
      .map(({ object }) => object.value)

  test('is the third Tuesday of June', async () => {
    const rows = await answer('first-occurrence-after-the-visit', ['activity', 'first'])
    expect(rows).toContainEqual({ activity: 'id/repair-cafe-mres', first: '2016-06-21T18:00:00+02:00' })
    expect(first(derive(stated, derived))).toEqual(['2016-06-21T18:00:00+02:00'])
  })

  test('follows the stated rule: first Mondays would give another date', () => {
    const changed = stated.map((quad) =>
      is(quad, 'id/repair-cafe-mres#schedule', 'cg:rrule')
        ? (rdf.quad(quad.subject, quad.predicate, rdf.literal('FREQ=MONTHLY;BYDAY=1MO'), quad.graph) as Quad)
        : quad,
    )
    expect(first(derive(changed, derived))).toEqual(['2016-06-06T18:00:00+02:00'])
  })
})

/** The rows of a saved query's answer, cut down to some variables. */
async function answer(query: string, variables: readonly string[]): Promise<Row[]> {
  return cut(await ask(query), variables)
}

/** The solutions of a saved query as the app gives them. */
async function ask(query: string): Promise<Binding[]> {
  const response = await get(`/queries/${query}.json`)
  expect([query, response.statusCode]).toEqual([query, 200])
  return response.json().results.bindings
}

/** Whether a quad has this subject (without the base) and this predicate (prefixed). */
function is({ subject, predicate }: Quad, slug: string, name: string): boolean {
  const [prefix, local] = name.split(':') as [keyof typeof prefixes, string]
  return subject.value === baseIri + slug && predicate.value === prefixes[prefix] + local
}
