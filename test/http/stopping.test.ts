/**
 * A server that stops answers what it has begun to answer, and waits for nobody who keeps a connection afterwards.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get, type IncomingMessage, type RequestOptions } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { serve } from '../../src/commands/serve.ts'
import { createConfig } from '../../src/config.ts'
import { drainOnClose } from '../../src/http/draining.ts'
import { readRecords } from '../support/csv-records.ts'
import { freePort } from '../support/ports.ts'

const releases = await mkdtemp(join(tmpdir(), 'commons-graph-stopping-'))
afterAll(() => rm(releases, { recursive: true, force: true }))

const rows = 60_000
/** More than the buffers on the way take. */
const query = encodeURIComponent(`SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT ${rows}`)

async function start() {
  const port = await freePort()
  const server = await serve(createConfig({ PORT: String(port), RELEASES_DIR: releases, LOG_LEVEL: 'silent' }))
  return { port, server }
}

function fetchHead(options: RequestOptions): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', ...options }, resolve).once('error', reject)
  })
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of response.setEncoding('latin1')) text += chunk
  return text
}

test('an answer that has begun comes whole, and its connection is ended', async () => {
  const { port, server } = await start()
  const agent = new Agent({ keepAlive: true })
  const response = await fetchHead({
    port,
    path: `/sparql?query=${query}`,
    agent,
    headers: { accept: 'text/csv' },
  })
  const stopped = server.close()
  // The answer waits for its reader meanwhile.
  await pause(300)
  expect(readRecords(await textOf(response))).toHaveLength(1 + rows)
  await stopped
  agent.destroy()
}, 60_000)

/**
 * An application that answers with as many bytes as are asked for, written at once.
 * @param slowMs what it takes from when it stops until it closes its port
 */
async function plainApp(limitMs: number, slowMs = 0): Promise<{ app: FastifyInstance; port: number }> {
  const app = Fastify({ return503OnClosing: false })
  drainOnClose(app, limitMs)
  if (slowMs) app.addHook('preClose', () => pause(slowMs))
  app.get('/:bytes', (request, reply) => reply.send(Buffer.alloc(Number((request.params as { bytes: string }).bytes))))
  app.get('/soon', async () => {
    await pause(300)
    return 'answered'
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, port: Number(new URL(address).port) }
}

const size = 40_000_000

test('an answer that is written and not yet read comes whole', async () => {
  const { app, port } = await plainApp(10_000)
  const agent = new Agent({ keepAlive: true })
  const response = await fetchHead({ port, path: `/${size}`, agent })
  const stopped = app.close()
  await pause(300)
  let bytes = 0
  for await (const chunk of response) bytes += chunk.length
  expect(bytes).toBe(size)
  await stopped
  agent.destroy()
})

test('what was asked before the stop is answered after it, and the connection is ended', async () => {
  const { app, port } = await plainApp(10_000)
  const agent = new Agent({ keepAlive: true })
  const answered = fetchHead({ port, path: '/soon', agent })
  await once(app.server, 'request')
  const stopped = app.close()
  const response = await answered
  expect([response.statusCode, response.headers.connection]).toEqual([200, 'close'])
  expect(await textOf(response)).toBe('answered')
  await stopped
  agent.destroy()
})

test('what nobody reads is broken off when the time is over', async () => {
  const { app, port } = await plainApp(200)
  const response = await fetchHead({ port, path: `/${size}` })
  await app.close()
  await expect(textOf(response)).rejects.toThrow()
})

const asking = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

test('a connection that has been made brings its first request, and none a second', async () => {
  const { app, port } = await plainApp(10_000)
  const [fresh, kept, idle] = [await connected(port), await connected(port), await connected(port)]
  kept.write(asking(`/${size}`))
  await once(kept, 'data')
  kept.pause()
  const stopped = app.close()
  await pause(50)
  kept.write(asking('/1'))
  fresh.write(asking('/1'))
  const [toFresh] = await once(fresh, 'data')
  expect(String(toFresh)).toMatch(/^HTTP\/1.1 200 OK\r\n(.*\r\n)*connection: close\r\n/)
  let end = ''
  for await (const chunk of kept) end = (end + chunk.toString('latin1')).slice(-2000)
  expect(end.slice(end.lastIndexOf('HTTP/1.1'))).toMatch(/\nconnection: close[\s\S]*server-stopping/)
  await expect(connected(port)).rejects.toThrow('ECONNREFUSED')
  await stopped
  expect(idle.destroyed || idle.readableEnded || (await once(idle.resume(), 'end'))).toBeTruthy()
})

test('what comes on a kept connection before it is ended finds it ended', async () => {
  // Connections that nothing is answered on are ended when that time is over.
  const { app, port } = await plainApp(10_000, 300)
  const kept = await connected(port)
  kept.write(asking('/1'))
  await once(kept, 'data')
  const stopped = app.close()
  await pause(50)
  kept.write(asking('/1'))
  let told = ''
  for await (const chunk of kept) told += chunk
  expect(told).toBe('')
  await stopped
})

test('a connection that is kept for nothing is ended at once', async () => {
  const { port, server } = await start()
  const kept = await connected(port)
  kept.write(asking('/health'))
  await once(kept, 'data')
  const ended = once(kept, 'close')
  kept.resume()
  await Promise.all([server.close(), ended])
})
