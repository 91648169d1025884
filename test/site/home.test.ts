import { describe, expect, test } from 'vitest'
import { examplesOf } from '../../src/site/home/examples.ts'
import { homePage } from '../../src/site/home/view.ts'
import { get } from '../support/app.ts'
import { baseIri, config, dataset } from '../support/dataset.ts'
import { emptySite, siteWith } from '../support/site.ts'

describe('/', () => {
  test('is named and described as the data says', async () => {
    for (const language of ['fr', 'en']) {
      const { body } = await get(`/?lang=${language}`, 'text/html')
      const said = dataset.quads.filter(
        ({ subject, object }) =>
          subject.value === `${baseIri}dataset` && 'language' in object && object.language === language,
      )
      const title = said.find(({ predicate }) => predicate.value.endsWith('/title'))!.object.value
      const description = said.find(({ predicate }) => predicate.value.endsWith('/description'))!.object.value
      expect(body).toContain(`<h1>${title}</h1>`)
      expect(body).toContain(description)
      expect(body).toContain(dataset.version.sha256.slice(0, 12))
    }
  })

  test('leads by kind, place and key to as many commons as it says', async () => {
    const { body } = await get('/?lang=en', 'text/html')
    const cards = [...body.matchAll(/href="\/commons\?(kind|place|key)&#61;([^&"]+)[^>]*>[^<]*<\/a>(.*?)<\/li>/gs)]
    expect(new Set(cards.map(([, facet]) => facet))).toEqual(new Set(['kind', 'place', 'key']))
    for (const [, facet, value, rest] of cards) {
      const count = Number(/>(\d+)(?: commons)?</.exec(rest!)![1])
      const rows = (await get(`/commons.csv?${facet}=${value}`)).body.trimEnd().split('\r\n').length - 1
      expect(rows, `${facet} ${value}`).toBe(count)
    }
  })

  test('has three questions that open with their answers', async () => {
    const { body } = await get('/', 'text/html')
    const names = [...body.matchAll(/href="\/queries\/([^"]+)"/g)].map(([, name]) => name)
    expect(names).toHaveLength(3)
    for (const name of names) expect((await get(`/queries/${name}`, 'text/html')).body).toContain('<tbody><tr>')
  })
})

describe('the drawing of the places', () => {
  test('has the places with coordinates, as they lie, and leads to the map', async () => {
    const { body } = await get('/?lang=en', 'text/html')
    const drawing = /<a class="to-map" href="\/map[^"]*"><svg.*?<\/svg>/s.exec(body)![0]
    const placed = (await get('/map.geojson')).json().features.filter(({ geometry }: { geometry: unknown }) => geometry)
    const positions = new Set(placed.map(({ geometry }: { geometry: object }) => JSON.stringify(geometry)))
    expect(drawing.match(/<circle/g)).toHaveLength(positions.size)
    const at = (name: string) => {
      const [, x, y] = new RegExp(`x="([\\d.]+)" y="([\\d.]+)"[^>]*>${name}<`).exec(drawing)!
      return { x: Number(x), y: Number(y) }
    }
    // Bois Blancs lies to the west of MutuaLab, Moulins to the south.
    expect(at('Bois Blancs').x).toBeLessThan(at('MutuaLab').x)
    expect(at('Moulins district').y).toBeGreaterThan(at('MutuaLab').y)
  })

  test('has one dot for places close together, and a name for those that have room', async () => {
    const near = Array.from({ length: 500 }, (_, n) => {
      return `<id/p${n}> a schema:Place ; rdfs:label "Place ${n}"@en ; wgs84:lat 50.63 ; wgs84:long ${3 + (n % 100) / 1e6} .`
    })
    const site = await siteWith(`GRAPH <source/other#L1> { ${near.join(' ')} }`)
    const { body } = await homePage(new Map(), site, { ...config, language: 'en', path: '' })
    expect(body.match(/<circle/g)!.length).toBeLessThan(7)
    expect(body).toContain('1 km')
  })

  test('is not there where no place has coordinates', async () => {
    const { body } = await homePage(new Map(), await emptySite(), { ...config, language: 'en', path: '' })
    expect(body).not.toContain('to-map')
  })
})

describe('in another town', () => {
  test('the questions are those that there are', () => {
    const questions = (names: string[]) => new Map(names.map((name) => [name, name]))
    expect(examplesOf(questions(['a', 'b', 'recurring-events', 'd']))).toEqual(['recurring-events', 'a', 'b'])
    expect(examplesOf(questions(['a']))).toEqual(['a'])
    expect(examplesOf(new Map())).toEqual([])
  })

  test('names of kinds and places are text, and what no address can name is not chosen by', async () => {
    const site = await siteWith(`GRAPH <source/other#L1> {
      <id/odd> a cg:Commons ; dcterms:type <javascript:alert(1)> ; cg:hostedAt <id/a/b> .
      <id/odd2> a cg:Commons ; dcterms:type <javascript:alert(1)> . <id/odd3> a cg:Commons ; dcterms:type <javascript:alert(1)> .
      <javascript:alert(1)> rdfs:label "<script>alert(2)</script>"@en .
    }`)
    const context = { ...config, language: 'en', chosenLanguage: 'en', path: '' } as const
    const { body } = await homePage(new Map(), site, context)
    expect(body).toContain('&#60;script&#62;alert(2)')
    expect(body).not.toMatch(/<script|"javascript|place&#61;a\/b/)
    expect(body).not.toContain('queries')
  })
})
