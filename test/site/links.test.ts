/**
 * Links lead somewhere, near where readers begin; `npm run test:real` follows them all.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { serve } from '../../src/commands/serve.ts'
import { createConfig } from '../../src/config.ts'
import { walk } from '../support/links.ts'
import { freePort } from '../support/ports.ts'

test('one step from the home page, a thing, and the questions', async () => {
  const releases = await mkdtemp(join(tmpdir(), 'commons-graph-links-'))
  const port = await freePort()
  const settings = { PORT: String(port), RELEASES_DIR: releases, QUERY_BUDGET_S: '0', LOG_LEVEL: 'silent' }
  const server = await serve(createConfig(settings))
  try {
    const near = { languages: ['fr', 'en'], starts: ['', 'page/mutualab', 'queries'], depth: 1 }
    const { visited, broken } = await walk({ base: `http://localhost:${port}/`, ...near })
    expect(broken).toEqual([])
    expect(visited.length).toBeGreaterThan(200)
  } finally {
    await server.close()
    await rm(releases, { recursive: true, force: true })
  }
}, 120_000)
