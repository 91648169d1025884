/** Virtuoso Open Source 7: anybody reads, a user of its own writes. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../support/ports.ts'
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
  await writeFile(ini, configuration(folder, sqlPort, port, buffers, maxRows))
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

const configuration = (folder: string, sqlPort: number, port: number, buffers: number, maxRows: number | undefined) => `
[Database]
DatabaseFile=${folder}/virtuoso.db
ErrorLogFile=${folder}/virtuoso.log
LockFile=${folder}/virtuoso.lck
TransactionFile=${folder}/virtuoso.trx
xa_persistent_file=${folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile=${folder}/virtuoso-temp.db
TransactionFile=${folder}/virtuoso-temp.trx
[Parameters]
ServerPort=127.0.0.1:${sqlPort}
DisableUnixSocket=1
ServerThreads=50
DirsAllowed=${folder}
NumberOfBuffers=${buffers}
MaxDirtyBuffers=${Math.floor(buffers * 0.75)}
[HTTPServer]
ServerPort=127.0.0.1:${port}
ServerThreads=32
MaxKeepAlives=32
KeepAliveTimeout=60
[SPARQL]
${maxRows === undefined ? '' : `ResultSetMaxRows=${maxRows}`}
`
