/**
 * The application over the shipped graph, for requests without a network.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createServer } from '../../src/server.ts'
import { config } from './dataset.ts'

/** Where its releases lie. */
export const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-'))
const server = await createServer({ ...config, releasesDir })
afterAll(async () => {
  await server.close()
  await rm(releasesDir, { recursive: true, force: true })
})

export const { app } = server

/** A GET of a path, with an Accept header if one is given. */
export function get(url: string, accept?: string, headers: Record<string, string> = {}) {
  return app.inject({ url, headers: { ...headers, ...(accept && { accept }) } })
}
