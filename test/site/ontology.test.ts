import { describe, expect, test } from 'vitest'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const cg = 'https://w3id.org/commonsgraph/ontology#'
const defined = dataset.quads.filter(
  ({ predicate, object }) => predicate.value.endsWith('#isDefinedBy') && object.value === cg.slice(0, -1),
)
const terms = [...new Set(defined.map(({ subject }) => subject.value))].map((iri) => iri.slice(cg.length))
const unescaped = (text: string) =>
  text
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#60;', '<')
    .replaceAll('&#62;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#61;', '=')
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&')
const page = async (language: string) => unescaped((await get(`/ontology?lang=${language}`, 'text/html')).body)
const sectionOf = (body: string, term: string) => body.split('<section ').find((part) => part.includes(`id="${term}"`))

describe('/ontology', () => {
  test.each(['fr', 'en'])(
    'has every term with its definition and example, under its own anchor (%s)',
    async (language) => {
      const body = await page(language)
      expect(terms.length).toBeGreaterThan(25)
      for (const term of terms) {
        const section = sectionOf(body, term)
        const texts = dataset.quads.filter(
          ({ subject, predicate, object }) =>
            subject.value === cg + term &&
            /#(definition|label|comment)$/.test(predicate.value) &&
            object.termType === 'Literal' &&
            object.language === language,
        )
        expect([term, texts.length]).toEqual([term, 3])
        for (const { object } of texts) expect(section).toContain(object.value)
        expect([term, /<details open><summary>(Exemple|Example)/.test(section!)]).toEqual([term, true])
      }
    },
  )

  test('counts what the store has, and says so of what is not used yet', async () => {
    const body = await page('en')
    const commons = new Set(
      dataset.quads
        .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === `${cg}Commons`)
        .map(({ subject }) => subject.value),
    )
    const inspired = new Set(
      dataset.quads
        .filter(({ predicate }) => predicate.value === `${cg}inspiredBy`)
        .map(({ subject, object }) => `${subject.value} ${object.value}`),
    )
    expect(sectionOf(body, 'Commons')).toContain(`>${commons.size} things</a>`)
    expect(sectionOf(body, 'inspiredBy')).toContain(`>${inspired.size} statements</a>`)
    expect(dataset.quads.some(({ predicate }) => predicate.value === `${cg}strength`)).toBe(false)
    expect(sectionOf(body, 'strength')).toContain('not used yet')
  })

  test('draws every property and class once, and each leads to its own section', async () => {
    const [svg] = /<svg class="diagram"[\s\S]*?<\/svg>/.exec(await page('en'))!
    const anchors = [...svg.matchAll(/<a href="#([^"]+)">/g)].map(([, anchor]) => anchor!)
    expect([...new Set(anchors)].toSorted()).toEqual(terms.toSorted())
    expect(svg).not.toContain('NaN')
  })

  test('is RDF by Accept as it was', async () => {
    const { headers, body } = await get('/ontology', 'text/turtle')
    expect(headers['content-type']).toContain('text/turtle')
    expect(body).toContain('cg:Commons')
    expect((await get('/ontology.nt')).body).toContain(`<${cg}Commons>`)
    expect(baseIri).not.toContain('w3id')
  })
})
