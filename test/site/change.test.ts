import { describe, expect, test } from 'vitest'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { changePage } from '../../src/site/change/page.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { bodyOf, siteWith } from '../support/site.ts'

const unescaped = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

const patchIn = (body: string) => unescaped(/<textarea[^>]*>\n(.*?)<\/textarea>/s.exec(body)![1]!)

describe('/change', () => {
  test('has what passages state of a thing and its parts, so that it can be read back', async () => {
    const { body } = await get('/change?thing=id/amap-mutualab&lang=en', 'text/html')
    const read = await parse(patchIn(body), { baseIri, file: 'patch.trig' })
    const iri = `${baseIri}id/amap-mutualab`
    const stated = dataset.quads.filter(
      ({ subject, graph }) =>
        (subject.value === iri || subject.value === `${iri}#schedule`) &&
        (graph.value.startsWith(`${baseIri}source/`) || graph.value === `${baseIri}graph/editorial`),
    )
    expect(stated.length).toBeGreaterThan(10)
    expect(read.map(({ quad }) => toNQuad(quad)).sort()).toEqual(stated.map(toNQuad).sort())
  })

  test('leads to a form only where one is set, filled in', async () => {
    expect((await get('/change?thing=id/amap-mutualab', 'text/html')).body).not.toContain('id="propose"')
    const site = { ...(await siteWith()), issueFormUrl: 'https://git.example/new?title={title}&body={body}' }
    const addressOf = async (thing: string) => {
      const { page } = changePage.show({ path: {}, query: { thing }, language: 'en', today: '2026-11-28' }, site)!
      const { body } = await page({ ...site, language: 'en', path: 'change' })
      const patch = patchIn(body)
      return { patch, url: new URL(unescaped(/<a id="propose" href="([^"]*)"/.exec(body)![1]!)) }
    }
    const small = await addressOf('id/le-singe-savant')
    expect(small.url.origin).toBe('https://git.example')
    expect(small.url.searchParams.get('title')).toContain('Correct or complete: ')
    expect(small.url.searchParams.get('body')).toContain(`\n\n${small.patch}`)
    const large = await addressOf('id/mutualab')
    // Where the text is too long it is pasted, but what it is a change of stands there.
    for (const said of [`${baseIri}page/mutualab\n`, `<${baseIri}id/mutualab>`, dataset.version.name, '(Paste ']) {
      expect(large.url.searchParams.get('body')).toContain(said)
    }
  })

  test('without a form names who publishes the data, and how to write where that is stated', async () => {
    const publisher = dataset.quads.find(
      ({ subject, predicate }) => subject.value === `${baseIri}dataset#publisher` && predicate.value.endsWith('/name'),
    )!.object.value
    expect((await get('/change?thing=id/amap-mutualab', 'text/html')).body).toContain(publisher)
    const site =
      await siteWith(`@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
      GRAPH <graph/editorial> { <dataset> dcat:contactPoint <dataset#contact> .
        <dataset#contact> vcard:fn "The desk" ; vcard:hasEmail <mailto:desk@town.example> ; vcard:hasURL <javascript:alert(1)> }`)
    const body = await bodyOf(changePage, site, { thing: 'id/amap-mutualab' })
    expect(body).toContain('The desk')
    expect(body).toContain('<a href="mailto:desk@town.example">desk@town.example</a>')
    expect(body).not.toContain('javascript:')
    expect(await bodyOf(changePage, await siteWith(), { thing: 'id/amap-mutualab' })).toContain(publisher)
  })

  test.each(['', '?thing=', '?thing=id/', '?thing=source/x', '?thing=id/a%3Eb', '?thing=id/a%0Ab'])(
    '%s names no thing',
    async (query) => {
      expect((await get(`/change${query}`, 'application/json, text/html;q=0')).json()).toMatchObject({
        code: 'parameter-invalid',
      })
    },
  )

  test('of what nothing is known there is no page', async () => {
    expect((await get('/change?thing=id/nothing-here', 'text/html')).statusCode).toBe(404)
  })
})
