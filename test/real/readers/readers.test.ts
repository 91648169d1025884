/**
 * Readers that others wrote take the files of a release, and read from them what we wrote.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import oxigraph from 'oxigraph'
import { describe, expect, test } from 'vitest'
import { canonicalNQuads } from '../../../src/dataset/version.ts'
import { type Quad, toTriple } from '../../../src/rdf/environment.ts'
import { nQuads } from '../../../src/rdf/formats.ts'
import { toNQuad } from '../../../src/rdf/nquads.ts'
import { parse } from '../../../src/rdf/parse.ts'
import { rdfDumps } from '../../../src/release/files.ts'
import { readRecords } from '../../support/csv-records.ts'
import { baseIri, dataset } from '../../support/dataset.ts'
import { release } from '../../support/release.ts'
import { describeWith, folderOf } from '../clients/installed.ts'
import { interpreter } from '../clients/python.ts'

const run = promisify(execFile)
const large = { maxBuffer: 2 ** 28 }
const pathOf = (name: string) => release.files.get(name)!.path
const statementsOf = (name: string) => Number(release.history.statements.get(name))

/** The canonical form of what a reader wrote down again. */
async function canonical(text: string): Promise<string> {
  const statements = await parse(text, { baseIri, file: 'read.nq', format: nQuads })
  return String(canonicalNQuads(statements.map(({ quad }) => quad)))
}

function expected(graphs: boolean): string {
  return String(canonicalNQuads(graphs ? dataset.quads : dataset.quads.map(toTriple)))
}

const dumps = rdfDumps.map(({ name, format }) => ({ name, format }))

describeWith('python')('rdflib', () => {
  const program = (name: string) => join(import.meta.dirname, 'python', `${name}.py`)
  const linesOf = async (name: string, files: readonly string[]) =>
    (await run(interpreter, ['-W', 'ignore', program(name), ...files.map(pathOf)], large)).stdout.trimEnd().split('\n')

  test.each(dumps)('reads $name', async ({ name, format }) => {
    const [line] = await linesOf('statements', [name])
    expect(await canonical(JSON.parse(line!).nquads)).toBe(expected(format.graphs))
  })

  test('reads the things one by one', async () => {
    const [line] = await linesOf('statements', ['entities.jsonld'])
    const statements = await parse(JSON.parse(line!).nquads, { baseIri, file: 'read.nq', format: nQuads })
    const read = new Set(statements.map(({ quad }) => toNQuad(toTriple(quad))))
    expect(read.size).toBe(statementsOf('entities.jsonld'))
    const union = new Set(dataset.quads.map((quad) => toNQuad(toTriple(quad))))
    expect([...read].filter((line) => !union.has(line))).toEqual([])
  })

  test('reads the metadata', async () => {
    const [line] = await linesOf('statements', ['metadata.ttl'])
    const text = await readFile(pathOf('metadata.ttl'), 'utf8')
    const ours = (await parse(text, { baseIri, file: 'metadata.ttl' })).map(({ quad }) => quad as Quad)
    expect(await canonical(JSON.parse(line!).nquads)).toBe(String(canonicalNQuads(ours)))
  })

  const tables = ['commons.csv', 'venues.csv', 'facts.csv', 'links.csv']

  test("Python's csv reads the tables", async () => {
    const lines = await linesOf('tables', tables)
    for (const [index, name] of tables.entries()) {
      const records: string[][] = JSON.parse(lines[index]!)
      expect(records.length).toBeGreaterThan(10)
      expect(new Set(records.map(({ length }) => length)).size).toBe(1)
      expect(records).toEqual(readRecords(await readFile(pathOf(name), 'utf8')))
    }
  })

  test('csvw finds that the tables are what their metadata says', async () => {
    const metadata = pathOf('csv-metadata.json')
    const validator = join(folderOf('python'), 'bin/csvwvalidate')
    const { stdout } = await run(validator, ['-v', 'csv-metadata.json'], { cwd: dirname(metadata), ...large })
    expect(stdout).toMatch(/OK/)
  })

  test('cffconvert finds that the citation is one', async () => {
    const { stdout } = await run(join(folderOf('python'), 'bin/cffconvert'), [
      '--validate',
      '-i',
      pathOf('citation.cff'),
    ])
    expect(stdout).toMatch(/^Citation metadata are valid/)
  })
})

describeWith('jena')("Jena's riot", () => {
  test.each([...dumps.map(({ name }) => name), 'entities.jsonld', 'metadata.ttl'])('reads %s', async (name) => {
    const args = ['-cp', join(folderOf('jena'), '*'), 'riotcmd.riot', '--strict', '--output=nquads', pathOf(name)]
    const { stdout, stderr } = await run('java', args, large)
    expect(stderr).not.toMatch(/ERROR/)
    const format = dumps.find((dump) => dump.name === name)?.format
    if (format) expect(await canonical(stdout)).toBe(expected(format.graphs))
    if (name === 'entities.jsonld') {
      expect(new Set(stdout.trimEnd().split('\n')).size).toBe(statementsOf(name))
    }
  })
})

describe('Oxigraph', () => {
  test.each(dumps)('reads $name', async ({ name, format }) => {
    const store = new oxigraph.Store()
    store.load(await readFile(pathOf(name), 'utf8'), { format: format.mediaType, base_iri: baseIri })
    const read = store.dump({ format: 'application/n-quads' })
    expect(await canonical(read)).toBe(expected(format.graphs))
  })
})

const ogrinfo = ['/usr/bin/ogrinfo', '/usr/local/bin/ogrinfo'].find(existsSync)
if (!ogrinfo) console.warn('\n*** No ogrinfo: its test is SKIPPED. On Debian: apt-get install gdal-bin ***\n')

describe.skipIf(!ogrinfo)("GDAL's ogrinfo", () => {
  test('reads the GeoJSON', async () => {
    const { features, bbox } = JSON.parse(await readFile(pathOf('commons.geojson'), 'utf8'))
    const { stdout } = await run(ogrinfo!, ['-ro', '-al', '-so', pathOf('commons.geojson')])
    expect(stdout).toContain("using driver `GeoJSON' successful.")
    expect(stdout).toContain(`Feature Count: ${features.length}\n`)
    const [west, south, east, north] = bbox.map((number: number) => number.toFixed(6))
    expect(stdout).toContain(`Extent: (${west}, ${south}) - (${east}, ${north})`)
    expect(stdout).toMatch(/name_fr: String/)
  })
})
