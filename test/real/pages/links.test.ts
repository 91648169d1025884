/**
 * Every link of the site leads somewhere, on a running server and in an export.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { exportTo } from '../../../src/commands/export.ts'
import { serve } from '../../../src/commands/serve.ts'
import { createConfig } from '../../../src/config.ts'
import { walk } from '../../support/links.ts'
import { freePort } from '../../support/ports.ts'
import { serveFolder } from '../../support/static-server.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-links-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const settings = { RELEASES_DIR: join(folder, 'releases'), QUERY_BUDGET_S: '0', LOG_LEVEL: 'silent' }

test('on a running server', async () => {
  const server = await serve(createConfig({ ...settings, PORT: String(await freePort()) }))
  try {
    const { port } = server.app.server.address() as { port: number }
    const base = `http://localhost:${port}/`
    const sitemap = await (await fetch(`${base}sitemap.xml`)).text()
    const listed = Array.from(sitemap.matchAll(/<loc>([^<]*)/g), ([, address]) => address!)
    const starts = ['', 'sitemap.xml', 'robots.txt', ...listed]
    const { visited, broken } = await walk({ base, languages: ['fr', 'en'], starts })
    console.log(`${visited.length} addresses`)
    expect(broken).toEqual([])
    expect(visited.length).toBeGreaterThan(5000)
  } finally {
    await server.close()
  }
})

describe('in an export', () => {
  test.each(['/', '/some/where/'])('that a file server has at %s', async (path) => {
    const out = join(folder, `out${path.length}`)
    await using server = await serveFolder(out, path)
    const began = performance.now()
    const said = await exportTo(
      createConfig({ ...settings, PUBLIC_URL: server.base, BASE_IRI: 'https://town.example/' }),
      out,
    )
    console.log(`${said}, ${((performance.now() - began) / 1000).toFixed(1)} s`)
    expect(said).not.toContain('No answer')
    const starts = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html'))
    const { visited, broken } = await walk({ base: server.base, languages: ['fr'], starts: ['', ...starts] })
    console.log(`${visited.length} addresses`)
    expect(broken).toEqual([])
    expect(visited.length).toBeGreaterThan(3000)
    const sitemap = await readFile(join(out, 'sitemap.xml'), 'utf8')
    const listed = Array.from(sitemap.matchAll(/<loc>([^<]*)/g), ([, address]) => address!)
    expect(listed.filter((address) => !visited.includes(`fr ${address}`))).toEqual([])
    const sums = await readFile(join(out, 'dumps/latest/SHA256SUMS'), 'utf8')
    for (const line of sums.trim().split('\n')) {
      const [sum, name = ''] = line.split('  ')
      const bytes = await readFile(join(out, 'dumps/latest', name))
      expect([name, createHash('sha256').update(bytes).digest('hex')]).toEqual([name, sum])
    }
    expect(await readFile(join(out, 'data/mutualab.nt'), 'utf8')).toContain('<https://town.example/id/mutualab>')
  })
})
