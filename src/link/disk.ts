/**
 * Files that are there whole or not at all, whenever the program is killed, and that one process changes at a time.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lock } from 'proper-lockfile'
import { FaultsError } from '../errors.ts'

/** Who is killed cannot unlock: what is not touched for so long is nobody's. */
const staleMs = 3000
const pollMs = 50

/**
 * Writes a file beside its place, to the disk, and moves it there in one step.
 * @throws FaultsError if the disk refuses
 */
export function writeWhole(path: string, text: string): Promise<void> {
  return withDisk(path, async () => {
    await mkdir(dirname(path), { recursive: true })
    // Whoever put a link in its place wants what it leads to changed.
    const place = await realpath(path).catch(() => path)
    const draft = `${place}.${randomUUID()}.tmp`
    try {
      await writeFile(draft, text, { flush: true })
      await rename(draft, place)
    } finally {
      await rm(draft, { force: true })
    }
  })
}

/**
 * Does something while no other process on this machine does anything with the same file.
 * @param onWait told once, if another one does
 * @throws FaultsError if the disk refuses
 */
export async function alone<T>(path: string, act: () => Promise<T>, onWait = () => {}): Promise<T> {
  const unlock = await withDisk(path, async () => {
    await mkdir(dirname(path), { recursive: true })
    return locked(await realpath(path).catch(() => path), onWait)
  })
  try {
    return await act()
  } finally {
    // A process that slept may have lost its lock to another; files are whole all the same.
    await unlock().catch(() => {})
  }
}

async function locked(path: string, onWait: () => void): Promise<() => Promise<void>> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      return await lock(path, { realpath: false, stale: staleMs, update: 1000, onCompromised: () => {} })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error
      if (isFirst) onWait()
      await pause(pollMs)
    }
  }
}

/**
 * Does something with a file.
 * @throws FaultsError if the disk refuses, because it is full, or not ours to write
 */
export async function withDisk<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof FaultsError || !code) throw error
    throw new FaultsError([{ file, message: `cannot be read or written (${code})` }])
  }
}
