import { describe, expect, test } from 'vitest'
import { comparedOf } from '../../src/site/compare/content.ts'
import { comparePage } from '../../src/site/compare/page.ts'
import { get } from '../support/app.ts'
import { baseIri } from '../support/dataset.ts'
import { bodyOf, siteWith } from '../support/site.ts'

const line = (number: number) => `${baseIri}source/visite-elus-2016#L${number}`

/** The cells of a row of the table of a page, by its head. */
function cells(body: string, head: string): string[] {
  const row = body
    .split('<tr>')
    .find(
      (one) =>
        (one.startsWith('<th scope="row">') && one.includes(`>${head}<`)) || one.startsWith(`<th scope="row">${head}<`),
    )
  return row?.split('<td>').slice(1) ?? []
}

describe('/compare', async () => {
  const site = await siteWith()
  const laCoroutine = site.catalogue.commons.get(`${baseIri}id/la-coroutine`)!
  const mutualab = site.catalogue.commons.get(`${baseIri}id/mutualab`)!

  test('says of each the same place as the list of commons', () => {
    for (const commons of site.catalogue.commons.values()) {
      const { traits } = comparedOf(commons, undefined, 'en', site)
      expect(traits.place.map(({ value }) => value.value).toSorted(), commons.iri).toEqual(commons.places.toSorted())
    }
  })

  test('stands two to four side by side under the keys, each value with its source', async () => {
    const { body, statusCode } = await get(
      '/compare?c=la-coroutine&c=communecter&c=loomio&c=mutualab&lang=en',
      'text/html',
    )
    expect(statusCode).toBe(200)
    const heads = [...body.matchAll(/<th scope="col"><a href="\/page\/([^?]+)/g)].map(([, slug]) => slug)
    expect(heads).toEqual(['la-coroutine', 'communecter', 'loomio', 'mutualab'])
    const governance = cells(body, 'Governance')
    expect(governance).toHaveLength(4)
    expect(governance[0]).toContain('La Coroutine is co-managed by its members.')
    expect(governance[0]).toContain('href="/source/visite-elus-2016?lang&#61;en#L42"')
    expect(governance[3]).toContain('Nothing known.')
    expect(cells(body, 'Partners')).toHaveLength(4)
  })

  test('values of different days stand side by side, the oldest first', () => {
    const { traits } = comparedOf(mutualab, undefined, 'fr', site)
    expect(traits.size.map(({ value, sources }) => [value.value.split('#')[1], sources])).toEqual([
      ['floor-size', [line(21)]],
      ['floor-size-site', [`${baseIri}source/mutualab-org#contents-summary-md`]],
    ])
    return expect(bodyOf(comparePage, site, { c: ['mutualab', 'loomio'] })).resolves.toMatch(
      />700\u00a0m²<.*>1,000\u00a0m²</s,
    )
  })

  test('as of a day only what dated passages had said by then is told', () => {
    const then = comparedOf(mutualab, '2016-05-26', 'fr', site)
    expect(then.traits.size.map(({ sources }) => sources)).toEqual([[line(21)]])
    const before = comparedOf(laCoroutine, '2016-05-25', 'fr', site)
    expect(before.known.flatMap(({ facts, statements }) => [...facts, ...statements])).toEqual([])
    const now = comparedOf(laCoroutine, undefined, 'fr', site)
    expect(now.known.flatMap(({ facts, statements }) => [...facts, ...statements]).length).toBeGreaterThan(2)
  })

  test('assessments of several stand side by side, by author and date, those of later days left out', async () => {
    const assessed = await siteWith(`GRAPH <source/contributions#a> {
      <id/assessment-a> a cg:Assessment ; cg:about <id/la-coroutine> ; cg:underKey <scheme/evaluation-keys/financement> ;
        cg:strength "Loyer <b>partagé</b>"@fr ; dcterms:date "2026-01-02"^^xsd:date ; prov:wasAttributedTo <id/ana> .
      <id/ana> rdfs:label "Ana" .
    }
    GRAPH <source/contributions#b> {
      <id/assessment-b> a cg:Assessment ; cg:about <id/la-coroutine> ; cg:underKey <scheme/evaluation-keys/financement> ;
        cg:limit "Loyer qui monte"@fr ; dcterms:date "2026-03-04"^^xsd:date .
    }
    GRAPH <graph/sources> {
      <source/contributions#a> dcterms:isPartOf <source/contributions> ; cg:observedOn "2026-01-02"^^xsd:date .
      <source/contributions#b> dcterms:isPartOf <source/contributions> ; cg:observedOn "2026-03-04"^^xsd:date .
    }`)
    const c = ['la-coroutine', 'loomio']
    const [own] = cells(await bodyOf(comparePage, assessed, { c }), 'Funding')
    expect(own).toMatch(/author not given.*4 Mar 2026.*Loyer qui monte.*Ana.*2 Jan 2026.*Loyer &#60;b&#62;partagé/s)
    const [then] = cells(await bodyOf(comparePage, assessed, { c, asOf: '2026-02-01' }), 'Funding')
    expect(then).toContain('Ana')
    expect(then).not.toContain('Loyer qui monte')
  })

  test('with fewer than two there is the form to choose, with what was chosen', async () => {
    for (const query of ['', '?c=', '?c=loomio&c=&c=loomio']) {
      const { body, statusCode } = await get(`/compare${query}`, 'text/html')
      expect(statusCode).toBe(200)
      expect(body.match(/<select name="c">/g)).toHaveLength(4)
      expect(body).not.toContain('<table')
    }
    expect((await get('/compare?c=loomio', 'text/html')).body).toContain('<option value="loomio" selected>')
  })

  test.each([
    ['c=loomio&c=nothing-here', 'c=nothing-here is no commons that is known here.'],
    ['c=cae', 'c=cae is there, but it is no commons.'],
    ['c=../scheme/kinds', 'c=../scheme/kinds is no commons that is known here.'],
    ['c=a&c=b&c=c&c=d&c=e', 'c names 5 commons; at most 4 stand side by side.'],
    ['asOf=2016', 'asOf=2016 is no day such as 2016-05-26.'],
    ['asOf=2016-02-31', 'asOf=2016-02-31 is no day such as 2016-05-26.'],
  ])('%s is refused clearly', async (query, detail) => {
    const answer = await get(`/compare?${query}`, 'application/json, text/html;q=0')
    expect([answer.statusCode, answer.json().code, answer.json().detail]).toEqual([400, 'parameter-invalid', detail])
  })

  test('one may be taken away while two are left', async () => {
    const { body } = await get('/compare?c=la-coroutine&c=loomio&c=mutualab', 'text/html')
    const rest = [...body.matchAll(/class="remove" href="([^"]+)"/g)].map(([, href]) =>
      href!.replaceAll('&#61;', '=').replaceAll('&#38;', '&').replaceAll('&amp;', '&'),
    )
    expect(rest).toHaveLength(3)
    expect(rest[0]).toBe('/compare?c=loomio&c=mutualab')
    expect((await get(rest[0]!, 'text/html')).body).not.toContain('class="remove"')
  })
})
