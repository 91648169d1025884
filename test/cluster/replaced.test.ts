/**
 * One of several processes that ends between saying that it listens and being counted among those that serve.
 */
import cluster from 'node:cluster'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { Copies } from '../../src/cluster/copies.ts'
import { createLog } from '../../src/log.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-replaced-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test('is replaced', async () => {
  const file = join(folder, 'first')
  cluster.setupPrimary({ exec: join(import.meta.dirname, 'first-ends.ts'), args: [file], execArgv: [] })
  const copies = await Copies.start({ count: 2, stopMs: 1000, log: createLog('silent') })
  const running = () => Object.values(cluster.workers!).map((worker) => worker!.process.pid)
  expect(running()).toHaveLength(1)
  await vi.waitUntil(() => running().length === 2, { timeout: 20_000 })
  expect(running()).not.toContain(Number(await readFile(file, 'utf8')))
  await copies.close()
})
