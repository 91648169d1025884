import { describe, expect, test } from 'vitest'
import { rdf } from '../../src/rdf/environment.ts'
import { xsd } from '../../src/rdf/namespaces.ts'
import { dayInWords } from '../../src/representation/days.ts'
import { type Known, knownOf } from '../../src/site/known/known.ts'
import { passageOf } from '../../src/site/known/passage.ts'
import { questionsOf } from '../../src/site/known/questions.ts'
import { timeLiteralInWords } from '../../src/site/known/time-literals.ts'
import { knownHtml, sourcesHtml } from '../../src/site/known/view.ts'
import type { Site } from '../../src/site/site.ts'
import { baseIri, config } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

const cg = 'https://w3id.org/commonsgraph/ontology#'
const id = (slug: string) => `${baseIri}id/${slug}`
const line = (number: number) => `${baseIri}source/visite-elus-2016#L${number}`

const added = `
GRAPH <source/contribution-1#all> {
  <id/assessment-1> a cg:Assessment ; cg:about <id/la-coroutine> ; cg:underKey <scheme/evaluation-keys/gouvernance> ;
    cg:strength "Les membres décident."@fr , "Members decide."@en ; cg:limit "Peu de temps."@fr ;
    dcterms:date "2026-01-02"^^xsd:date ; prov:wasAttributedTo <id/someone> .
}
GRAPH <source/contribution-2#all> {
  <id/assessment-2> a cg:Assessment ; cg:about <id/la-coroutine> ; cg:underKey <scheme/evaluation-keys/gouvernance> ;
    cg:stake "Durer."@fr ; dcterms:date "2026-03-04"^^xsd:date ; prov:wasAttributedTo <id/other> .
  <id/la-coroutine> cg:usesSoftware <id/mailman> .
}`

function under(key: string, iri: string, site: Site, language: 'fr' | 'en' = 'en'): Known {
  return knownOf(iri, site.catalogue.keys, language, site.source).find((known) => known.key.slug === key)!
}

describe('what is known under a key', async () => {
  const site = await siteWith(added)

  test('is told of each key, in the order of the keys, known or not', () => {
    const known = knownOf(id('la-coroutine'), site.catalogue.keys, 'fr', site.source)
    expect(known.map(({ key }) => key.slug)).toEqual([
      'gouvernance',
      'financement',
      'contribution',
      'partage',
      'juridique',
      'partenaires',
    ])
    expect(known.at(-1)).toMatchObject({ facts: [], statements: [], assessments: [] })
  })

  test('facts have their text in the language and the passages that say them of this thing', () => {
    const { facts } = under('gouvernance', id('la-coroutine'), site)
    expect(facts).toMatchObject([{ iri: id('fact-g1'), about: [id('la-coroutine')], sources: [line(42)] }])
    expect(facts[0]!.text!.value).toBe('La Coroutine is co-managed by its members.')
    // One sentence about three things, each of which another line names.
    expect(under('juridique', id('mailman'), site).facts).toMatchObject([{ iri: id('fact-p2'), sources: [line(44)] }])
  })

  test('statements stand once, with every graph that says them', () => {
    const { statements } = under('contribution', id('la-coroutine'), site)
    const mailman = statements.filter(({ value }) => value.value === id('mailman'))
    expect(mailman).toMatchObject([
      { property: `${cg}usesSoftware`, sources: [`${baseIri}source/contribution-2#all`, line(44)].sort() },
    ])
    expect(new Set(statements.map(({ value }) => value.value)).size).toBe(statements.length)
  })

  test('words that are only there in one language are shown in it, those in both in one', () => {
    const { statements } = under('juridique', id('openstreetmap'), site)
    const words = statements.filter(({ property }) => property === `${cg}statedLicence`).map(({ value }) => value.value)
    expect(words.toSorted()).toEqual(['base de données géographiques libre', 'cartes sous licence libre'])
  })

  test('what is said of a part is known of the whole, and a fact about both is there once', () => {
    const { facts, statements } = under('juridique', id('le-singe-savant'), site)
    expect(facts.map(({ iri }) => iri)).toEqual([id('fact-p6')])
    expect(statements).toMatchObject([{ subject: id('le-singe-savant#applications'), property: `${cg}statedLicence` }])
    expect(site.catalogue.commons.get(id('la-cofabrik'))!.keys).toContain(`${baseIri}scheme/evaluation-keys/juridique`)
  })

  test('assessments are no facts, stand apart, the newest first, with who and when', () => {
    const { assessments, facts } = under('gouvernance', id('la-coroutine'), site)
    expect(facts.map(({ iri }) => iri)).toEqual([id('fact-g1')])
    expect(assessments.map(({ iri, date }) => [iri, date])).toEqual([
      [id('assessment-2'), '2026-03-04'],
      [id('assessment-1'), '2026-01-02'],
    ])
    const [, first] = assessments
    expect(first!.strengths.map(({ value }) => value)).toEqual(['Members decide.'])
    expect(first!.limits.map(({ value, language }) => [value, language])).toEqual([['Peu de temps.', 'fr']])
    expect(first!.authors.map(({ value }) => value)).toEqual([id('someone')])
  })

  test('the same keys are known as the list of commons says', () => {
    for (const { iri, keys } of site.catalogue.commons.values()) {
      const known = knownOf(iri, site.catalogue.keys, 'fr', site.source)
        .filter(({ facts, statements, assessments }) => facts.length + statements.length + assessments.length > 0)
        .map(({ key }) => key.iri)
      expect(known.toSorted(), iri).toEqual([...keys].toSorted())
    }
  })

  test('a passage has its source, its day and its words', () => {
    expect(passageOf(line(42), site.source)).toMatchObject({
      partOf: `${baseIri}source/visite-elus-2016`,
      observedOn: '2016-05-26',
      quotation: { value: 'Espace de travail partagé sur Lille de 200m2 cogéré par ses membres', language: 'fr' },
    })
    expect(passageOf(`${baseIri}graph/editorial`, site.source)).toEqual({ iri: `${baseIri}graph/editorial` })
  })

  test('a key asks its questions in their order, in the language, each with its line', () => {
    const [governance] = site.catalogue.keys
    expect(questionsOf(governance!, 'en', site.source)).toMatchObject([
      { text: { value: 'How is the governance of the common conceived?' }, sources: [line(90)] },
      { text: { value: 'What are its strengths or limits?' }, sources: [line(90)] },
    ])
    const counts = site.catalogue.keys.map((key) => questionsOf(key, 'fr', site.source).length)
    expect(counts).toEqual(site.catalogue.keys.map((key) => questionsOf(key, 'en', site.source).length))
  })
})

