import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { createConfig } from '../../src/config.ts'
import { parse } from '../../src/rdf/parse.ts'
import { sheetPage, workshopPage } from '../../src/site/workshop/page.ts'
import { assessmentsTrig, type Sheet } from '../../src/web/assessments.ts'
import { get } from '../support/app.ts'
import { baseIri, config, dataset } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

const cg = 'https://w3id.org/commonsgraph/ontology#'
const keys = ['gouvernance', 'financement', 'contribution', 'partage', 'juridique', 'partenaires']

/** The questions of a key in their order, as its parts have them. */
function questionsOf(key: string, language: string): string[] {
  const iri = `${baseIri}scheme/evaluation-keys/${key}#q`
  return dataset.quads
    .filter(({ subject, predicate, object }) => {
      const said = object.termType === 'Literal' && object.language === language
      return said && subject.value.startsWith(iri) && predicate.value === 'http://schema.org/text'
    })
    .sort((one, other) => (one.subject.value < other.subject.value ? -1 : 1))
    .map(({ object }) => object.value)
}

/** What the browser reads: text without markup. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}

describe('/workshop', () => {
  test('leads to a sheet for each commons', async () => {
    const { body, statusCode } = await get('/workshop', 'text/html')
    expect(statusCode).toBe(200)
    const commons = new Set(
      dataset.quads.filter(({ object }) => object.value === `${cg}Commons`).map(({ subject }) => subject.value),
    )
    const slugs = [...body.matchAll(/href="\/workshop\/([^"?]+)"/g)].map(([, slug]) => slug)
    expect(slugs.map((slug) => `${baseIri}id/${slug}`).sort()).toEqual([...commons].sort())
    expect(body).toContain('Six clés pour évaluer les communs')
  })

  test.each(['fr', 'en'])('a sheet in %s has the six keys with all their questions, in order', async (language) => {
    const { body } = await get(`/workshop/la-coroutine?lang=${language}`, 'text/html')
    const text = textOf(body)
    const asked = keys.flatMap((key) => questionsOf(key, language))
    expect(asked.length).toBe(13)
    const places = asked.map((question) => text.indexOf(question.replaceAll(/\s+/g, ' ')))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect([...body.matchAll(/<textarea name="([^"]+)"/g)].map(([, name]) => name)).toEqual(
      keys.flatMap((key) => ['strength', 'limit', 'stake'].map((part) => `${key} ${part}`)),
    )
  })

  test('a sheet has what is known with its source, and says where that is nothing', async () => {
    const { body } = await get('/workshop/la-coroutine?lang=fr', 'text/html')
    const governance = body.slice(body.indexOf('data-slug="gouvernance"'), body.indexOf('data-slug="financement"'))
    expect(textOf(governance)).toMatch(/membres/)
    expect(governance).toContain('/source/visite-elus-2016#L42')
    expect(body).toContain('class="unknown"')
  })

  test('there is none for what is no commons', async () => {
    expect((await get('/workshop/lille')).statusCode).toBe(404)
    expect((await get('/workshop/nothing')).statusCode).toBe(404)
  })

  test('assessments stand side by side, each with who and when', async () => {
    const site = await siteWith(`<graph/sources> {
      <id/one> a cg:Assessment ; cg:about <id/la-coroutine> ; cg:underKey <scheme/evaluation-keys/partage> ;
        cg:strength "Un wiki."@fr ; dcterms:date "2026-01-02"^^xsd:date ; prov:wasAttributedTo <id/ann> .
      <id/two> a cg:Assessment ; cg:about <id/la-coroutine> ; cg:underKey <scheme/evaluation-keys/partage> ;
        cg:limit "<b>Peu lu</b>"@fr ; dcterms:date "2026-03-04"^^xsd:date ; prov:wasAttributedTo <id/bob> .
      <id/ann> rdfs:label "Ann"@fr . <id/bob> rdfs:label "Bob"@fr . }`)
    const context = { baseIri, publicUrl: baseIri, language: 'fr', path: 'workshop/la-coroutine' } as const
    const asked = { path: { slug: 'la-coroutine' }, query: {}, language: 'fr', today: '2026-01-01' } as const
    const { body } = await sheetPage.show(asked, site)!.page(context)
    const sharing = body.slice(body.indexOf('data-slug="partage"'), body.indexOf('data-slug="juridique"'))
    expect(sharing.match(/class="assessment"/g)).toHaveLength(2)
    expect(textOf(sharing)).toMatch(/Bob · 4 mars 2026.*Peu lu.*Ann · 2 janv. 2026.*Un wiki/)
    expect(sharing).not.toContain('<b>')
  })

  test('names that are markup, commons of other bases and a town without any', async () => {
    const site = await siteWith(`<graph/sources> {
      <id/evil> a cg:Commons ; rdfs:label "\\"><script>alert(1)</script>"@fr .
      <https://elsewhere.example/x> a cg:Commons ; rdfs:label "Elsewhere"@fr . }`)
    const context = { baseIri, publicUrl: baseIri, language: 'fr', path: 'workshop' } as const
    const asked = { path: { slug: 'evil' }, query: { page: 1 }, language: 'fr', today: '2026-01-01' } as const
    const list = await workshopPage.show(asked, site)!.page(context)
    expect(list.body).not.toMatch(/<script>|elsewhere\.example/)
    expect((await sheetPage.show(asked, site)!.page(context)).body).not.toContain('<script>')
  })
})

describe('the file of a sheet', async () => {
  const sheet: Sheet = {
    commons: { iri: 'id/la-coroutine', slug: 'la-coroutine', name: { fr: 'La Coroutine', en: 'La Coroutine' } },
    id: '0a1b2c3d',
    author: 'Table "3" \\ \ud800',
    kind: 'Group',
    date: '2026-11-28',
    language: 'fr',
    rights: { fr: 'donné', en: 'given' },
    writings: keys.map((slug) => ({
      key: { iri: `scheme/evaluation-keys/${slug}`, slug, name: { fr: slug, en: slug } },
      strength:
        slug === 'gouvernance' ? 'Les "membres"\n\n décident\\ ensemble \u0007"""@en . <x> \nLes "membres"' : '',
      limit: slug === 'partage' ? 'peu écrit' : '  \n ',
      stake: '',
    })),
  }
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-workshop-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('says under each key that has any what was written, line by line, whatever that is', async () => {
    const text = assessmentsTrig(sheet)!
    const statements = await parse(text, { baseIri, file: 'sheet.trig' })
    const values = (property: string) =>
      statements.filter(({ quad }) => quad.predicate.value === cg + property).map(({ quad }) => quad.object.value)
    expect(values('strength')).toEqual(['Les "membres"', 'décident\\ ensemble \u0007"""@en . <x>'])
    expect(values('limit')).toEqual(['peu écrit'])
    expect(values('stake')).toEqual([])
    expect(values('about')).toEqual(Array(2).fill(`${baseIri}id/la-coroutine`))
  })

  test('is no file where nothing is written', () => {
    expect(
      assessmentsTrig({ ...sheet, writings: sheet.writings.map((one) => ({ ...one, strength: '', limit: '' })) }),
    ).toBe(undefined)
  })

  test('passes the check beside the data', async () => {
    const dataDir = join(folder, 'data')
    await cp(config.dataDir, dataDir, { recursive: true })
    await writeFile(join(dataDir, 'sheet.trig'), assessmentsTrig(sheet)!)
    expect(await check(createConfig({ DATA_DIR: dataDir }))).toMatch(/hold/)
  })
})
