/**
 * The form in which files of links are written.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { houseForm } from '../../src/link/house-form.ts'
import { LinksFile } from '../../src/link/links-file.ts'
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { parse } from '../../src/rdf/parse.ts'
import { baseIri, root } from '../support/dataset.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-house-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const quad = (subject: string, predicate: string, object: Parameters<typeof rdf.quad>[2]) =>
  rdf.quad(rdf.namedNode(subject), rdf.namedNode(predicate), object) as Quad

const values = [
  rdf.literal('a "quoted" \\ word\nand \u0007 a bell', 'en'),
  rdf.literal('0.9', rdf.namedNode('http://www.w3.org/2001/XMLSchema#decimal')),
  rdf.literal('not a number', rdf.namedNode('http://www.w3.org/2001/XMLSchema#decimal')),
  rdf.literal('7', rdf.namedNode('http://www.w3.org/2001/XMLSchema#integer')),
  rdf.literal('2026-12-01', rdf.namedNode('http://www.w3.org/2001/XMLSchema#date')),
  rdf.literal('plain'),
  rdf.namedNode('http://www.wikidata.org/entity/Q648'),
  rdf.namedNode('http://www.wikidata.org/entity/Q648/a'),
  rdf.namedNode(`${baseIri}id/lille#link-q648`),
  rdf.namedNode('https://www.openstreetmap.org/node/1'),
]

describe('a file that people write too', () => {
  const statement = '<id/a>\n  <http://x.example/#p> "a # is no comment" .\n'
  const read = async (text: string | Uint8Array) => {
    const path = join(folder, 'by-hand.ttl')
    await writeFile(path, text)
    return new LinksFile(path, baseIri, '').read()
  }

  test.each([
    ['between statements', `# head\n\n${statement}# lost\n`, 5],
    ['at the end of a line', `# head\n\n${statement.replace(' .', ' . # lost')}`, 4],
    ['after a name', `${statement.replace('<id/a>', '<id/a> # lost')}`, 1],
    ['after a long text', `<id/a> <p> """two\nlines "# here" """ . # lost\n`, 2],
  ])('with a comment %s is not rewritten', async (_where, text, line) => {
    const message = expect.stringContaining('a comment between statements would be lost')
    await expect(read(text)).rejects.toMatchObject({ faults: [{ file: 'by-hand.ttl', line, message }] })
  })

  test.each([
    statement,
    `<id/a> <p> '# no', 'it\\'s # none', """# no""", '''# "no" \\''' # none''' .\n`,
    '@prefix x: <http://x.example/#> .\n<id/a> <p> x:a\\#b .\n',
  ])('a # in %j is no comment', async (text) => {
    expect((await read(text)).length).toBeGreaterThan(0)
  })

  test.each(['<id/a> <p> [ <q> "x" ] .\n', '\n_:b <p> <q> .\n'])(
    'with the blank node of %j is not rewritten',
    async (text) => {
      const fault = { file: 'by-hand.ttl', line: expect.any(Number), message: 'a blank node: give it a name' }
      await expect(read(text)).rejects.toMatchObject({ faults: [fault] })
    },
  )

  test('may come from another editor', async () => {
    const path = join(folder, 'by-hand.ttl')
    expect(await read(`\ufeff# head\n\n${statement}`.replaceAll('\n', '\r\n'))).toHaveLength(1)
    await new LinksFile(path, baseIri, '').change((quads) => quads)
    expect(await readFile(path, 'utf8')).toBe(`# head\n\n${statement}`)
  })

  test('is not rewritten in an encoding that it does not have', async () => {
    await expect(read(Buffer.from(statement.replace('comment', 'café'), 'latin1'))).rejects.toThrow('UTF-8')
  })
})

describe('the form of the house', () => {
  test.each(['wikidata.trig', 'candidates.ttl'])('%s is written as it stands', async (name) => {
    const path = join(folder, name)
    await cp(join(root, 'data/links', name), path)
    const before = await readFile(path, 'utf8')
    const file = new LinksFile(path, baseIri, '')
    const quads = await file.read()
    await file.change(() => [])
    expect(await readFile(path, 'utf8')).toMatch(/^(#.*\n)+\n$/)
    await file.change(() => quads.toReversed())
    expect(await readFile(path, 'utf8')).toBe(before)
  })

  test('what is written is read as it was, whatever it is', async () => {
    const written = values.map((value) => quad(`${baseIri}id/a`, 'http://www.w3.org/2004/02/skos/core#note', value))
    const text = houseForm(written, baseIri)
    const read = await parse(text, { baseIri, file: 'x.ttl' })
    expect(read).toHaveLength(values.length)
    for (const one of written) expect(read.some((statement) => statement.quad.equals(one))).toBe(true)
    expect(text).not.toContain('\u0007')
  })

  test('the same quads give the same text, in any order', () => {
    const written = values.map((value) => quad(`${baseIri}id/a`, 'http://www.w3.org/2004/02/skos/core#note', value))
    expect(houseForm(written.toReversed(), baseIri)).toBe(houseForm(written, baseIri))
    expect(houseForm([...written, ...written], baseIri)).toBe(houseForm(written, baseIri))
  })
})
