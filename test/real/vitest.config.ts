import { mergeConfig } from 'vitest/config'
import base from '../vitest.config.ts'

/** The tests that install and start foreign parts, or take the project as a stranger would: one file at a time. */
const config = mergeConfig(base, { test: { fileParallelism: false, testTimeout: 600_000, hookTimeout: 600_000 } })
config.test.include = ['test/real/**/*.test.ts']
config.test.exclude = ['**/node_modules/**']
export default config
