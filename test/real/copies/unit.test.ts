/**
 * The unit for systemd, judged by systemd.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../support/dataset.ts'

const folder = await mkdtemp(join(tmpdir(), 'commons-graph-unit-'))
const file = join(folder, 'commons-graph.service')
afterAll(() => rm(folder, { recursive: true, force: true }))

beforeAll(async () => {
  const unit = await readFile(join(root, 'deploy/commons-graph.service'), 'utf8')
  // Where it would be installed, nothing is here.
  await writeFile(file, unit.replaceAll('/opt/commons-graph', root).replace('/usr/bin/node', process.execPath))
})

const analyze = (...args: readonly string[]) => promisify(execFile)('systemd-analyze', [...args, file])

test('has no fault', async () => {
  const { stdout, stderr } = await analyze('verify', '--man=no', '--recursive-errors=no')
  expect(stdout + stderr).toBe('')
})

test('leaves little open to who takes the program over', async () => {
  const { stdout } = await analyze('security', '--offline=true', '--no-pager')
  const [, exposure] = /Overall exposure level for [^:]*: ([\d.]+)/.exec(stdout)!
  expect(Number(exposure)).toBeLessThan(2)
})
