/**
 * A strong entity tag is of bytes: the same after a restart, another one where a setting changes what pages show.
 */
import { afterAll, expect, test } from 'vitest'
import { createServer, type Server } from '../../src/server.ts'
import { releasesDir } from '../support/app.ts'
import { config } from '../support/dataset.ts'

const servers: Server[] = []
afterAll(async () => {
  for (const server of servers) await server.close()
})

async function tagsWith(settings: object) {
  const server = await createServer({ ...config, ...settings, releasesDir })
  servers.push(server)
  const answer = (url: string) => server.app.inject({ url, headers: { accept: 'text/html, */*;q=0.1' } })
  const [map, shapes] = [await answer('/map'), await answer('/shapes.nt')]
  return { map: map.headers.etag, shapes: shapes.headers.etag, body: shapes.body }
}

test('of the same bytes it is the same, and of others another', async () => {
  const first = await tagsWith({})
  expect(await tagsWith({})).toEqual(first)
  const other = await tagsWith({ tileUrl: 'https://tiles.example/{z}/{x}/{y}.png' })
  expect(other.map).not.toBe(first.map)
})
