import { describe, expect, test } from 'vitest'
import { kindsOf } from '../../src/site/kinds/tree.ts'
import { get } from '../support/app.ts'
import { baseIri, dataset } from '../support/dataset.ts'
import { siteWith } from '../support/site.ts'

const objectsOf = (property: string) => dataset.quads.filter(({ predicate }) => predicate.value.endsWith(property))
const kinds = objectsOf('core#inScheme')
  .filter(({ object }) => object.value === `${baseIri}scheme/kinds`)
  .map(({ subject }) => subject.value)

describe('/kinds', () => {
  test('has every kind with its definition', async () => {
    const { body } = await get('/kinds?lang=en', 'text/html')
    const text = body.replaceAll(/&#\d+;|&#x[0-9a-f]+;/g, "'")
    expect(kinds.length).toBeGreaterThan(30)
    for (const { subject, object } of objectsOf('core#definition')) {
      if (!kinds.includes(subject.value) || !('language' in object) || object.language !== 'en') continue
      expect(text).toContain(object.value)
    }
  })

  test('leads to as many commons as it says, those of narrower kinds among them', async () => {
    const { body } = await get('/kinds?lang=en', 'text/html')
    const counts = [...body.matchAll(/kind&#61;([^&"]+)[^>]*>[^<]*<\/a> <span class="count">(\d+)/g)]
    expect(counts.length).toBeGreaterThan(15)
    for (const [, kind, count] of counts) {
      const rows = (await get(`/commons.csv?kind=${kind}`)).body.trimEnd().split('\r\n').length - 1
      expect(rows, kind).toBe(Number(count))
    }
  })

  test('stands each kind once, even where broader ones go in a circle', async () => {
    const site = await siteWith(`GRAPH <graph/schemes> {
      <scheme/kinds/one> skos:inScheme <scheme/kinds> ; skos:broader <scheme/kinds/two> .
      <scheme/kinds/two> skos:inScheme <scheme/kinds> ; skos:broader <scheme/kinds/one> .
    }`)
    const all: string[] = []
    const walk = (some: ReturnType<typeof kindsOf>) => {
      for (const { iri, narrower } of some) {
        all.push(iri)
        walk(narrower)
      }
    }
    walk(kindsOf(site, 'en'))
    expect(all.toSorted()).toEqual(
      [...new Set(kinds), `${baseIri}scheme/kinds/one`, `${baseIri}scheme/kinds/two`].sort(),
    )
  })
})
