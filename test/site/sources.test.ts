import { describe, expect, test } from 'vitest'
import { sourcesPage } from '../../src/site/sources/page.ts'
import { sourcesIn } from '../../src/site/sources/sources.ts'
import { inTurns } from '../../src/turns.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

const line = (number: number) => `${baseIri}source/visite-elus-2016#L${number}`

/** How many statements the data has in a graph. */
function statedIn(graph: string): number {
  return dataset.quads.filter((quad) => quad.graph.value === graph).length
}

describe('/sources', async () => {
  const site = await siteWith()
  const sources = await inTurns(sourcesIn(site.source))

  test('has every source and every passage, with as many facts as stand in it', () => {
    const typed = (type: string) =>
      new Set(
        dataset.quads
          .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value.endsWith(type))
          .map(({ subject }) => subject.value),
      )
    expect(new Set(sources.map(({ iri }) => iri))).toEqual(typed('ontology#Source'))
    const passages = sources.flatMap((source) => source.passages)
    expect(new Set(passages.map(({ iri }) => iri))).toEqual(typed('ontology#Passage'))
    for (const { iri, facts } of passages) expect([iri, facts]).toEqual([iri, statedIn(iri)])
  })

  test('the 95 lines stand in their order, headings with nothing among them', () => {
    const notes = sources.find(({ iri }) => iri.endsWith('/visite-elus-2016'))!
    expect(notes.passages.map(({ iri }) => iri)).toEqual(Array.from({ length: 95 }, (_, index) => line(index + 1)))
    expect(notes.passages.filter(({ facts }) => facts === 0).map(({ iri }) => iri)).toEqual([5, 6, 19, 88].map(line))
    expect(notes.passages[41]!.things).toContain(`${baseIri}id/la-coroutine`)
    // The fact of line 85 is told as what it is about.
    expect(notes.passages[84]!.things).toEqual([`${baseIri}id/fabrique-des-mobilites`])
    expect(notes.days).toEqual(['2016-05-26'])
  })

  test('shows each with its date and rights, and leads to its passages', async () => {
    const { body, statusCode } = await get('/sources?lang=fr', 'text/html')
    expect(statusCode).toBe(200)
    expect(body).toContain('href="/source/visite-elus-2016#L42"')
    expect(body).toContain('<time datetime="2016-05-26">26 mai 2016</time>')
    expect(body).toContain('inconnue : faits et courtes citations seulement')
    expect(body).toContain(`${sources.length}\u00a0sources`)
    for (const { iri } of sources) expect(body).toContain(`href="/${iri.slice(baseIri.length)}"`)
  })

  test('a long source, an author, and an address that no browser should open', async () => {
    const passages = Array.from(
      { length: 130 },
      (_, index) =>
        `<source/long#L${index + 1}> a cg:Passage ; dcterms:isPartOf <source/long> ; schema:position ${index + 1} .`,
    )
    const other = await siteWith(`<graph/sources> {
      <source/long> a cg:Source ; prov:wasAttributedTo <id/ann> ; schema:url <javascript:alert(1)> .
      <id/ann> rdfs:label "<b>Ann</b>"@en . ${passages.join('\n')} }`)
    const context = { baseIri, publicUrl: baseIri, language: 'en', path: 'sources' } as const
    const asked = { path: {}, query: { page: 1 }, language: 'en', today: '2026-01-01' } as const
    const { body } = await sourcesPage.show(asked, other)!.page(context)
    expect(body).toContain('&#60;b&#62;Ann')
    expect(body).not.toMatch(/<b>|href="javascript/)
    expect(body).toContain('href="/source/long#L120"')
    expect(body).not.toContain('href="/source/long#L121"')
    expect(body).toContain('and 10 others')
  })
})
