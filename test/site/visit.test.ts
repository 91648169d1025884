import { describe, expect, test } from 'vitest'
import { visitOf } from '../../src/site/visit/visit.ts'
import { walkOf } from '../../src/site/visit/walk.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

const schema = 'http://schema.org/'
const id = (slug: string) => `${baseIri}id/${slug}`

/** Parts of the visit with their starts, as the data states them. */
const starts = dataset.quads
  .filter(
    ({ predicate, object }) => predicate.value === `${schema}superEvent` && object.value === id('visite-elus-2016'),
  )
  .map(({ subject }) => ({
    iri: subject.value,
    start: dataset.quads.find((quad) => quad.subject.equals(subject) && quad.predicate.value === `${schema}startDate`)!
      .object.value,
  }))
  .sort((one, other) => (one.start < other.start ? -1 : 1))

describe('/visit', () => {
  test('is the day of the only visit, every part of it in the order of time, each with its passage', async () => {
    const { body, statusCode } = await get('/visit?lang=fr', 'text/html')
    expect(statusCode).toBe(200)
    const day = body.slice(body.indexOf('<ol class="timeline">'), body.indexOf('<ol class="stops">'))
    const shown = [...day.matchAll(/<time datetime="(2016-05-26T\d\d:\d\d)">/g)].map(([, time]) => time)
    const stated = starts.map(({ start }) => start.slice(0, 16))
    expect(shown.filter((time, index) => shown.indexOf(time) === index)).toEqual(stated)
    for (const { iri } of starts) expect(day).toContain(`href="/page/${iri.slice(id('').length)}"`)
    expect(day.match(/#L\d+"/g)!.length).toBeGreaterThanOrEqual(starts.length)
    expect(body).toContain('9\u00a0h\u00a018')
    const other = await get('/visit/visite-elus-2016?lang=fr', 'text/html')
    expect(other.body.includes(day)).toBe(true)
  })

  test('what is no visit is not found', async () => {
    expect((await get('/visit/mutualab')).statusCode).toBe(404)
    expect((await get('/visit/nothing')).statusCode).toBe(404)
  })

  test('draws the places whose coordinates are stated, and names the others', async () => {
    const { body } = await get('/visit?lang=en', 'text/html')
    expect(body).toMatch(/aria-label="Plan without a background: stops 1, 2, 6 at their coordinates, north up"/)
    expect(body).toContain('no coordinates are known: 3 La Coroutine, 4 La Cofabrik, 5 MRES.')
  })
})

describe('the walk', async () => {
  const site = await siteWith()
  const { slots } = visitOf(id('visite-elus-2016'), 'fr', site.source)!
  const stops = walkOf(slots, site.source)

  test('goes from the station by four venues back to it', () => {
    expect(stops.map(({ place, from, setOut }) => [place, from?.time, setOut?.time])).toEqual([
      [id('gare-lille-flandres'), '09:18', undefined],
      [id('mutualab'), '09:40', '10:20'],
      [id('la-coroutine'), '10:30', '11:00'],
      [id('la-cofabrik'), '11:10', '11:45'],
      [id('mres'), '12:00', undefined],
      [id('gare-lille-flandres'), '15:11', undefined],
    ])
  })

  test('has the journeys that a source states, and the addresses of their days', () => {
    expect(stops.map(({ journeys }) => journeys.map(({ duration }) => duration).sort())).toEqual([
      [],
      [],
      [],
      [],
      ['PT10M', 'PT20M'],
      [],
    ])
    expect(stops[4]!.addresses.map(({ lines, day }) => [lines[0], day?.slice(0, 4)])).toEqual([
      ['23 Rue Gosselet', '2016'],
      ['5 rue Jules de Vicq', '2019'],
    ])
  })
})

describe('elsewhere', () => {
  test('an event of one day and one of two, a place nobody arrives at, and texts where things should be', async () => {
    const site = await siteWith(`
      <graph/sources> {
        <id/tour> a schema:Event ; rdfs:label "<script>alert(1)</script>"@en .
        <id/tour-1> schema:superEvent <id/tour> ; schema:startDate "2020-01-01T23:00:00Z"^^xsd:dateTime ; schema:location "nowhere" .
        <id/tour-2> schema:superEvent <id/tour> ; schema:startDate "2020-01-02"^^xsd:date ; schema:toLocation <javascript:alert(1)> .
        <id/vague-1> schema:superEvent <id/vague> ; schema:startDate "one day" .
      }`)
    const tour = visitOf(id('tour'), 'en', site.source)!
    expect(tour.slots.map(({ start, places }) => [start.day, start.time, places])).toEqual([
      ['2020-01-01', '23:00', []],
      ['2020-01-02', undefined, []],
    ])
    expect(walkOf(tour.slots, site.source).map(({ place, from }) => [place, from])).toEqual([
      ['javascript:alert(1)', undefined],
    ])
    expect(visitOf(id('vague'), 'en', site.source)).toBeUndefined()
    const { visitsPage } = await import('../../src/site/visit/page.ts')
    const context = { baseIri, publicUrl: baseIri, language: 'en', path: 'visit' } as const
    const asked = { path: {}, query: {}, language: 'en', today: '2026-01-01' } as const
    const list = await visitsPage.show(asked, site)!.page(context)
    expect([...list.body.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/visit/tour',
      '/visit/visite-elus-2016',
    ])
    expect(list.body).not.toContain('<script>')
    const { visitPage } = await import('../../src/site/visit/page.ts')
    const one = await visitPage.show({ ...asked, path: { slug: 'tour' } }, site)!.page(context)
    expect(one.body).not.toContain('href="javascript:')
  })

  test('without any visit there is a page that says so', async () => {
    const { visitsHtml } = await import('../../src/site/visit/view.ts')
    const site = await siteWith()
    expect(visitsHtml([], site, { baseIri, publicUrl: baseIri, language: 'en', path: 'visit' })).toContain(
      'No visit is described here',
    )
  })
})
