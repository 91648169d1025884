/**
 * The metadata against the official shapes of DCAT-AP 3.0.1, and against our own of VoID.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Validator } from 'shacl-engine'
import { describe, expect, test } from 'vitest'
import { type Quad, rdf, toTriple } from '../../src/rdf/environment.ts'
import { Lookup } from '../../src/rdf/lookup.ts'
import { compactIri, dcat, dcterms, prefixes, rdfNs, voidNs } from '../../src/rdf/namespaces.ts'
import { parse } from '../../src/rdf/parse.ts'
import { get } from '../support/app.ts'
import { root } from '../support/dataset.ts'
import { release } from '../support/release.ts'

const official = process.env.DCAT_AP_DIR || join(root, '../shared/conformance/dcat-ap-3.0.1')

async function read(file: string): Promise<Quad[]> {
  return (await parse(readFileSync(file, 'utf8'), { baseIri: 'http://localhost/', file })).map(({ quad }) => quad)
}

const metadata = (await read(release.files.get('metadata.ttl')!.path)).map(toTriple)

interface Result {
  readonly severity: string
  readonly sentence: string
}

async function resultsOf(data: readonly Quad[], shapes: readonly Quad[]): Promise<Result[]> {
  const validator = new Validator(rdf.dataset([...shapes]), { factory: rdf })
  const { results } = await validator.validate({ dataset: rdf.dataset([...data]) })
  return results.map(({ severity, focusNode, path, message }) => ({
    severity: compactIri(severity?.value ?? `${prefixes.sh}Violation`),
    sentence: [
      focusNode.term.value,
      ...(path ?? []).flatMap(({ predicates }) => predicates.map(({ value }) => compactIri(value))),
      ...message.map(({ value }) => value),
    ].join(' '),
  }))
}

const violations = async (data: readonly Quad[], shapes: readonly Quad[]) =>
  (await resultsOf(data, shapes)).filter(({ severity }) => severity === 'sh:Violation')

describe('DCAT-AP 3.0.1', () => {
  const mandatory = ['dcat-ap-SHACL', 'shapes', 'ranges']

  test.each(mandatory)('%s: no violation', async (name) => {
    const shapes = await read(join(official, `${name}.ttl`))
    expect(shapes.length).toBeGreaterThan(500)
    expect(await violations(metadata, shapes)).toEqual([])
  })

  test('each mandatory class has a focus node, and so do the others that we describe', () => {
    const said = new Lookup(metadata)
    const classes = ['Catalog', 'Dataset', 'Distribution', 'DataService'].map((name) => dcat(name))
    const others = ['Agent', 'Document'].map((name) => rdf.namedNode(prefixes.foaf + name))
    const terms = ['LicenseDocument', 'Location', 'PeriodOfTime', 'RightsStatement'].map((name) => dcterms(name))
    const checksum = rdf.namedNode(`${prefixes.spdx}Checksum`)
    const counts = [...classes, ...others, ...terms, checksum].map((type) => [
      compactIri(type.value),
      said.subjects(rdfNs.type!, type).length > 0,
    ])
    expect(counts.filter(([, isThere]) => !isThere)).toEqual([])
  })

  test('of what is recommended only that is missing which no source states', async () => {
    const shapes = await read(join(official, 'shapes_recommended.ttl'))
    const missing = (await resultsOf(metadata, shapes)).map(({ sentence }) => sentence.split(' ')[1])
    expect(new Set(missing)).toEqual(
      new Set(['dcat:contactPoint', 'dcat:bbox', 'dcat:centroid', 'dcterms:conformsTo', 'dcterms:type']),
    )
  })

  test.each([
    ['a dataset without title', dcterms.title],
    ['a distribution without address', dcat.accessURL],
    ['a checksum without algorithm', rdf.namedNode(`${prefixes.spdx}algorithm`)],
    ['a publisher without name', rdf.namedNode(`${prefixes.foaf}name`)],
    ['a service without endpoint', dcat.endpointURL],
  ])('the shapes would see %s', async (_, property) => {
    const shapes = await read(join(official, 'shapes.ttl'))
    const less = metadata.filter(({ predicate }) => !predicate.equals(property!))
    expect(less.length).toBeLessThan(metadata.length)
    expect((await violations(less, shapes)).length).toBeGreaterThan(0)
  })

  test('what /dataset answers conforms as well', async () => {
    const { body } = await get('/dataset', 'text/turtle')
    const quads = (await parse(body, { baseIri: 'http://localhost/', file: 'answer.ttl' })).map(({ quad }) => quad)
    for (const name of mandatory) {
      expect(await violations(quads.map(toTriple), await read(join(official, `${name}.ttl`)))).toEqual([])
    }
  })
})

describe('VoID', async () => {
  const shapes = await read(join(root, 'test/fixtures/void-shapes.ttl'))

  test('the metadata conforms to our shapes', async () => {
    expect(await resultsOf(metadata, shapes)).toEqual([])
  })

  test.each(['triples', 'dataDump', 'class', 'property', 'exampleResource', 'linkPredicate', 'sparqlEndpoint'])(
    'the shapes would see a missing void:%s',
    async (name) => {
      const less = metadata.filter(({ predicate }) => !predicate.equals(voidNs(name)))
      expect(less.length).toBeLessThan(metadata.length)
      expect((await resultsOf(less, shapes)).length).toBeGreaterThan(0)
    },
  )

  test('is what /.well-known/void answers', async () => {
    const { body } = await get('/.well-known/void')
    const quads = (await parse(body, { baseIri: 'http://localhost/', file: 'void.ttl' })).map(({ quad }) => quad)
    expect(await resultsOf(quads.map(toTriple), shapes)).toEqual([])
  })
})
