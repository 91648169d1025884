/**
 * What processes left behind that did not come to their end.
 */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDraft } from './draft.ts'

/** Drafts of processes that did not come to their end: nobody has written to them for an hour. */
export async function removeAbandoned(releasesDir: string): Promise<void> {
  const anHourAgo = Date.now() - 60 * 60 * 1000
  for (const name of await readdir(releasesDir).catch(() => [])) {
    if (!isDraft.test(name)) continue
    const draft = join(releasesDir, name)
    const written = await Promise.all(
      [draft, ...(await readdir(draft).catch(() => [])).map((file) => join(draft, file))].map((path) =>
        stat(path).then(
          ({ mtimeMs }) => mtimeMs,
          () => 0,
        ),
      ),
    )
    if (Math.max(...written) < anHourAgo) await rm(draft, { recursive: true, force: true })
  }
}
