/** Virtuoso Open Source 7: anybody reads, a user of its own writes. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../support/ports.ts'
import { virtuosoIni } from '../../support/virtuoso-ini.ts'
import { inFolder, type RunningEngine, run, startProgram, writer } from './engine.ts'

const programs = { server: '/usr/bin/virtuoso-t', sql: '/usr/bin/isql-vt' }

/** What is to be done where it is not installed; undefined if it is. */
export const missingVirtuoso = Object.values(programs).every(existsSync) ? undefined : 'test/real/install/virtuoso.sh'

export interface VirtuosoOptions {
  /** Of 8 kB each. */
  readonly buffers?: number
  /** `ResultSetMaxRows`; without it nothing is cut short. */
  readonly maxRows?: number
}

export function startVirtuoso(options: VirtuosoOptions = {}): Promise<RunningEngine> {
  return inFolder('virtuoso', (folder) => start(folder, options))
}

async function start(folder: string, { buffers = 40_000, maxRows }: VirtuosoOptions) {
  const [port, sqlPort] = [await freePort(), await freePort()]
  const ini = join(folder, 'virtuoso.ini')
  const parameters = [`NumberOfBuffers=${buffers}`, `MaxDirtyBuffers=${Math.floor(buffers * 0.75)}`]
  const sparql = maxRows === undefined ? [] : [`ResultSetMaxRows=${maxRows}`]
  await writeFile(ini, virtuosoIni({ folder, loadsFrom: folder, port, sqlPort, threads: 32, parameters, sparql }))
  const endpoint = `http://127.0.0.1:${port}/sparql`
  const program = await startProgram(programs.server, ['+foreground', '+configfile', ini], endpoint)
  const { user, password } = writer
  const sql = async (statement: string) =>
    run(programs.sql, [`127.0.0.1:${sqlPort}`, 'dba', 'dba', 'VERBOSE=OFF', `exec=${statement};`])
  await sql(`DB.DBA.USER_CREATE('${user}', '${password}')`)
  await sql(`GRANT SPARQL_UPDATE TO "${user}"`)
  const settings = { SPARQL_ENDPOINT: endpoint, SPARQL_USER: user, SPARQL_PASSWORD: password }
  return { endpoint, settings, ...program }
}
