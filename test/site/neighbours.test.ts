import { describe, expect, test } from 'vitest'
import { neighboursPage } from '../../src/site/neighbours/page.ts'
import { labelOf } from '../../src/web/graph-label.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { bodyOf, siteWith } from '../support/site.ts'

interface Graph {
  readonly nodes: readonly {
    readonly id: string
    readonly name: string
    readonly sort: string
    readonly page?: string
  }[]
  readonly edges: readonly { readonly from: string; readonly property: string; readonly to: string }[]
  readonly isCut: boolean
}

async function graphOf(slug: string): Promise<Graph> {
  const { body, statusCode } = await get(`/graph-of/${slug}.json`)
  expect(statusCode).toBe(200)
  return JSON.parse(body)
}

const isThing = (iri: string) =>
  /^(id|scheme|licence)\/[^#]+$/.test(iri.slice(baseIri.length)) && iri.startsWith(baseIri)
const stated = new Set(
  dataset.quads
    .filter(({ predicate }) => !/#type$|#about$/.test(predicate.value))
    .filter(({ subject, object }) => isThing(subject.value) && isThing(object.value))
    .map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`),
)
const written = ({ from, property, to }: Graph['edges'][number]) => `${from} ${property} ${to}`

describe('/graph-of/{slug}', () => {
  test.each(['mutualab', 'la-coroutine', 'communecter'])(
    '%s has every tie that is stated, and no other',
    async (slug) => {
      const iri = `${baseIri}id/${slug}`
      const { nodes, edges, isCut } = await graphOf(slug)
      const own = [...stated].filter((tie) => tie.startsWith(`${iri} `) || tie.endsWith(` ${iri}`))
      expect(own.length).toBeGreaterThan(3)
      const told = edges.map(written)
      expect(new Set(told).size).toBe(told.length)
      expect(told.filter((tie) => own.includes(tie)).toSorted()).toEqual(own.toSorted())
      expect(told.filter((tie) => !stated.has(tie))).toEqual([])
      // Between neighbours too, and nobody else is there.
      const ids = nodes.map(({ id }) => id)
      expect(ids[0]).toBe(iri)
      const between = [...stated].filter((tie) =>
        [tie.split(' ')[0]!, tie.split(' ')[2]!].every((end) => ids.includes(end)),
      )
      expect(told.toSorted()).toEqual(between.toSorted())
      expect(new Set(ids)).toEqual(new Set([iri, ...edges.flatMap(({ from, to }) => [from, to])]))
      expect(isCut).toBe(false)
    },
  )

  test('tells commons, places and notions apart, and what they are called', async () => {
    const { nodes } = await graphOf('mutualab')
    const of = (path: string) => nodes.find(({ id }) => id === baseIri + path)
    expect(of('id/amap-mutualab')).toMatchObject({ sort: 'commons', page: '/page/amap-mutualab' })
    expect(of('id/lille')).toMatchObject({ sort: 'place', name: 'Lille' })
    expect(of('scheme/kinds/coworking-space')).toMatchObject({ sort: 'concept', name: 'espace de coworking' })
  })

  test('is a page with all of it in lists', async () => {
    const { body } = await get('/graph-of/mutualab?lang=en', 'text/html')
    const { nodes } = await graphOf('mutualab')
    for (const { page } of nodes) expect(body).toContain(`href="${page}?lang&#61;en"`)
  })

  test('of what nothing is said there is none', async () => {
    expect((await get('/graph-of/nothing-here', 'text/html')).statusCode).toBe(404)
    expect((await get('/graph-of/nothing-here.json', 'application/json')).statusCode).toBe(404)
    expect((await get(`/graph-of/${encodeURIComponent('"><script>')}`, 'text/html')).body).not.toContain('"><script>')
  })

  test('what thousands name is told as far as it can be read', async () => {
    const naming = Array.from({ length: 5000 }, (_, index) => `<id/n${index}> cg:meetsAt <id/hall> .`)
    const site = await siteWith(`GRAPH <graph/editorial> {
      <id/hall> a schema:Place ; rdfs:label "<script>alert(1)</script>" . ${naming.join(' ')} }`)
    const shown = neighboursPage.show({ path: { slug: 'hall' }, query: {}, language: 'en', today: '' }, site)!
    const graph: Graph = JSON.parse(await shown.as!.json!())
    expect([graph.nodes.length, graph.edges.length, graph.isCut]).toEqual([151, 150, true])
    const body = await bodyOf(neighboursPage, site, {}, { slug: 'hall' })
    expect(body).toContain('There are more: at most 150 are shown each way.')
    expect(body).not.toContain('<script>')
  })

  test('labels that nobody vouches for are shown as text, and cut', async () => {
    const site = await siteWith(`GRAPH <graph/editorial> {
      <id/odd> cg:usesSoftware <id/long>, <id/turned>, <id/nameless>, <javascript:alert(1)> .
      <id/long> rdfs:label "${'long '.repeat(2000)}" .
      <id/turned> rdfs:label "\u202eturned" .
      <id/nameless> schema:url "x" . }`)
    const body = await bodyOf(neighboursPage, site, {}, { slug: 'odd' })
    expect(body.length).toBeLessThan(4000)
    expect(body).toContain('dir="auto">turned</a>')
    expect(body).toContain('>id/nameless</a>')
    expect(body).not.toContain('javascript:')
  })

  test('what is joined to nothing is said to be so', async () => {
    const site = await siteWith('GRAPH <graph/editorial> { <id/alone> rdfs:label "alone" . }')
    expect(await bodyOf(neighboursPage, site, {}, { slug: 'alone' })).toContain('No link is known.')
  })
})

test('what stands on a canvas is short, and turns no other text around', () => {
  expect(labelOf('\u202eab\u2066c\n')).toBe('abc')
  expect(labelOf('long '.repeat(2000))).toHaveLength(40)
  expect(labelOf('MutuaLab')).toBe('MutuaLab')
})
