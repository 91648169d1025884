import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { common } from '../../../vitest.config.ts'

/** The tests of routes, pages, saved queries and the protocol that ask the application and nothing beneath it. */
const suite = [
  'test/http/*.test.ts',
  'test/site/*.test.ts',
  'test/query/{saved,questions}.test.ts',
  'test/representation/*.test.ts',
  'test/security/answers.test.ts',
]

/** Each over an engine of others, in the place of the store in this process. */
export default defineConfig({
  root: common.root,
  test: {
    ...common,
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    projects: ['fuseki', 'virtuoso'].map((name) => ({
      extends: true as const,
      test: {
        name,
        include: suite,
        globalSetup: [resolve(import.meta.dirname, 'setup.ts')],
        sequence: { groupOrder: name === 'fuseki' ? 0 : 1 },
      },
    })),
  },
})
