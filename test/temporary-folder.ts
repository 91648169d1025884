/**
 * The folder for what a run of tests writes: it is gone when they are done, with whatever they left in it.
 */
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const prefix = 'commons-graph-tests-'

/** Before the tests of each project, of which there are several in a run; what it returns runs after them. */
export function setup(): (() => Promise<void>) | undefined {
  if (basename(tmpdir()).startsWith(prefix)) return
  const folder = mkdtempSync(join(tmpdir(), prefix))
  process.env.TMPDIR = folder
  // Servers that end with their process may still be writing.
  return () => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
