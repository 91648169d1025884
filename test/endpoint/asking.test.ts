/** Answers that nobody reads to their end give their connection back. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { askingAt } from '../../src/endpoint/asking.ts'
import { Exchange } from '../../src/endpoint/exchange.ts'
import { streamJsonResults } from '../../src/endpoint/results/json-stream.ts'

const row = '{"s":{"type":"literal","value":"x"}}'
const begin = `{"head":{"vars":["s"]},"results":{"bindings":[${row},${row}`

/** Begins an answer and never ends it. */
const server = createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/sparql-results+json' })
  response.write(begin)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
const { signal } = new AbortController()
const exchange = new Exchange({ login: { user: '', password: '' }, connections: 1, silenceMs: 60_000 })
afterAll(() => {
  exchange[Symbol.dispose]()
  server.closeAllConnections()
  server.close()
})

test('one answer after the other is left after its first row, over one connection', async () => {
  const ask = askingAt(address, exchange)
  let rows = 0
  for (let turn = 0; turn < 5; turn++) {
    const results = await streamJsonResults(await ask('SELECT * {}', signal))
    if ('boolean' in results) throw new Error('rows were asked for')
    for await (const _ of results.rows) {
      rows++
      break
    }
  }
  expect(rows).toBe(5)
})
