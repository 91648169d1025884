/** What processes hold in memory (Linux: `/proc`). */
import { readdir, readFile } from 'node:fs/promises'

/** Megabytes of a process and all that it started, what they share counted once. */
export async function residentMb(pid: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = new Map(await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const)))
  const isOurs = (one: number | undefined): boolean => one === pid || (!!one && isOurs(parents.get(one)))
  const shares = await Promise.all(pids.filter(isOurs).map(shareOf))
  return shares.reduce((sum, share) => sum + share, 0)
}

async function parentOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1]
  return parent === undefined ? undefined : Number(parent)
}

/** Its proportional set: a page that two hold counts half for each. */
async function shareOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return (Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) * 1024) / 1e6
}
