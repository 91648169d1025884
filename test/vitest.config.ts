import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** `TEST_REPORT` names a file for the counts that `.ci/run` adds up. */
const report = process.env.TEST_REPORT

/** Promises of the endpoint that are not kept yet, so that these fail: run them with `UNKEPT=1`. */
const unkept = ['test/fuzz/fuzz.test.ts']

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/real/**', ...(process.env.UNKEPT ? [] : unkept), '**/node_modules/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