describe('what is known, of data that nobody vouches for', () => {
  const context = { ...config, language: 'en', chosenLanguage: undefined, path: '' } as const

  test('is shown as text, with links to nothing that no browser should open', async () => {
    const site = await siteWith(`GRAPH <javascript:alert(1)> {
      <id/odd> a cg:Commons ; cg:usesSoftware <javascript:alert(2)> , <data:text/html,x> ; cg:inspiredBy "<img onerror=x>" .
      <id/fact-odd> cg:about <id/odd> ; cg:underKey <scheme/evaluation-keys/partage> ; cg:text "\\u202E<script>"@ar .
    }`)
    for (const known of knownOf(id('odd'), site.catalogue.keys, 'en', site.source)) {
      const html = knownHtml(known, site, context)
      expect(html).not.toMatch(/<script|<img|href="(?!\/|https?:)/)
      if (known.key.slug === 'partage')
        expect(html).toContain('<span lang="ar" dir="auto">\u202E&#60;script&#62;</span>')
    }
  })

  test('is not listed without end', async () => {
    const facts = Array.from(
      { length: 5000 },
      (_, number) => `<id/f${number}> cg:about <id/loomio> ; cg:underKey <scheme/evaluation-keys/partage> .`,
    )
    const site = await siteWith(`GRAPH <source/other#L1> { ${facts.join('\n')} }`)
    const html = knownHtml(under('partage', id('loomio'), site), site, context)
    expect(html.match(/<li/g)).toHaveLength(61)
    expect(html).toContain('and 4940 more')
  })
})

test('passages are told source by source, the earliest first, each with its own years', async () => {
  const site = await siteWith(`
    GRAPH <graph/sources> {
      <source/paper> rdfs:label "The Paper"@en . <source/undated> rdfs:label "A Leaflet"@en .
      <source/paper#a> dcterms:isPartOf <source/paper> ; cg:observedOn "2019-01-01"^^xsd:date .
      <source/paper#b> dcterms:isPartOf <source/paper> ; cg:observedOn "2018-01-01"^^xsd:date .
      <source/undated#a> dcterms:isPartOf <source/undated> . }`)
  const iris = ['source/undated#a', 'source/paper#a', 'source/paper#b'].map((path) => `${baseIri}${path}`)
  const summary = (of: readonly string[]) =>
    /<summary[^>]*>(.*?)<\/summary>/.exec(
      sourcesHtml(of, site, { ...config, language: 'en', chosenLanguage: undefined, path: '' }),
    )![1]
  expect(summary([...iris, line(65), line(42)])).toBe('2016, lines 42, 65 · 2018, 2019, The Paper · A Leaflet')
  expect(summary([line(65)])).toBe('2016, line 65')
})

test.each([
  ['2016-05-26', '26 mai 2016', '26 May 2016'],
  ['2016-05-26T09:00:00+02:00', '26 mai 2016', '26 May 2016'],
  ['2016', '2016', '2016'],
  ['2016-13-45', '2016-13-45', '2016-13-45'],
])('%s in words', (written, fr, en) => {
  expect([dayInWords(written, 'fr'), dayInWords(written, 'en')]).toEqual([fr, en])
})

test.each([
  ['dateTime', '2016-05-26T12:30:00+02:00', '26 mai 2016 à 12\u00a0h\u00a030', '26 May 2016, 12:30'],
  ['dateTime', '2016-05-26T23:00:00-05:00', '26 mai 2016 à 23\u00a0h', '26 May 2016, 23:00'],
  ['dateTime', '2016-05-26T12:30:00.5Z', '26 mai 2016 à 12\u00a0h\u00a030 UTC', '26 May 2016, 12:30 UTC'],
  ['dateTime', '2016-13-26T12:30:00', '2016-13-26T12:30:00', '2016-13-26T12:30:00'],
  ['date', '2016-05-26', '26 mai 2016', '26 May 2016'],
  ['gYearMonth', '2014-11', 'novembre 2014', 'November 2014'],
  ['gYearMonth', '2014-13', '2014-13', '2014-13'],
  ['duration', 'PT1H20M', '1\u00a0h 20\u00a0min', '1\u00a0h 20\u00a0min'],
  ['gYear', '1997', undefined, undefined],
])('xsd:%s %s in words', (type, written, fr, en) => {
  const literal = rdf.literal(written, xsd[type])
  expect([timeLiteralInWords(literal, 'fr'), timeLiteralInWords(literal, 'en')]).toEqual([fr, en])
})
