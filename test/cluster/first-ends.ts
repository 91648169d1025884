/**
 * A process that serves nothing and tells what a copy tells. The first of them ends as soon as it has said that it
 * listens, and the others say so when it is gone.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { FromCopy } from '../../src/cluster/copy.ts'

const [, , file] = process.argv as [string, string, string]
const tell = (message: FromCopy, then = () => {}) => process.send!(message, then)

process.once('message', async () => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    tell({ listening: true }, () => process.exit(1))
  } catch {
    // Until its number is written there it is 0, which is always there.
    while (isThere(Number(readFileSync(file, 'utf8')))) await pause(20)
    tell({ listening: true })
  }
})
tell({ prepared: 'the version' })

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
