/**
 * What a service may do instead of answering, and that nothing is lost by it.
 */
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { FaultsError } from '../../src/errors.ts'
import { KeptAnswers } from '../../src/link/kept-answers.ts'
import { ServiceFailure } from '../../src/link/service-failure.ts'
import { localServices } from './local-services.ts'
import type { Fault } from './services.ts'
import { client, closedAddress } from './setting.ts'

const { services, folder, settings } = localServices()

const question = () => ({ url: `${settings().WIKIDATA_API}?action=wbgetentities&ids=Q648` })
/** The answers that are kept. */
const kept = async () => (await readdir(folder())).filter((name) => name.endsWith('.json'))
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
    expect(await kept()).toEqual([])
  })

  test('who asks to wait for long is left alone, and not asked again now', async () => {
    services().fault = status(429, { 'retry-after': '86400' })
    expect(await failure(ask())).toMatchObject({ kind: 'away', message: expect.stringContaining('86400 s') })
    expect(services().asked).toHaveLength(1)
  })

  test('who asks to wait for long is left alone by the next run too', async () => {
    services().fault = times(1, status(429, { 'retry-after': '3600' }))
    await failure(ask())
    expect(await failure(ask())).toMatchObject({ kind: 'away', message: expect.stringMatching(/ (3600|3599) s/) })
    expect(services().asked).toHaveLength(1)
    const turn = (await readdir(folder())).find((name) => name.startsWith('turn-'))!
    await writeFile(join(folder(), turn), '2999-01-01T00:00:00Z')
    expect(await ask()).toMatchObject({ success: 1 })
  })

  test.each([401, 403, 304])('status %i: refused', async (code) => {
    services().fault = status(code)
    expect(await failure(ask())).toMatchObject({ kind: 'away', message: expect.stringContaining('refuses') })
    expect(services().asked).toHaveLength(1)
  })

  test('who has moved is not followed: where to, and what to set, is told', async () => {
    services().fault = status(301, { location: 'http://169.254.0.1/w/api.php?action=x' })
    expect(await failure(ask())).toMatchObject({
      kind: 'away',
      message: 'The service has moved to http://169.254.0.1/w/api.php (status 301): see WIKIDATA_API',
    })
    expect(services().asked).toHaveLength(1)
  })

  test('a disk that refuses is no fault of the service, which is not asked', async () => {
    await writeFile(join(folder(), 'file'), '')
    const error = await failure(client(join(folder(), 'file/answers')).ask(question(), (json) => json))
    expect(error).toBeInstanceOf(FaultsError)
    expect(error!.message).toContain(join(folder(), 'file/answers'))
    expect(services().asked).toEqual([])
  })

  test('a disk that is full while the service answers is told at once', async () => {
    const full = new KeptAnswers(folder(), 0)
    full.keep = () => Promise.reject(new FaultsError([{ file: folder(), message: 'ENOSPC' }]))
    expect(await failure(ask({ kept: full }))).toBeInstanceOf(FaultsError)
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
    const nobody = async (url: string) => failure(client(folder()).ask({ url }, (json) => json))
    expect(await nobody(await closedAddress())).toMatchObject({
      kind: 'away',
      message: expect.stringMatching(/cannot be reached at http:.* \(ECONNREFUSED\)/),
    })
    expect(await nobody('http://no-such-host.invalid/')).toMatchObject({
      kind: 'away',
      message: expect.stringMatching(/cannot be reached at http:\/\/no-such-host\.invalid \((ENOTFOUND|EAI_AGAIN)\)/),
    })
  })

  test('an answer that is not what its documentation says', async () => {
    const error = await failure(
      client(folder()).ask(question(), () => {
        throw new TypeError('no such member')
      }),
    )
    expect(error).toMatchObject({ kind: 'answer', message: expect.stringContaining('documentation') })
    expect(await kept()).toEqual([])
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
    const [name] = await kept()
    await writeFile(join(folder(), name!), '{"question":')
    expect(await ask()).toMatchObject({ success: 1 })
    expect(services().asked).toHaveLength(2)
  })

  test('is asked again where it is not understood any more, or says that it is of tomorrow', async () => {
    await ask()
    const path = join(folder(), (await kept())[0]!)
    const text = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...text, answer: {} }))
    const { success } = await client(folder()).ask(question(), (json) => z.object({ success: z.number() }).parse(json))
    expect([success, services().asked.length]).toEqual([1, 2])
    await writeFile(path, JSON.stringify({ ...text, received: '2999-01-01T00:00:00Z' }))
    await ask()
    expect(services().asked).toHaveLength(3)
  })

  test('has the day on which it was received', async () => {
    const day = () => client(folder()).ask(question(), (_json, readOn) => readOn)
    expect(await day()).toBe(new Date().toISOString().slice(0, 10))
    const path = join(folder(), (await kept())[0]!)
    await writeFile(
      path,
      JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), received: '2026-01-31T12:00:00Z' }),
    )
    expect(await day()).toBe('2026-01-31')
  })

  test('is forgotten when it is old', async () => {
    await ask()
    const [name] = await kept()
    const answers = new KeptAnswers(folder(), 0)
    await answers.forget(Date.now() - 60_000)
    expect(await kept()).toEqual([name])
    await utimes(join(folder(), name!), 0, 0)
    await answers.forget(Date.now() - 60_000)
    expect(await kept()).toEqual([])
  })
})

test('a service that asks for a pause in an answer gets it', async () => {
  services().fault = times(1, (_request, response) => {
    response.writeHead(200, { 'retry-after': '1' }).end('{"error":{"code":"maxlag"}}')
    return true
  })
  const waits: string[] = []
  const read = (json: unknown) => {
    if ((json as { error?: object }).error) throw new ServiceFailure('away', 'The service is busy')
    return json
  }
  await client(folder(), { onWait: (sentence) => waits.push(sentence) }).ask(question(), read)
  expect(waits).toEqual(['The service asks to wait 1 s'])
})

test('a service that asks for no pause is not hurried', async () => {
  services().fault = times(2, status(429, { 'retry-after': '0' }))
  const begun = Date.now()
  await ask({ backoffMs: 100 })
  // A hundred milliseconds after the first answer, twice as many after the second.
  expect(Date.now() - begun).toBeGreaterThanOrEqual(295)
})

test('several runs ask one at a time, and what one has asked the other knows', async () => {
  const ids = ['Q648', 'Q936', 'Q5', 'Q55488']
  const url = (id: string) => `${settings().WIKIDATA_API}?action=wbgetentities&ids=${id}`
  const runs = [client(folder()), client(folder()), client(folder())]
  await Promise.all(runs.flatMap((run) => ids.map((id) => run.ask({ url: url(id) }, (json) => json))))
  expect([services().asked.length, services().mostAtOnce]).toEqual([ids.length, 1])
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
