import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { FaultsError } from '../../src/errors.ts'
import { loadSavedQueries } from '../../src/query/saved.ts'
import { get } from '../support/app.ts'
import { baseIri, config } from '../support/dataset.ts'

const saved = [...(await loadSavedQueries(config.queriesDir, baseIri)).values()]
/** Those that nobody else is asked for; of the others, see `test/http/enrichment.test.ts`. */
const own = saved.filter(({ query }) => !query.reachesOut)

describe('the saved queries', () => {
  test('are at least 25, and every file is one', async () => {
    expect(saved.length).toBeGreaterThanOrEqual(25)
    const files = await readdir(config.queriesDir)
    expect(files.sort()).toEqual(saved.map(({ name }) => `${name}.rq`).sort())
  })

  test.each(saved)('$name has a name in plain words, titles and descriptions of its own', (query) => {
    expect(query.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(query.text).toMatch(
      /^# title@fr: .+\n# title@en: .+\n# description@fr: .+\n# description@en: .+\n# group: \w+\n(# chart: \w+( \w+)?\n)?(# map: \w+( \w+)?\n)?\n/,
    )
    for (const language of ['fr', 'en'] as const) {
      for (const key of ['title', 'description'] as const) {
        const same = saved.filter((other) => other[key][language] === query[key][language])
        expect(same.map(({ name }) => name)).toEqual([query.name])
      }
    }
  })

  test.each(saved)('$name orders its rows and takes relative IRIs from the deployment', ({ query, text }) => {
    if (query.form === 'SELECT') expect(text).toMatch(/^ORDER BY /m)
    expect(text).not.toMatch(/^\s*BASE\b/im)
    expect(text).not.toContain(baseIri)
  })

  test.each(own)('$name answers in time, with rows', { timeout: 5_000 }, async ({ name, query }) => {
    const json = await get(`/queries/${name}.json`)
    expect(json.statusCode).toBe(200)
    expect(json.headers['content-type']).toMatch(/^application\/sparql-results\+json/)
    const { results, boolean } = json.json()
    if (query.form === 'ASK') expect(boolean).toBeTypeOf('boolean')
    else expect(results.bindings.length).toBeGreaterThan(0)

    const csv = await get(`/queries/${name}.csv`)
    expect(csv.statusCode).toBe(200)
    expect(csv.headers['content-type']).toMatch(/^text\/csv/)
    if (query.form === 'SELECT') expect(csv.body.split('\r\n')[0]).toBe(json.json().head.vars.join(','))
  })

  test.each(own)('$name never repeats a row', async ({ name }) => {
    const rows: object[] = (await get(`/queries/${name}.json`)).json().results?.bindings ?? []
    const texts = rows.map((row) => JSON.stringify(row))
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })
})

describe('a query file that is wrong', async () => {
  const head = ['# title@fr: Un', '# title@en: One', '# description@fr: Ce que.', '# description@en: What.']
  const query = ['SELECT ?thing', 'WHERE { ?thing ?property ?value }', 'ORDER BY ?thing']
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-queries-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** The faults of a folder that holds these files. */
  async function faultsOf(name: string, files: Readonly<Record<string, string>>) {
    const queries = join(folder, name)
    await mkdir(queries)
    for (const [file, text] of Object.entries(files)) await writeFile(join(queries, file), text)
    const error = await loadSavedQueries(queries, baseIri).catch((reason: unknown) => reason)
    return error instanceof FaultsError ? error.faults : []
  }

  test('with a good head and a good query there is no fault', async () => {
    expect(await faultsOf('good', { 'one.rq': [...head, ...query].join('\n') })).toEqual([])
  })

  test.each(head)('without "%s" is a fault at its head', async (line) => {
    const key = line.slice(2, line.indexOf(':'))
    const rest = head.filter((other) => other !== line)
    expect(await faultsOf(key, { 'one.rq': [...rest, ...query].join('\n') })).toEqual([
      { file: join(key, 'one.rq'), line: 1, message: expect.stringContaining(`# ${key}:`) },
    ])
  })

  test.each([
    ['# group: elsewhere-still', 'none of commons'],
    ['# chart: nothing', 'variables of the answer'],
    ['# map: thing value thing', 'variables of the answer'],
  ])('with "%s" is a fault that says why', async (line, why) => {
    const name = line.slice(2, line.indexOf(':'))
    expect(await faultsOf(`${name}-wrong`, { 'one.rq': [...head, line, ...query].join('\n') })).toEqual([
      { file: join(`${name}-wrong`, 'one.rq'), line: 1, message: expect.stringContaining(why) },
    ])
  })

  test('says what it is about, and what makes a chart or a map, or need not', async () => {
    const lines = ['# group: places', '# chart: thing', '# map: thing']
    await faultsOf('told', {
      'one.rq': [...head, ...lines, ...query].join('\n'),
      'two.rq': [...head, ...query].join('\n'),
    })
    const [one, two] = [...(await loadSavedQueries(join(folder, 'told'), baseIri)).values()]
    expect(one).toMatchObject({ group: 'places', chart: { label: 'thing' }, map: { wkt: 'thing' } })
    expect(two).toMatchObject({ group: 'other' })
    expect([two!.chart, two!.map]).toEqual([undefined, undefined])
  })

  test('with an error of syntax is a fault at its line', async () => {
    const broken = [...head, 'SELECT ?thing', 'WHERE { ?thing ?property }'].join('\n')
    const [fault, ...more] = await faultsOf('syntax', { 'one.rq': broken })
    expect(fault).toMatchObject({ file: join('syntax', 'one.rq'), line: 6 })
    expect(fault!.message).not.toBe('')
    expect(more).toEqual([])
  })

  test('is named together with every other', async () => {
    const faults = await faultsOf('many', { 'a.rq': query.join('\n'), 'b.rq': [...head, 'SELECT'].join('\n') })
    expect(faults.map(({ file }) => file)).toEqual([...head.map(() => join('many', 'a.rq')), join('many', 'b.rq')])
  })
})
