import { defineConfig } from 'vitest/config'
import { common } from '../vitest.config.ts'

/** The tests that install and start foreign parts, take the project as a stranger would, or take long: one file at a time. */
export default defineConfig({
  root: common.root,
  test: {
    ...common,
    include: ['test/real/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
