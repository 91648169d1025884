import { describe, expect, test } from 'vitest'
import { qualityPage } from '../../src/site/quality/page.ts'
import { get } from '../support/app.ts'
import { readRecords } from '../support/csv-records.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

const cg = 'https://w3id.org/commonsgraph/ontology#'

/** The rows of the table as CSV, without its head. */
async function rows(): Promise<string[][]> {
  const { body, statusCode } = await get('/quality.csv?lang=en')
  expect(statusCode).toBe(200)
  return readRecords(body).slice(1)
}

/** What a saved query answers, each row as the values of some variables. */
async function answer(query: string, ...variables: string[]): Promise<string[]> {
  const { results } = (await get(`/queries/${query}.json`)).json()
  return results.bindings.map((row: Record<string, { value: string }>) =>
    variables.map((variable) => row[variable]?.value ?? '').join(' '),
  )
}

describe('/quality', () => {
  test('says what is not known under each key as the saved query does', async () => {
    const csv = (await rows()).filter(([check]) => check === 'nothing known under the key')
    const asked = await answer('quality-nothing-known-under-a-key', 'commons', 'keyEn')
    expect(csv.map(([, iri, , key]) => `${iri} ${key}`).sort()).toEqual(asked.sort())
    expect(asked.length).toBeGreaterThan(100)
    const { body } = await get('/quality?lang=en', 'text/html')
    expect(body.match(/<span class="unseen">nothing known<\/span>/g)).toHaveLength(asked.length)
  })

  test('counts facts by the year of their source, all of them', async () => {
    const csv = (await rows()).filter(([check]) => check === 'facts by year')
    const asked = await answer('quality-facts-by-year', 'year', 'facts')
    expect(csv.map(([, , , year, facts]) => `${year === 'no date' ? '' : year} ${facts}`).sort()).toEqual(asked.sort())
    const stated = dataset.quads.filter(({ graph }) => graph.value.startsWith(`${baseIri}source/`))
    expect(csv.reduce((sum, [, , , , facts]) => sum + Number(facts), 0)).toBe(stated.length)
  })

  test('names the places that nobody can find, and the names that were lost', async () => {
    const csv = await rows()
    const of = (check: string) => csv.filter(([found]) => found === check).map(([, iri]) => iri)
    expect(of('place without coordinates')).toContain(`${baseIri}id/la-coroutine`)
    expect(of('place without coordinates')).not.toContain(`${baseIri}id/mutualab`)
    expect(of('place without an address')).toContain(`${baseIri}id/gare-lille-flandres`)
    expect(of('place without an address')).not.toContain(`${baseIri}id/mres`)
    const statuses = dataset.quads.filter(({ predicate }) => predicate.value === `${cg}nameStatus`)
    expect(of('name that no source prints').sort()).toEqual(statuses.map(({ subject }) => subject.value).sort())
  })

  test('counts links by what was found when they were last followed', async () => {
    const site = await siteWith(`
      @prefix sssom: <https://w3id.org/sssom/> .
      <graph/links> {
        <id/x#check-1> prov:used <id/mediawiki#link-q83> ; dcterms:date "2026-12-01"^^xsd:date ;
          schema:result <scheme/link-states/deleted> .
        <id/x#check-2> prov:used <id/mediawiki#link-q83> ; dcterms:date "2026-12-05"^^xsd:date ;
          schema:result <scheme/link-states/holds> .
      }`)
    const asked = { path: {}, query: {}, language: 'en', today: '2026-01-01' } as const
    const csv = await qualityPage.show(asked, site)!.as!.csv!()
    const links = csv.split('\r\n').filter((line) => line.startsWith('links by last check'))
    const records = dataset.quads.filter(({ object }) => object.value === 'https://w3id.org/sssom/Mapping')
    expect(links).toEqual([
      `links by last check,,,never checked since it was made,${records.length - 1}`,
      `links by last check,${baseIri}scheme/link-states/holds,,holds,1`,
    ])
  })
})
