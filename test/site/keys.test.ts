import { describe, expect, test } from 'vitest'
import { keysPage } from '../../src/site/keys/page.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { bodyOf, siteWith } from '../support/site.ts'

const cg = 'https://w3id.org/commonsgraph/ontology#'
const objects = (property: string, subject?: string) =>
  dataset.quads.filter((quad) => quad.predicate.value === cg + property && (!subject || quad.subject.value === subject))
const slugs = ['gouvernance', 'financement', 'contribution', 'partage', 'juridique', 'partenaires']

/** What a page says, without its markup. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")

async function section(slug: string, language: string): Promise<string> {
  const { body } = await get(`/keys?lang=${language}`, 'text/html')
  return body.split('<section ').find((part) => part.startsWith(`id="${slug}"`))!
}

describe('/keys', () => {
  test('has the six keys in their order, each with all its questions in the language of the page', async () => {
    for (const language of ['fr', 'en']) {
      const { body } = await get(`/keys?lang=${language}`, 'text/html')
      expect([...body.matchAll(/<section id="([^"]+)"/g)].map(([, slug]) => slug)).toEqual(slugs)
      for (const slug of slugs) {
        const questions = objects('keyQuestion', `${baseIri}scheme/evaluation-keys/${slug}`)
          .map(({ object }) => object as { language?: string } & typeof object)
          .filter((object) => object.language === language)
        expect(questions.length).toBeGreaterThan(0)
        const text = textOf(await section(slug, language))
        for (const { value } of questions) expect(text).toContain(value)
      }
    }
  })

  test('has every fact under its key, and the line that states it for each thing', async () => {
    const facts = objects('underKey')
    expect(facts.length).toBeGreaterThan(25)
    for (const { subject, object } of facts) {
      const part = await section(object.value.split('/').at(-1)!, 'en')
      const text = objects('text', subject.value).find(
        ({ object }) => 'language' in object && object.language === 'en',
      )!
      expect(textOf(part)).toContain(text.object.value)
      for (const { object: thing, graph } of objects('about', subject.value)) {
        if (thing.value.includes('#')) continue
        const path = thing.value.slice(`${baseIri}id/`.length)
        const row = part.split('<tr>').find((one) => one.includes(`href="/page/${path}?lang&#61;en"`))
        expect(row, thing.value).toContain(graph.value.slice(baseIri.length).replace('#', '?lang&#61;en#'))
      }
    }
  })

  test('has every statement with a property that is filed under a key', async () => {
    const filed = objects('evaluationKey')
    expect(filed.length).toBeGreaterThan(5)
    for (const { subject: property, object: key } of filed) {
      const part = await section(key.value.split('/').at(-1)!, 'en')
      for (const { subject } of dataset.quads.filter(({ predicate }) => predicate.equals(property))) {
        expect(part).toContain(`/page/${subject.value.slice(`${baseIri}id/`.length).replace(/#.*/, '')}?`)
      }
    }
  })

  test('shows one key alone, and refuses what is none', async () => {
    const { body } = await get('/keys?key=partage&lang=en', 'text/html')
    expect(body).toContain('<h1>Sharing</h1>')
    expect(textOf(body)).toContain('Are they able to avoid competing with one another?')
    for (const query of ['key=nothing', 'page=0']) {
      expect((await get(`/keys?${query}`, 'application/json, text/html;q=0')).json()).toMatchObject({
        code: 'parameter-invalid',
      })
    }
  })

  test('says of what nobody has written about that nothing is known', async () => {
    const site = await siteWith(
      '<scheme/evaluation-keys/soin> a cg:EvaluationKey ; skos:inScheme <scheme/evaluation-keys> ; rdfs:label "Care"@en .',
    )
    const body = await bodyOf(keysPage, site)
    const care = body.split('<section ').find((part) => part.startsWith('id="soin"'))!
    expect(care).toContain('No source says anything of it so far.')
  })
})
