/**
 * The command `export`: the whole site with the dumps as files.
 */
import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { FaultsError } from '../errors.ts'
import { exportSite } from '../export/export.ts'
import { createServer } from '../server.ts'

/**
 * @param folder not there yet, or empty
 * @returns a sentence that says where it is, and how large
 * @throws FaultsError with what is wrong in the data, or with the folder
 */
export async function exportTo(config: Config, folder: string | undefined): Promise<string> {
  if (folder === undefined) {
    throw new FaultsError([{ message: 'export: name the folder to write to, as in: npm run export -- DIR' }])
  }
  // Nobody else waits for what is computed, and what is asked is ours.
  const server = await createServer({ ...config, queryBudgetS: 0, logLevel: 'fatal' })
  try {
    const { files, bytes, failed } = await exportSite(server.app, config, folder)
    const lacking = failed.map((address) => `\nNo answer, and so no link: ${address}`).join('')
    return `The site is in ${resolve(folder)}: ${files} files, ${Math.ceil(bytes / 1e6)} MB${lacking}`
  } finally {
    await server.close()
  }
}
