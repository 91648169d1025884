/**
 * Files become a dataset, or a list of faults that a person can act on; nothing in between.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadDataset } from '../../src/dataset/load.ts'
import type { Fault, FaultsError } from '../../src/errors.ts'
import { baseIri, config, dataset } from '../support/dataset.ts'
import { described } from '../support/release.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

/** A copy of the shipped data with some files changed. */
async function dataWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-data-'))
  folders.push(folder)
  await cp(config.dataDir, folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

async function faultsWith(files: Record<string, string>): Promise<readonly Fault[]> {
  const dataDir = await dataWith(files)
  const error: FaultsError | undefined = await loadDataset({ ...config, dataDir }).then(
    () => undefined,
    (reason) => reason,
  )
  return error?.faults ?? []
}

const head =
  '@prefix cg: <https://w3id.org/commonsgraph/ontology#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n'

describe('loadDataset', () => {
  test('the same data is the same version, whatever the order of statements', async () => {
    const again = await loadDataset(config)
    expect(again.version).toEqual(dataset.version)
    expect(dataset.version.name).toMatch(/^2026-\d\d-\d\d-[0-9a-f]{64}$/)
  })

  test('the version changes with a fact and with the base', async () => {
    const text = `${head}GRAPH <graph/editorial> { <id/mutualab> rdfs:comment "x"@fr . }`
    const changed = await loadDataset({ ...config, dataDir: await dataWith({ 'more.trig': text }) })
    expect(changed.version.sha256).not.toBe(dataset.version.sha256)
    const elsewhere = await loadDataset({ ...config, baseIri: 'https://other.example/' })
    expect(elsewhere.version.sha256).not.toBe(dataset.version.sha256)
    expect(elsewhere.quads.some(({ subject }) => subject.value === 'https://other.example/id/mutualab')).toBe(true)
    expect(elsewhere.quads.some(({ subject }) => subject.value.startsWith(baseIri))).toBe(false)
  })

  test('candidates are never loaded', () => {
    const graphs = new Set(dataset.quads.map(({ graph }) => graph.value))
    expect([...graphs].filter((graph) => graph.includes('candidates'))).toEqual([])
    expect(dataset.quads.some(({ object }) => object.value === 'http://www.wikidata.org/entity/Q12013')).toBe(false)
  })

  test('no blank node anywhere, computed graphs included', () => {
    const all = [...dataset.quads, ...described.description]
    expect(
      all.filter(({ subject, object }) => [subject, object].some(({ termType }) => termType === 'BlankNode')),
    ).toEqual([])
    expect(all.filter(({ graph }) => graph.termType !== 'NamedNode')).toEqual([])
  })

  test('a syntax error tells file, line, column', async () => {
    const [fault] = await faultsWith({ 'broken.trig': `${head}GRAPH <g> {\n  <id/a> rdfs:label "A"@fr ; ; cg: .. \n}` })
    expect(fault).toMatchObject({ file: expect.stringMatching(/broken\.trig$/), line: 4 })
    expect(fault!.column).toBeGreaterThan(1)
  })

  test('faults of several files come together', async () => {
    const faults = await faultsWith({
      'a.trig': 'GRAPH <g> { <a> <b> }',
      'b.trig': '<a> <b> <c> .\n',
      'c.trig': 'GRAPH <g> { <a> <b> [] }',
    })
    expect(faults.map(({ file }) => file?.slice(-6)).sort()).toEqual(['a.trig', 'b.trig', 'c.trig'])
  })

  test('a shape that does not hold tells which thing, which property, which sentence, and where', async () => {
    const text = `${head}GRAPH <source/visite-elus-2016#L42> {\n  <id/nouveau> a cg:Commons .\n}`
    const faults = await faultsWith({ 'more.trig': text })
    expect(faults.length).toBeGreaterThan(0)
    const fault = faults.find(({ message }) => message.includes('rdfs:label'))
    expect(fault).toMatchObject({ file: expect.stringMatching(/more\.trig$/), line: 4 })
    expect(fault!.message).toContain(`<${baseIri}id/nouveau> rdfs:label: `)
  })

  test.each([
    [
      'a graph that no passage describes',
      'GRAPH <source/visite-elus-2016#L142> { <id/mutualab> cg:rates "x"@fr . }',
      /is neither one of the project/,
    ],
    [
      'a graph that is not ours',
      'GRAPH <graph/foo> { <id/mutualab> cg:rates "x"@fr . }',
      /is neither one of the project/,
    ],
    ['a fact in the ontology', 'GRAPH <graph/ontology> { <id/mutualab> cg:rates "x"@fr . }', /graph of its passage/],
    [
      'a misspelt property',
      'GRAPH <source/visite-elus-2016#L42> { <id/cocotte> cg:hostdAt <id/mres> . }',
      /cg:hostdAt is no term/,
    ],
    ['a misspelt class', 'GRAPH <source/visite-elus-2016#L42> { <id/cocotte> a cg:Common . }', /cg:Common is no term/],
    [
      'a website as text',
      'GRAPH <source/visite-elus-2016#L42> { <id/cocotte> <http://schema.org/url> "http://x.example" . }',
      /schema:url/,
    ],
    [
      'a website without its scheme',
      'GRAPH <source/visite-elus-2016#L42> { <id/cocotte> <http://schema.org/url> <x.example> . }',
      /schema:url/,
    ],
    [
      'a link outside of the links',
      'GRAPH <source/visite-elus-2016#L42> { <id/cocotte> <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q7075> . }',
      /links to Wikidata/,
    ],
    [
      'a link without its record',
      'GRAPH <graph/links> { <id/cocotte> <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q42> . }',
      /needs its record/,
    ],
    [
      'a link in another form',
      'GRAPH <graph/editorial> { <id/cocotte> rdfs:seeAlso <https://www.wikidata.org/wiki/Q42> . }',
      /links to Wikidata/,
    ],
    [
      'a day that no week has',
      'GRAPH <source/visite-elus-2016#L50> { <id/cocotte#schedule> cg:rrule "FREQ=MONTHLY;BYDAY=3MA" . }',
      /cg:rrule: BYDAY=3MA/,
    ],
    [
      'a week that no month has',
      'GRAPH <source/visite-elus-2016#L50> { <id/cocotte#schedule> cg:rrule "FREQ=MONTHLY;BYDAY=6TU" . }',
      /cg:rrule: BYDAY=6TU/,
    ],
    [
      'a day that no month has',
      'GRAPH <source/visite-elus-2016#L50> { <id/cocotte#schedule> cg:rrule "FREQ=MONTHLY;BYMONTHDAY=111" . }',
      /no day 111/,
    ],
    [
      'a rule with a phase',
      'GRAPH <source/visite-elus-2016#L50> { <id/cocotte#schedule> cg:rrule "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" . }',
      /INTERVAL/,
    ],
    [
      'a rule that is none',
      'GRAPH <source/visite-elus-2016#L50> { <id/cocotte#schedule> cg:rrule "every Tuesday" . }',
      /cannot be read/,
    ],
  ])('%s is a fault with its line', async (_, text, message) => {
    const faults = await faultsWith({ 'more.trig': `${head}${text}` })
    expect(faults).toEqual([
      { file: expect.stringMatching(/more\.trig$/), line: 3, message: expect.stringMatching(message) },
    ])
  })

  test('bytes that are no UTF-8, and RDF in another form, are told', async () => {
    const dataDir = await dataWith({ 'extra.ttl': '<a> <b> <c> .' })
    await expect(loadDataset({ ...config, dataDir })).rejects.toThrow(/extra\.ttl: is not loaded/)
    const latin = await dataWith({})
    await writeFile(join(latin, 'more.trig'), Buffer.from('# caf\xe9\n', 'latin1'))
    await expect(loadDataset({ ...config, dataDir: latin })).rejects.toThrow(/more\.trig: .*UTF-8/)
  })

  test('the computed graphs are not for typing in', async () => {
    const faults = await faultsWith({
      'more.trig': `${head}GRAPH <graph/derived> { <id/mutualab> rdfs:comment "x"@fr . }`,
    })
    expect(faults[0]!.message).toContain('graph/derived')
  })

  test('an empty data folder, or none, is one clear line', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'commons-graph-empty-'))
    folders.push(empty)
    await expect(loadDataset({ ...config, dataDir: empty })).rejects.toThrow('holds no .trig file')
    await expect(loadDataset({ ...config, dataDir: join(empty, 'nowhere') })).rejects.toThrow('cannot be read')
  })
})
