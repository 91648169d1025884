import { describe, expect, test } from 'vitest'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const skos = 'http://www.w3.org/2004/02/skos/core#'
const links = dataset.quads.filter(
  ({ graph, predicate, object }) =>
    graph.value === `${baseIri}graph/links` && predicate.value.startsWith(skos) && object.termType === 'NamedNode',
)

describe('the linkset', () => {
  test.each([
    ['/links', 'application/linkset+json'],
    ['/links', 'application/json'],
    ['/links.json', '*/*'],
  ])('%s as %s has every link once', async (url, accept) => {
    const { headers, body } = await get(url, accept)
    expect(headers['content-type']).toMatch(/^application\/linkset\+json/)
    expect(headers['content-location']).toBe(`${baseIri}links.json`)
    const { linkset } = JSON.parse(body) as { linkset: { anchor: string; [relation: string]: unknown }[] }
    const found = linkset.flatMap(({ anchor, ...relations }) =>
      Object.entries(relations).flatMap(([relation, targets]) =>
        (targets as { href: string }[]).map(({ href }) => `${anchor} ${relation} ${href}`),
      ),
    )
    const expected = links.map(
      ({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`,
    )
    expect(found.toSorted()).toEqual(expected.toSorted())
    expect(found.length).toBeGreaterThan(20)
  })

  const linksetOf = (path: string) =>
    `<${baseIri}links.json>; rel="linkset"; type="application/linkset+json"; anchor="${baseIri}${path}"`

  test.each(['id/lille', 'licence/mit', 'scheme/kinds/coworking-space'])(
    '%s, which is in it, names it',
    async (path) => {
      const last = path.split('/').at(-1)!
      const urls = path.startsWith('id/')
        ? ['id', 'data', 'page'].map((room) => `${room}/${last}`)
        : [path, `${path}.ttl`]
      for (const url of urls) expect((await get(`/${url}`)).headers.link).toContain(linksetOf(path))
    },
  )

  test('what is not in it does not name it', async () => {
    for (const url of ['/page/loomio', '/data/loomio', '/id/loomio', '/scheme/kinds', '/dataset']) {
      expect(String((await get(url)).headers.link)).not.toContain('rel="linkset"')
    }
  })
})

test.each([
  ['fr', 'jamais vérifié depuis', 'ne peuvent être recopiées ni ici ni dans Wikidata'],
  ['en', 'never checked since', 'must not be copied here or to Wikidata'],
])('the page in %s shows each link with its evidence, and what others may take', async (language, never, warning) => {
  const { body } = await get(`/links?lang=${language}`, 'text/html')
  for (const { object } of links) expect(body).toContain(`href="${object.value}"`)
  // Nobody has looked up the links that the project ships.
  expect(body.split(never).length - 1).toBe(links.length)
  expect(body).toContain('2026-11-24')
  expect(body).toContain(warning)
  expect(body).toContain('<code>wikidata&#61;Q801098</code>')
  const websites = dataset.quads.filter(({ subject, predicate, object }) => {
    const isLinked = links.some((link) => link.predicate.value === `${skos}exactMatch` && link.subject.equals(subject))
    return isLinked && predicate.value === 'http://schema.org/url' && object.termType === 'NamedNode'
  })
  const things = websites.filter(({ subject }) => subject.value.startsWith(`${baseIri}id/`))
  expect(body).not.toContain('apache.org/licenses/LICENSE-2.0&#34;')
  for (const { object } of things) expect(body).toContain(`|P856|&#34;${object.value}&#34;`)
})
