import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** `TEST_REPORT` names a file for the counts that `.ci/run` adds up. */
const report = process.env.TEST_REPORT

/** Tests that assert deadlines: they run when the others are done, one file at a time, so that they measure us alone. */
const timed = [
  'test/fuzz/fuzz.test.ts',
  'test/http/broken-off.test.ts',
  'test/http/engine-faults.test.ts',
  'test/http/service.test.ts',
  'test/query/at-once.test.ts',
  'test/query/pool.test.ts',
  'test/security/requests.test.ts',
]

/** What every run of tests has. */
export const common = {
  root: resolve(import.meta.dirname, '..'),
  testTimeout: 30_000,
  hookTimeout: 60_000,
  globalSetup: resolve(import.meta.dirname, 'temporary-folder.ts'),
  reporters: report ? ['default', ['json', { outputFile: report }] as ['json', object]] : ['default'],
}

export default defineConfig({
  root: common.root,
  test: {
    ...common,
    // A program of this size is read once a process, not once a file; files share nothing that one of them changes.
    isolate: false,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: ['test/real/**', '**/node_modules/**', ...timed],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: timed, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
