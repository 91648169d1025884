/**
 * Milliseconds of computing: how long the thread that evaluates queries, or reads them, has had a processor, whatever it
 * waited for in between.
 */
import { readFileSync } from 'node:fs'

/** In which Linux tells the times of other processes (proc(5)). */
const tickMs = 10

/** Of this thread. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Of a process's main thread, to the tick; undefined where the system does not tell, or the process is gone. */
export function processorTimeOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'latin1')
    // The second field is a name in parentheses that may hold anything; `utime` and `stime` are the 14th and the 15th.
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(afterName[11]) + Number(afterName[12])) * tickMs
  } catch {
    return undefined
  }
}
