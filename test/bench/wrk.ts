/** Load by `wrk`, and what it measured. */
import { run } from './peers/program.ts'

export interface Measured {
  readonly perSecond: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly faults: number
}

/** @param args of `wrk`, the address among them */
export async function wrk(args: readonly string[]): Promise<Measured> {
  const { stdout } = await run('wrk', ['--latency', ...args]).catch((error) => {
    throw error.code === 'ENOENT' ? new Error('wrk is missing: install it with test/bench/install/debian.sh') : error
  })
  const number = (pattern: RegExp) => Number(pattern.exec(stdout)?.[1] ?? 0)
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    medianMs: milliseconds(/50%\s+(\S+)/.exec(stdout)?.[1]),
    p99Ms: milliseconds(/99%\s+(\S+)/.exec(stdout)?.[1]),
    faults: number(/Non-2xx or 3xx responses: (\d+)/) + number(/Socket errors:.* timeout (\d+)/),
  }
}

function milliseconds(text = ''): number {
  const [, number, unit] = /^([\d.]+)(us|ms|s)$/.exec(text) ?? []
  return Number(number) * { us: 1e-3, ms: 1, s: 1e3 }[unit as 'us' | 'ms' | 's']
}
