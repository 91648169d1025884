/**
 * The competency questions, each with the exact answer that the source gives, and the answers that nothing may give.
 *
 * In `test/fixtures/questions.json` a value is the short form of a term (IRIs without the base), `null` an unbound
 * variable, and `~ a | b/c` a text of ours that holds every stem between bars (a slash parts alternatives).
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { derive } from '../../src/dataset/derive/derive.ts'
import { graphNames } from '../../src/dataset/graphs.ts'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { prefixes } from '../../src/rdf/namespaces.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset, root } from '../support/dataset.ts'
import { fold } from '../support/expectations.ts'

type Row = Readonly<Record<string, string | null>>

interface Question {
  readonly query: string
  /** Whether the order of the rows is part of the answer. */
  readonly ordered?: boolean
  readonly rows: readonly Row[]
}

interface Results {
  readonly results: { readonly bindings: readonly Readonly<Record<string, { readonly value: string }>>[] }
}

const questions: Readonly<Record<string, Question>> = JSON.parse(
  await readFile(join(root, 'test/fixtures/questions.json'), 'utf8'),
)
const numbers = ['01', '03', '05', '07', '09', 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39]

test('every competency question is asked', () => {
  expect(Object.keys(questions)).toEqual(numbers.map((number) => `CQ${number}`))
})

describe('competency questions', () => {
  test.each(Object.entries(questions))('%s', async (_, { query, ordered, rows }) => {
    const variables = Object.keys(rows[0]!)
    for (const row of rows) expect(Object.keys(row)).toEqual(variables)
    const answers = await answer(query, variables)
    const inOrder = ordered ? answers : align(answers, rows, variables[0]!)
    expect(inOrder.map((row, index) => asExpected(row, rows[index]))).toEqual(rows)
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

/** The rows of a saved query's answer as the app gives it, cut down to some variables. */
async function answer(query: string, variables: readonly string[]): Promise<Row[]> {
  const response = await get(`/queries/${query}.json`)
  expect([query, response.statusCode]).toEqual([query, 200])
  const { bindings } = (response.json() as Results).results
  return bindings.map((binding) =>
    Object.fromEntries(variables.map((name) => [name, binding[name] ? shorten(binding[name].value) : null])),
  )
}

/** The answers in the order of the expected rows, by one variable; what is not expected comes last. */
function align(answers: readonly Row[], expected: readonly Row[], key: string): Row[] {
  const place = (row: Row) => {
    const index = expected.findIndex((candidate) => candidate[key] === row[key])
    return index < 0 ? expected.length : index
  }
  return [...answers].sort((a, b) => place(a) - place(b))
}

/** The row, with the expected stems in place of a text that holds them all. */
function asExpected(row: Row, expected: Row | undefined): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      const wanted = expected?.[name]
      return [name, wanted?.startsWith('~ ') && value !== null && holds(value, wanted.slice(2)) ? wanted : value]
    }),
  )
}

function holds(text: string, stems: string): boolean {
  const folded = fold(text)
  return stems.split('|').every((bar) => bar.split('/').some((stem) => folded.includes(fold(stem.trim()))))
}

function shorten(value: string): string {
  if (value.startsWith(baseIri)) return value.slice(baseIri.length)
  return value.startsWith(prefixes.schema) ? `schema:${value.slice(prefixes.schema.length)}` : value
}

/** Whether a quad has this subject (without the base) and this predicate (prefixed). */
function is({ subject, predicate }: Quad, slug: string, name: string): boolean {
  const [prefix, local] = name.split(':') as [keyof typeof prefixes, string]
  return subject.value === baseIri + slug && predicate.value === prefixes[prefix] + local
}
