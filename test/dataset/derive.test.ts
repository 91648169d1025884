import { describe, expect, test } from 'vitest'
import { derive } from '../../src/dataset/derive/derive.ts'
import { graphNames } from '../../src/dataset/graphs.ts'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { parse } from '../../src/rdf/parse.ts'
import { baseIri, dataset } from '../support/dataset.ts'

const graph = graphNames(baseIri).derived
const derived = dataset.quads.filter((quad) => quad.graph.equals(graph))

function valuesOf(quads: readonly Quad[], subject: string, predicate: string): string[] {
  return quads
    .filter((quad) => quad.subject.value === baseIri + subject && quad.predicate.value.endsWith(predicate))
    .map(({ object }) => object.value.replace(baseIri, ''))
}

describe('the derived graph', () => {
  test('a slot ends when the next one starts; the last has no end', () => {
    expect(valuesOf(derived, 'id/slot-0918', '/endDate')).toEqual(['2016-05-26T09:40:00+02:00'])
    expect(valuesOf(derived, 'id/slot-1300', '/endDate')).toEqual(['2016-05-26T15:11:00+02:00'])
    expect(valuesOf(derived, 'id/slot-1511', '/endDate')).toEqual([])
    expect(derived.filter(({ predicate }) => predicate.value.endsWith('/endDate'))).toHaveLength(11)
  })

  test('the assembly takes place where the visit was before it', () => {
    for (const slot of ['slot-1220', 'slot-1230', 'slot-1300']) {
      expect(valuesOf(derived, `id/${slot}`, '/location')).toEqual(['id/mres'])
    }
    expect(valuesOf(derived, 'id/slot-1020', '/location')).toEqual([])
  })

  test('700 m² of the future venue remain for common spaces', () => {
    expect(valuesOf(derived, 'id/futur-lieu-1300m2#floor-size-common', '/value')).toEqual(['700'])
    expect(valuesOf(derived, 'id/futur-lieu-1300m2#floor-size', '#hasPart')).toEqual([])
  })

  test('the three addresses of the visit are in Lille, France', () => {
    const localities = derived.filter(({ predicate }) => predicate.value.endsWith('/addressLocality'))
    expect(localities.map(({ subject }) => subject.value.replace(`${baseIri}id/`, '')).sort()).toEqual([
      'la-cofabrik#address',
      'la-coroutine#address',
      'mres#address',
    ])
    expect(new Set(localities.map(({ object }) => object.value))).toEqual(new Set(['Lille']))
    expect(valuesOf(derived, 'id/mres#address', '/addressCountry')).toEqual(['FR'])
  })

  test('the first time after the visit that each thing recurs', () => {
    expect(valuesOf(derived, 'id/repair-cafe-mres#schedule-first', '/startDate')).toEqual(['2016-06-21T18:00:00+02:00'])
    expect(valuesOf(derived, 'id/amap-mutualab#schedule-first', '/startDate')).toEqual(['2016-05-31T19:30:00+02:00'])
    expect(valuesOf(derived, 'id/nord-tiers-lieux#schedule-first', '/startDate')).toEqual(['2016-06-11'])
  })

  test('every derived node names the passages it follows from and its rule in both languages', () => {
    for (const node of new Set(derived.map(({ subject }) => subject.value.replace(baseIri, '')))) {
      const from = valuesOf(derived, node, '#wasDerivedFrom')
      expect([node, from.length > 0 && from.every((iri) => /^(source|graph)\//.test(iri))]).toEqual([node, true])
      const rules = derived.filter(
        (quad) => quad.subject.value === baseIri + node && quad.predicate.value.endsWith('#comment'),
      )
      const languages = new Set(rules.map(({ object }) => (object.termType === 'Literal' ? object.language : '')))
      expect([node, [...languages].sort()]).toEqual([node, ['en', 'fr']])
    }
  })
})

describe('derive', () => {
  const stated = async (text: string) =>
    (
      await parse(
        `PREFIX cg: <https://w3id.org/commonsgraph/ontology#> PREFIX schema: <http://schema.org/> PREFIX dcterms: <http://purl.org/dc/terms/> ${text}`,
        { baseIri, file: '' },
      )
    ).map(({ quad }) => quad)

  test('no rule fires without what it needs', async () => {
    const quads = await stated(`
      GRAPH <s#1> { <id/a> schema:superEvent <id/e> . <id/b> schema:startDate "2016-05-26T10:00:00+02:00" . }
      GRAPH <s#2> { <id/p> schema:floorSize <id/p#f> . <id/p#f> schema:value 100 . }
      GRAPH <s#3> { <id/q#schedule> cg:rrule "FREQ=WEEKLY;BYDAY=TU" . }`)
    expect(derive(quads, graph)).toEqual([])
  })

  test('parts that are larger than the whole leave nothing', async () => {
    const quads = await stated(`
      GRAPH <s#1> { <id/p> schema:floorSize <id/p#f> . <id/p#f> schema:value 100 ; dcterms:hasPart <id/p#g> . <id/p#g> schema:value 120 . }`)
    expect(derive(quads, graph)).toEqual([])
  })

  test('the date follows the rule', () => {
    const rule = rdf.literal('FREQ=MONTHLY;BYDAY=1MO')
    const changed = dataset.quads
      .filter((quad) => !quad.graph.equals(graph))
      .map((quad) =>
        quad.object.value === 'FREQ=MONTHLY;BYDAY=3TU'
          ? (rdf.quad(quad.subject, quad.predicate, rule, quad.graph) as Quad)
          : quad,
      )
    expect(valuesOf(derive(changed, graph), 'id/repair-cafe-mres#schedule-first', '/startDate')).toEqual([
      '2016-06-06T18:00:00+02:00',
    ])
  })
})
