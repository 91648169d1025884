import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** `TEST_REPORT` names a file for the counts that `.ci/run` adds up. */
const report = process.env.TEST_REPORT

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/real/**', '**/node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
