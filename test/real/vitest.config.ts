import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { common } from '../vitest.config.ts'

/** The tests that ask the application for what it answers, and nothing beneath it: routes, pages, saved queries, protocol. */
const suite = globSync('test/{http,site,query,representation,security,release}/**/*.test.ts', { cwd: common.root })
  // This one is of the evaluation beside it.
  .filter((file) => !file.startsWith('test/query/remote/'))
  .filter((file) => /'[./]*\/(support\/app|security\/addresses|addresses)\.ts'/.test(readFileSync(file, 'utf8')))

const slow = { ...common, testTimeout: 600_000, hookTimeout: 600_000 }

/** The tests that install and start foreign parts, take the project as a stranger would, or take long: one file at a time. */
export default defineConfig({
  root: common.root,
  test: {
    ...slow,
    fileParallelism: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'real',
          include: ['test/real/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/real/engines/same/**'],
          sequence: { groupOrder: 0 },
        },
      },
      // The same tests as over the store in this process, over engines of others.
      ...['fuseki', 'virtuoso'].map((name, index) => ({
        extends: true as const,
        test: {
          name,
          include: [...suite, 'test/real/engines/same/*.test.ts'],
          globalSetup: [resolve(import.meta.dirname, 'engines/same/setup.ts')],
          setupFiles: [resolve(import.meta.dirname, 'engines/same/expect-differences.ts')],
          isolate: false,
          sequence: { groupOrder: index + 1 },
        },
      })),
    ],
  },
})
