/**
 * What a service may do instead of answering, and that nothing is lost by it.
 */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ServiceFailure } from '../../src/link/service-failure.ts'
import { localServices } from './local-services.ts'
import type { Fault } from './services.ts'
import { client } from './setting.ts'

const { services, folder, settings } = localServices()

const question = () => ({ url: `${settings().WIKIDATA_API}?action=wbgetentities&ids=Q648` })
const ask = (options = {}) => client(folder(), options).ask(question(), (json) => json as { success: number })

/** So often, then the service answers. */
const times =
  (most: number, fault: Fault): Fault =>
  (request, response, count) =>
    count <= most ? fault(request, response, count) : false

const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (_request, response) => {
    response.writeHead(code, headers).end('<html>no</html>')
    return true
  }
const body =
  (text: string | Buffer): Fault =>
  (_request, response) => {
    response.end(text)
    return true
  }
const hang: Fault = () => true
const slow: Fault = (_request, response) => {
  const timer = setInterval(() => response.write(' '), 20)
  response.once('close', () => clearInterval(timer))
  return true
}
const brokenOff: Fault = (_request, response) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('{"entities":', () => response.destroy())
  return true
}

const passing: [string, Fault][] = [
  ['too many requests', status(429)],
  ['too many requests, with seconds to wait', status(429, { 'retry-after': '0' })],
  ['too many requests, with a date to wait for', status(429, { 'retry-after': new Date().toUTCString() })],
  ['out of order', status(503)],
  ['a gateway without a server', status(502)],
  ['HTML', body('<!doctype html><title>Sorry</title>')],
  ['broken JSON', body('{"entities":{"Q648":')],
  ['bytes that are no UTF-8', body(Buffer.from([0x22, 0xff, 0x22]))],
  ['nothing', body('')],
  ['an answer that breaks off', brokenOff],
]

describe('what passes', () => {
  test.each(passing)('%s: it is asked again', async (_name, fault) => {
    services().fault = times(3, fault)
    expect(await ask()).toMatchObject({ success: 1 })
    expect(services().asked).toHaveLength(4)
  })

  test.each([
    ['hanging', hang],
    ['sending a byte now and then', slow],
  ])('%s: it is asked again', async (_name, fault) => {
    services().fault = times(1, fault)
    expect(await ask({ timeoutMs: 300 })).toMatchObject({ success: 1 })
    expect(services().asked).toHaveLength(2)
  })
})

const failure = (promise: Promise<unknown>): Promise<ServiceFailure | undefined> =>
  promise.then(
    () => undefined,
    (error) => error,
  )

describe('what does not pass', () => {
  test.each(passing)('%s: a sentence says so, and nothing is kept', async (_name, fault) => {
    services().fault = fault
    const error = await failure(ask())
    expect(error).toBeInstanceOf(ServiceFailure)
    expect(error!.message).toMatch(/^The service .*(status|JSON|reached)/)
    expect(services().asked).toHaveLength(4)
    expect(await readdir(folder())).toEqual([])
  })

  test('who asks to wait for long is left alone, and not asked again now', async () => {
    services().fault = status(429, { 'retry-after': '86400' })
    expect(await failure(ask())).toMatchObject({ kind: 'away', message: expect.stringContaining('86400 s') })
    expect(services().asked).toHaveLength(1)
  })

  test.each([401, 403, 301])('status %i: refused', async (code) => {
    services().fault = status(code, { location: 'http://169.254.0.1/' })
    expect(await failure(ask())).toMatchObject({ kind: 'away', message: expect.stringContaining('refuses') })
    expect(services().asked).toHaveLength(1)
  })

  test('a question that is not understood is one answer that is missing', async () => {
    services().fault = status(400)
    expect(await failure(ask())).toMatchObject({ kind: 'answer' })
    expect(services().asked).toHaveLength(1)
  })

  test('an answer without end is cut off', async () => {
    const piece = Buffer.alloc(1024 * 1024, ' ')
    services().fault = (_request, response) => {
      const more = () => void (response.destroyed || response.write(piece, () => setImmediate(more)))
      more()
      return true
    }
    expect(await failure(ask())).toMatchObject({ kind: 'answer', message: expect.stringContaining('more than') })
    expect(services().asked).toHaveLength(1)
  })

  test('nobody there', async () => {
    const nobody = client(folder()).ask({ url: 'http://127.0.0.1:9/' }, (json) => json)
    expect(await failure(nobody)).toMatchObject({
      kind: 'away',
      message: expect.stringMatching(/cannot be reached at/),
    })
  })

  test('an answer that is not what its documentation says', async () => {
    const error = await failure(
      client(folder()).ask(question(), () => {
        throw new TypeError('no such member')
      }),
    )
    expect(error).toMatchObject({ kind: 'answer', message: expect.stringContaining('documentation') })
    expect(await readdir(folder())).toEqual([])
  })
})

describe('what is known', () => {
  test('is not asked again, unless it is asked for live', async () => {
    const first = await ask()
    expect(await ask()).toEqual(first)
    expect(services().asked).toHaveLength(1)
    await ask({ again: true })
    expect(services().asked).toHaveLength(2)
  })

  test('is asked again where its file is not whole', async () => {
    await ask()
    const [name] = await readdir(folder())
    await writeFile(join(folder(), name!), '{"question":')
    expect(await ask()).toMatchObject({ success: 1 })
    expect(services().asked).toHaveLength(2)
  })
})

test('one request at a time, however many are asked for, each with a name and a contact', async () => {
  const polite = client(folder())
  const ids = ['Q648', 'Q936', 'Q5', 'Q55488']
  const url = (id: string) => `${settings().WIKIDATA_API}?action=wbgetentities&ids=${id}`
  await Promise.all(ids.map((id) => polite.ask({ url: url(id) }, (json) => json)))
  expect(services().asked).toHaveLength(ids.length)
  expect(services().mostAtOnce).toBe(1)
  expect([...services().userAgents].at(-1)).toBe('CommonsGraph/0.1 (https://contact.example/)')
})
