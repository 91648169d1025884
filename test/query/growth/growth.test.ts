/**
 * A query that is long because a piece of it is repeated is answered: planning it takes neither time nor memory nor
 * stack that grow out of bounds.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { repeated } from './pieces.ts'

test('every query of 40 kB that repeats one piece is answered within its deadline', async () => {
  const args = [
    '--stack-size=3900',
    '--max-old-space-size=512',
    join(import.meta.dirname, 'main.ts'),
    '--bytes',
    '40000',
  ]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const lines = stdout.trim().split('\n')
  expect(lines.filter((line) => line.split('\t')[1] !== 'answered')).toEqual([])
  expect(lines).toHaveLength(repeated.length)
}, 120_000)
