/**
 * A server that stops answers what it has begun to answer, and waits for nobody who keeps a connection afterwards.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { serve } from '../../src/commands/serve.ts'
import { createConfig } from '../../src/config.ts'
import { readRecords } from '../support/csv-records.ts'
import { freePort } from '../support/ports.ts'

const releases = await mkdtemp(join(tmpdir(), 'commons-graph-stopping-'))
afterAll(() => rm(releases, { recursive: true, force: true }))

const rows = 60_000

test('an answer that has begun comes whole, and its connection is ended', async () => {
  const port = await freePort()
  const server = await serve(createConfig({ PORT: String(port), RELEASES_DIR: releases, LOG_LEVEL: 'silent' }))
  const agent = new Agent({ keepAlive: true })
  // More than the buffers on the way take.
  const query = encodeURIComponent(`SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT ${rows}`)
  const url = `http://127.0.0.1:${port}/sparql?query=${query}`
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent, headers: { accept: 'text/csv' } }, resolve).once('error', reject)
  })
  const stopped = server.close()
  // The answer waits for its reader meanwhile.
  await pause(300)
  let text = ''
  for await (const chunk of response.setEncoding('latin1')) text += chunk
  expect(readRecords(text)).toHaveLength(1 + rows)
  await stopped
  agent.destroy()
}, 20_000)
