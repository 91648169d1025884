/**
 * The dataset as a whole: what a person reads of it, what a search engine does, and how it is cited.
 */
import jsonld from 'jsonld'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { toTriple } from '../../src/rdf/environment.ts'
import { toNQuad } from '../../src/rdf/nquads.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { release } from '../support/release.ts'

const { name, date, sha256 } = dataset.version

describe.each(['fr', 'en'] as const)('the page in %s', async (language) => {
  const { body, headers } = await get(`/dataset?lang=${language}`, 'text/html', { 'accept-language': language })
  const words = body.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ')

  test('says in words what may be done with the whole, and with each part', () => {
    const whole = {
      fr: "sous la licence « Creative Commons CC0 1.0 Universel ». L'auteur renonce à ses droits autant que la loi le permet",
      en: 'under the licence "Creative Commons CC0 1.0 Universal". The author waives all rights as far as the law allows',
    }
    expect(words.replaceAll('&#39;', "'").replaceAll('&#34;', '"')).toContain(whole[language])
    const sources = new Set(
      dataset.quads
        .filter(({ object }) => object.value === 'https://w3id.org/commonsgraph/ontology#Source')
        .map(({ subject }) => subject.value),
    )
    for (const source of sources) {
      const row = body.split('<tr>').find((part) => part.includes(`href="/${source.slice(baseIri.length)}"`))!
      const terms = dataset.quads.filter(({ subject }) => subject.value === source)
      const licence = terms.find(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/license')
      const rights = terms
        .filter(({ predicate }) => predicate.value === 'http://purl.org/dc/terms/rights')
        .find(({ object }) => 'language' in object && object.language === language)
      const said = licence ? `href="/${licence.object.value.slice(baseIri.length)}"` : rights!.object.value
      expect(row.replaceAll('&#39;', "'")).toContain(said)
    }
    const unknown = {
      fr: 'inconnue : faits et courtes citations seulement',
      en: 'unknown: facts and short quotations only',
    }
    expect(words.split(unknown[language]).length).toBeGreaterThan(10)
    for (const licence of ['licence/mit', 'licence/gfdl-1.2-or-later']) expect(body).toContain(`href="/${licence}"`)
    expect(words).toMatch({ fr: /Exige\u00a0: .*citer/, en: /Requires: .*give credit/ }[language])
  })

  test('names version, citation, files, services and feed', () => {
    expect(words).toContain(name)
    expect(words).toContain('Commons Graph contributors')
    for (const [file, { sha256: sum }] of release.files) {
      if (['SHA256SUMS', 'metadata.ttl', 'citation.cff'].includes(file)) continue
      expect(body).toContain(`href="${baseIri}dumps/${name}/${file}"`)
      expect(words).toContain(sum)
    }
    expect(words).toContain(`${baseIri}sparql`)
    expect(body).toContain('href="/dumps/changes.atom"')
    expect(body).toContain(`href="/dumps/${name}/citation.cff"`)
  })

  test('holds a schema.org Dataset', async () => {
    const [, script] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)!
    const document = JSON.parse(script!)
    expect(document).toMatchObject({
      '@context': 'https://schema.org/',
      '@type': 'Dataset',
      '@id': `${baseIri}dataset`,
      name: { fr: 'Les communs de Lille', en: 'The commons of Lille' }[language],
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      version: name,
      dateModified: date,
      temporalCoverage: '2008-09-18/2023-07-04',
      spatialCoverage: [{ '@type': 'Place', name: 'Lille' }, { '@type': 'Place' }],
      isAccessibleForFree: true,
    })
    // What dataset search engines ask for: 50 to 5000 characters.
    expect(document.description.length).toBeGreaterThan(50)
    expect(document.spatialCoverage[1].geo.box).toMatch(/^50\.\d+ 3\.\d+ 50\.\d+ 3\.\d+$/)
    expect(document.distribution).toHaveLength(release.files.size - 3)
    for (const { contentUrl, sha256: sum, contentSize } of document.distribution) {
      const file = release.files.get(contentUrl.replace(/^.*\//, ''))!
      expect([sum, contentSize]).toEqual([file.sha256, `${file.size} B`])
    }
    // Read with a context as simple as theirs, no member is lost.
    const context = { '@vocab': 'https://schema.org/' }
    const [expanded] = await jsonld.expand({ ...document, '@context': context })
    expect(Object.keys(expanded!).length).toBe(Object.keys(document).length - 1)
  })

  test('is one of two', () => {
    expect(headers.vary).toContain('Accept-Language')
    expect(body).toContain(`<html lang="${language}">`)
  })
})

test('what may be done with each part is said in RDF too', async () => {
  const { body } = await get('/dataset', 'application/n-triples')
  const says = (subject: string, predicate: string, object: string) =>
    expect(body).toContain(`<${subject}> <${predicate}> ${object} .\n`)
  const license = 'http://purl.org/dc/terms/license'
  const zero = 'https://creativecommons.org/publicdomain/zero/1.0/'
  says(`${baseIri}dataset`, license, `<${zero}>`)
  says(`${baseIri}dataset#part-statements`, license, `<${zero}>`)
  says(`${baseIri}dataset#part-ontology`, license, '<https://creativecommons.org/licenses/by/4.0/>')
  says(`${baseIri}dataset#software`, license, '<https://www.apache.org/licenses/LICENSE-2.0>')
  says(`${baseIri}dataset#part-fr-wikibooks`, license, `<${baseIri}licence/gfdl-1.2-or-later>`)
  says(
    `${baseIri}licence/gfdl-1.2-or-later`,
    'http://creativecommons.org/ns#requires',
    '<http://creativecommons.org/ns#ShareAlike>',
  )
  says(
    `${baseIri}dataset#part-20minutes`,
    'http://purl.org/dc/terms/rights',
    '"unknown: facts and short quotations only"@en',
  )
  for (const trait of ['DerivativeWorks', 'Distribution', 'Reproduction']) {
    says(zero, 'http://creativecommons.org/ns#permits', `<http://creativecommons.org/ns#${trait}>`)
  }
  expect(body).not.toContain(`<${zero}> <http://creativecommons.org/ns#requires>`)
})

test('the parts have no statement twice, and together all of them', async () => {
  const { body } = await get('/dataset', 'application/n-triples')
  const counts = [...body.matchAll(/#part-([^>]+)> <http:\/\/rdfs.org\/ns\/void#triples> "(\d+)"/g)]
  const sum = counts.reduce((total, [, , amount]) => total + Number(amount), 0)
  const union = new Set(dataset.quads.map((quad) => toNQuad(toTriple(quad))))
  expect(sum).toBe(union.size)
  const quoted = dataset.quads.filter(({ predicate }) => /#(quotation|statedLicence)$/.test(predicate.value))
  const ofVisit = counts.find(([, name]) => name === 'visite-elus-2016')
  expect(Number(ofVisit?.[2])).toBeGreaterThan(95)
  expect(sum - Number(counts.find(([, name]) => name === 'statements')?.[2])).toBeGreaterThan(quoted.length - 10)
})

test('the citation file names this version', async () => {
  const { body, headers } = await get('/dumps/latest/citation.cff')
  expect(headers['content-type']).toMatch(/^application\/yaml/)
  expect(parseYaml(body)).toMatchObject({
    'cff-version': '1.2.0',
    type: 'dataset',
    title: 'The commons of Lille',
    version: name,
    'date-released': date,
    license: 'CC0-1.0',
    url: `${baseIri}dumps/${name}/`,
    authors: [{ name: 'Commons Graph contributors' }],
    identifiers: [{ value: `sha256:${sha256}` }],
  })
})

test('tables lead to their metadata', async () => {
  const { headers } = await get('/dumps/latest/venues.csv')
  expect(headers['content-type']).toMatch(/^text\/csv; charset=utf-8$/)
  expect(headers.link).toContain(
    `<${baseIri}dumps/latest/csv-metadata.json>; rel="describedby"; type="application/csvm+json"`,
  )
})
