/** The benchmark asks what it seems to ask: on a small planet our answers are those of Oxigraph's WASM build. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { difference, partDifference, readAnswer } from './answers.ts'
import type { Engine } from './engines/engine.ts'
import { load as loadOurs } from './engines/ours.ts'
import { load as loadOxigraph } from './engines/oxigraph-wasm.ts'
import { figuresOf } from './figures.ts'
import { type PlanetFile, writePlanet } from './planet/file.ts'
import { planetLines } from './planet/quads.ts'
import { planetOf } from './planet/size.ts'
import { queries, questionOf } from './queries.ts'

let folder: string
let data: PlanetFile
let engines: { readonly ours: Engine; readonly oxigraph: Engine }
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commons-graph-bench-'))
  data = await writePlanet(20_000, join(folder, 'planet.nq'))
  engines = { ours: await loadOurs(data.file), oxigraph: await loadOxigraph(data.file) }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a planet is the same every time, no quad comes twice, and it is about as large as it was asked to be', () => {
  const lines = () => [...planetLines(planetOf(20_000))].join('')
  expect(lines()).toBe(lines())
  expect(new Set(lines().split('\n')).size - 1).toBe(data.quads)
  expect(Math.abs(data.quads / 20_000 - 1)).toBeLessThan(0.1)
})

describe.each(queries)('$name', (query) => {
  test.each([1, 2, 3])('repetition %i', async (repetition) => {
    const { text, whole, isOrdered } = questionOf(query, 1, repetition, data.planet)
    const answerOf = async (engine: Engine, asked: string) =>
      readAnswer((await engine.answer(asked, query.form)).toString(), query.form, isOrdered)
    const expected = await answerOf(engines.oxigraph, whole)
    expect(difference(await answerOf(engines.ours, whole), expected)).toBeUndefined()
    if (query.limit) expect(partDifference(await answerOf(engines.ours, text), expected, query.limit)).toBeUndefined()
  })
})

test('an answer in another order than the query says is another one', () => {
  const solution = (n: number) => ({ n: { type: 'literal', value: String(n) } })
  const answerOf = (numbers: readonly number[], isOrdered: boolean) => {
    const text = JSON.stringify({ head: { vars: ['n'] }, results: { bindings: numbers.map(solution) } })
    return readAnswer(text, 'SELECT', isOrdered)
  }
  expect(difference(answerOf([1, 2], true), answerOf([2, 1], true))).toBe('the same rows in another order')
  expect(difference(answerOf([1, 2], false), answerOf([2, 1], false))).toBeUndefined()
  const ordered = queries.filter((query) => questionOf(query, 1, 1, data.planet).isOrdered)
  const names = ['exists', 'count by licence', 'average by city', 'order', 'order number']
  expect(ordered.map(({ name }) => name)).toEqual(names)
})

test('no text is asked twice', () => {
  const texts = queries.flatMap((query) =>
    [1, 2, 3].map((repetition) => questionOf(query, 1, repetition, data.planet).text),
  )
  expect(new Set(texts).size).toBe(texts.length)
})

test('figures are by query and engine, without those that answered wrong', () => {
  const lanes = [
    { contestant: 'ours', times: [3, 1, 2], fault: undefined },
    { contestant: 'other', times: [1], fault: 'differs' },
  ]
  const report = {
    markdown: '',
    loads: [{ name: 'ours', seconds: 1, residentMb: 2 }],
    heats: [{ query: 'q', rows: 1, lanes }],
  }
  expect(figuresOf(10, undefined, report)).toEqual({
    triples: 10,
    queries: [{ name: 'q', inProcess: {}, http: { ours: 2 } }],
    load: { ours: 1 },
    memory: { ours: 2 },
  })
})
