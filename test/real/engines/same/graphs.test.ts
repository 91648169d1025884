/**
 * Queries that say which graphs they are about have the same answers over an engine of others as over the store in this
 * process.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { createServer } from '../../../../src/server.ts'
import { graphQueries, lostGraphs, prologue } from '../../../query/remote/graph-queries.ts'
import { rows } from '../../../query/remote/rows.ts'
import { attempts, questions, secret } from '../../../query/remote/secret.ts'
import { app } from '../../../support/app.ts'
import { config } from '../../../support/dataset.ts'

const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-graphs-'))
const ours = await createServer({ ...config, releasesDir })
afterAll(async () => {
  await ours.close()
  await rm(releasesDir, { recursive: true, force: true })
})

/** What is otherwise by the engine. */
const otherwise: Readonly<Record<string, readonly RegExp[]>> = {
  fuseki: [],
  virtuoso: [
    // EXISTS is no condition for IF; a path has to have one end that is known.
    /IF\(EXISTS/,
    /broader\+ \?o/,
  ],
}

const ask = (query: string) => ({
  url: `/sparql?query=${encodeURIComponent(query)}`,
  headers: { accept: 'application/sparql-results+json' },
})

test.each(graphQueries)('%s', async (query) => {
  const [here, there] = await Promise.all([ours.app.inject(ask(prologue + query)), app.inject(ask(prologue + query))])
  const isOrdered = /ORDER BY/.test(query)
  const isSame =
    there.statusCode === 200 &&
    JSON.stringify(rows(there.body, isOrdered)) === JSON.stringify(rows(here.body, isOrdered))
  const isOtherwise = otherwise[inject('engineName')!]!.some((pattern) => pattern.test(query))
  expect({ status: there.statusCode, body: isSame ? '' : there.body.slice(0, 500), isSame }).toMatchObject({
    isSame: !isOtherwise,
  })
})

test.each(attempts)('%s gets nothing of what others have', async (query) => {
  const { statusCode, body } = await app.inject({
    url: `/sparql?query=${encodeURIComponent(query)}`,
    headers: { accept: /^SELECT/.test(query) ? 'application/sparql-results+json' : 'application/n-triples' },
  })
  expect([200, 403, 502]).toContain(statusCode)
  expect(body).not.toContain(secret.text)
})

test.each(questions)('%s is answered as if nobody had that', async (query) => {
  const of = async (text: string) => (await app.inject(ask(text))).body.match(/"boolean":\w+|"code":"[^"]+"/)?.[0]
  const nowhere = query.replaceAll('http://other.example/', 'http://nowhere.example/')
  expect(await of(query)).toBe(await of(nowhere))
  // Virtuoso takes EXISTS for true in a group without a triple.
  if (inject('engineName') === 'fuseki') expect(await of(query)).not.toBe('"boolean":true')
})

test.each(lostGraphs)('%s is refused', async (query) => {
  const { statusCode, body } = await app.inject(ask(prologue + query))
  expect({ statusCode, body }).toMatchObject({
    statusCode: 403,
    body: expect.stringContaining('does not keep to the graph'),
  })
})
