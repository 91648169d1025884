/**
 * What fails after the first bytes is reset, so that a client of HTTP/1.0, which takes the end of the connection for the
 * end of the answer, does not take a part for the whole.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createServer } from '../../src/server.ts'
import { config } from '../support/dataset.ts'
import { freePort } from '../support/ports.ts'

test.each(['1.0', '1.1'])('an answer that is broken off ends with a reset in HTTP/%s', async (version) => {
  const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-broken-'))
  const server = await createServer({ ...config, releasesDir, queryTimeoutMs: 5000 })
  const port = await freePort()
  await server.app.listen({ host: '127.0.0.1', port })
  const query = encodeURIComponent('SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }')
  const socket = connect(port, '127.0.0.1')
  socket.write(
    `GET /sparql?query=${query} HTTP/${version}\r\nHost: localhost\r\nConnection: close\r\nAccept: text/csv\r\n\r\n`,
  )
  let received = ''
  socket.on('data', (bytes) => {
    received = (received + bytes.toString('latin1')).slice(0, 1000)
  })
  const end = await new Promise((resolve) => {
    socket.once('end', () => resolve('a clean end'))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
  })
  expect([end, received.slice(9, 12)]).toEqual(['ECONNRESET', '200'])
  await server.close()
  await rm(releasesDir, { recursive: true, force: true })
})
