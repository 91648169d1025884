import { describe, expect, test } from 'vitest'
import { licencesOf, statedLicences } from '../../src/site/licences/content.ts'
import { licencesPage } from '../../src/site/licences/page.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { bodyOf, siteWith } from '../support/site.ts'

const withProperty = (end: string) => dataset.quads.filter(({ predicate }) => predicate.value.endsWith(end))

describe('/licences', async () => {
  const site = await siteWith()

  test('has every licence with what it permits, requires and prohibits, and its own text', () => {
    const licences = licencesOf(site, 'en')
    const stated = new Set(withProperty('spdx.org/rdf/terms#licenseId').map(({ subject }) => subject.value))
    expect(licences.map(({ iri }) => iri).toSorted()).toEqual([...stated].sort())
    for (const { iri, permits, requires, prohibits, texts } of licences) {
      const traits = (name: string) =>
        withProperty(`creativecommons.org/ns#${name}`)
          .filter(({ subject }) => subject.value === iri)
          .map(({ object }) => object.value)
      expect(permits.toSorted()).toEqual([...new Set(traits('permits'))].sort())
      expect(requires.toSorted()).toEqual([...new Set(traits('requires'))].sort())
      expect(prohibits.toSorted()).toEqual([...new Set(traits('prohibits'))].sort())
      expect(texts.length).toBeGreaterThan(0)
    }
  })

  test('names all that use each, with the passages that say so', () => {
    const licences = licencesOf(site, 'en')
    const using = licences.flatMap(({ iri, users }) =>
      users.flatMap((user) => user.sources.map((graph) => `${user.iri} ${iri} ${graph}`)),
    )
    const stated = withProperty('schema.org/license').filter(({ subject }) => subject.value.startsWith(`${baseIri}id/`))
    expect(using.toSorted()).toEqual(
      [
        ...new Set(stated.map(({ subject, object, graph }) => `${subject.value} ${object.value} ${graph.value}`)),
      ].sort(),
    )
    const uses = licences.map(({ users }) => users.length)
    expect(uses).toEqual(uses.toSorted((a, b) => b - a))
  })

  test('puts the words of sources beside what was verified, and says where nothing was', async () => {
    const stated = statedLicences(site, 'en')
    expect(stated.map(({ iri }) => iri).toSorted()).toEqual(
      [
        ...new Set(
          withProperty('#statedLicence')
            .filter(({ subject }) => subject.value.startsWith(baseIri))
            .map(({ subject }) => subject.value),
        ),
      ].sort(),
    )
    const useIt = stated.find(({ iri }) => iri === `${baseIri}id/use-it`)!
    expect(useIt.words.map(({ value }) => value.value)).toEqual(['Licence Creative Commons'])
    expect(useIt.verified).toEqual([])
    const { body } = await get('/licences?lang=en', 'text/html')
    const row = body.split('<tr>').find((one) => one.includes('<th scope="row"><a href="/page/use-it?'))!
    expect(row).toContain('<span lang="fr" dir="auto">Licence Creative Commons</span>')
    expect(row).toContain('not known')
  })

  test('shows what cannot be trusted as text', async () => {
    const hostile = await siteWith(`GRAPH <graph/editorial> {
      <licence/bad> a cc:License ; rdfs:label "<script>alert(1)</script>"@en ; schema:url <javascript:alert(1)> ;
        cc:prohibits cc:CommercialUse .
    }`)
    const body = await bodyOf(licencesPage, hostile)
    const card = body.split('<section ').find((one) => one.includes('alert(1)'))!
    expect(card).toContain('&#60;script&#62;alert(1)')
    expect(card).not.toMatch(/<script|href="javascript/)
    expect(card).toContain('</svg> commercial use')
  })
})
