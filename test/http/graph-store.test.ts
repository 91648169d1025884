import { describe, expect, test } from 'vitest'
import { app, get } from '../support/app.ts'
import { baseIri } from '../support/dataset.ts'

const passage = encodeURIComponent(`${baseIri}source/visite-elus-2016#L22`)

describe('/graphs', () => {
  test('gives a named graph, and nothing else', async () => {
    const { statusCode, headers, body } = await get(`/graphs?graph=${passage}`, 'application/n-triples')
    expect(statusCode).toBe(200)
    expect(headers.etag).toBeTruthy()
    expect(body).toBe(`<${baseIri}id/mutualab> <http://schema.org/url> <http://mutualab.org> .\n`)
  })

  test('gives the union as the default graph', async () => {
    const { headers, body } = await get('/graphs?default')
    expect(headers['content-type']).toContain('text/turtle')
    expect(body).toContain('mutualab')
  })

  test('HEAD is answered as GET without a body', async () => {
    const { statusCode, body } = await app.inject({ method: 'HEAD', url: `/graphs?graph=${passage}` })
    expect([statusCode, body]).toEqual([200, ''])
  })

  test.each([
    ['/graphs', 400],
    ['/graphs?graph=relative', 400],
    [`/graphs?default&graph=${passage}`, 400],
    [`/graphs?graph=${passage}&graph=${passage}`, 400],
    ['/graphs?grph=x', 400],
    ['/graphs?graph=https%3A%2F%2Fnowhere.example%2F', 404],
    // An IRI that is no URL.
    ['/graphs?graph=http%3A%2F%2Fx%3A99999999%2F', 404],
  ])('%s is %i', async (url, status) => {
    expect((await get(url)).statusCode).toBe(status)
  })

  test('leads who opens it in a browser to what it is of', async () => {
    const { statusCode, headers } = await get('/graphs?lang=fr', 'text/html,*/*;q=0.8')
    expect([statusCode, headers.location]).toEqual([303, `${baseIri}dataset?lang=fr`])
    expect((await get('/graphs', '*/*')).statusCode).toBe(400)
  })

  test.each(['PUT', 'POST', 'DELETE', 'PATCH'] as const)(
    '%s is not allowed: the server is read only',
    async (method) => {
      const { statusCode, headers } = await app.inject({ method, url: `/graphs?graph=${passage}` })
      expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    },
  )

  test('406 says what is offered', async () => {
    expect((await get('/graphs?default', 'image/png')).json()).toMatchObject({ code: 'not-acceptable' })
  })
})
