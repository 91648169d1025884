/**
 * The clients that are no npm packages: a script of `test/real/install/` puts each into a folder of `.real/`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'
import { root } from '../../support/dataset.ts'

export type Part = 'python' | 'jena' | 'lighthouse'

export function folderOf(part: Part): string {
  return join(root, '.real', part)
}

/** `describe` where the part is installed; elsewhere the tests say loudly that they were skipped. */
export function describeWith(part: Part) {
  // What the script writes last.
  if (existsSync(join(folderOf(part), 'installed'))) return describe
  console.warn(`\n*** No ${folderOf(part)}: its tests are SKIPPED. Install it with test/real/install/${part}.sh ***\n`)
  return describe.skip
}
