/**
 * In which order releases were published, in a file beside them: a line each time that another one becomes the current one.
 * Dates and hashes do not tell two of one day apart, and data may be changed back to what it was.
 */
import { appendFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const registerFile = 'published.txt'

/** `{date}-{sha256}`, as `versionOf` names them. */
export const releaseName = /^\d{4}-\d{2}-\d{2}-([0-9a-f]{64})$/

/** The names in a folder that releases have, whether or not they are any. */
export async function namesIn(releasesDir: string): Promise<readonly string[]> {
  return (await readdir(releasesDir).catch(() => [])).filter((name) => releaseName.test(name))
}

/** Another text whenever there are other releases in a folder, or they were published in another order. */
export async function stateOf(releasesDir: string): Promise<string> {
  return JSON.stringify([(await namesIn(releasesDir)).toSorted(), await published(releasesDir)])
}

/** The names in the order of their lines; one that became current again stands there again. */
export async function published(releasesDir: string): Promise<readonly string[]> {
  const text = await readFile(join(releasesDir, registerFile), 'utf8').catch(() => '')
  return text.split('\n').filter(Boolean)
}

/** Adds a line, unless the last one is the same. */
export async function register(name: string, releasesDir: string): Promise<void> {
  if ((await published(releasesDir)).at(-1) === name) return
  await appendFile(join(releasesDir, registerFile), `${name}\n`, { flush: true })
}
