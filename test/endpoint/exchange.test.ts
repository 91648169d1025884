/**
 * Requests with a password: a long body is not sent to who does not let it in.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { Exchange } from '../../src/endpoint/exchange.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

async function serving(handler: Handler): Promise<string> {
  const server = createServer(handler)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/data`
}

function exchange(password = 'right'): Exchange {
  const made = new Exchange({ login: { user: 'me', password }, connections: 2, silenceMs: 500 })
  onTestFinished(() => made[Symbol.dispose]())
  return made
}

const right = `Basic ${Buffer.from('me:right').toString('base64')}`
const signal = new AbortController().signal
const post = { contentType: 'text/plain; charset=utf-8' } as const

/** As Jetty does: the connection is closed on a body that is not let in. */
const guarded =
  (lengths: number[]): Handler =>
  (request, response) => {
    if (request.headers.authorization !== right) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"', connection: 'close' }).end(() => {
        if (Number(request.headers['content-length'])) request.socket.destroy()
      })
      return
    }
    let length = 0
    request.on('data', (chunk) => {
      length += chunk.length
    })
    request.on('end', () => {
      lengths.push(length)
      response.end('done')
    })
  }

test('a long body goes once, to who lets it in', async () => {
  const lengths: number[] = []
  const url = await serving(guarded(lengths))
  const { body } = await exchange().send({ ...post, url, body: 'x'.repeat(8_000_000) }, signal)
  expect(body.toString()).toBe('done')
  expect(lengths).toEqual([8_000_000])
})

test('nobody is let in with another password, and the message does not show it', async () => {
  const url = await serving(guarded([]))
  const failure = exchange('wrong-one').send({ ...post, url }, signal)
  await expect(failure).rejects.toThrow(`${url} does not take SPARQL_USER and SPARQL_PASSWORD (401)`)
  await expect(failure).rejects.not.toThrow('wrong-one')
})

test('what an engine says is told in one line, without tags and cut short', async () => {
  const url = await serving((_, response) => {
    response.writeHead(500).end(`<html><style>b { }</style><b>No\u0007 way</b>\n${'x'.repeat(10_000)}`)
  })
  const error = await exchange()
    .send({ ...post, url, body: '' }, signal)
    .catch((reason: Error) => reason)
  expect((error as Error).message).toMatch(/answered 500: No way x{290,300}…$/)
})

test('an engine that says nothing is given up', async () => {
  const url = await serving(() => {})
  await expect(exchange().send({ ...post, url, body: '' }, signal)).rejects.toThrow(/broke off \(silent for 500 ms\)/)
})

test('who stops it hears that it was stopped', async () => {
  const url = await serving(() => {})
  await expect(exchange().send({ ...post, url }, AbortSignal.timeout(50))).rejects.toMatchObject({
    name: 'TimeoutError',
  })
})
