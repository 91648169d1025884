/** Virtuoso Open Source 7: its columns, its bulk loader. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../support/ports.ts'
import { base } from '../planet/names.ts'
import type { Peer } from './peer.ts'
import { run, startServer } from './program.ts'

const programs = { server: '/usr/bin/virtuoso-t', sql: '/usr/bin/isql-vt' }

export const virtuoso: Peer = {
  name: 'virtuoso',
  missing: () => (Object.values(programs).every(existsSync) ? undefined : 'test/bench/install/debian.sh'),
  async start({ file }, { folder, port }) {
    const sqlPort = await freePort()
    const ini = join(folder, 'virtuoso.ini')
    await writeFile(ini, configuration(folder, file, sqlPort, port))
    const sparql = `http://127.0.0.1:${port}/sparql`
    const program = await startServer(programs.server, ['+foreground', '+configfile', ini], sparql)
    const started = performance.now()
    const [directory, name] = [file.slice(0, file.lastIndexOf('/')), file.slice(file.lastIndexOf('/') + 1)]
    // The graph is for what has none in the file.
    for (const statement of [`ld_dir('${directory}', '${name}', '${base}')`, 'rdf_loader_run()', 'checkpoint']) {
      await run(programs.sql, [`127.0.0.1:${sqlPort}`, 'dba', 'dba', `exec=${statement};`])
    }
    return {
      // Its own triples stand in graphs beside ours.
      endpoint: `${sparql}?default-graph-uri=${encodeURIComponent(base)}`,
      // Without this it describes what points at a thing too, which is another answer.
      rephrase: (text, form) => (form === 'DESCRIBE' ? `define sql:describe-mode "CBD"\n${text}` : text),
      settings: `${shown.join(' ')}; default-graph-uri`,
      loadSeconds: (performance.now() - started) / 1000,
      ...program,
    }
  },
}

/** What its documentation advises for 2 GB of memory. */
const shown = ['NumberOfBuffers=170000', 'MaxDirtyBuffers=130000', 'ThreadsPerQuery=2', 'ResultSetMaxRows=100000']
const [buffers, dirtyBuffers, threads, rows] = shown

const configuration = (folder: string, file: string, sqlPort: number, port: number) => `
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
ServerThreads=100
DirsAllowed=${file.slice(0, file.lastIndexOf('/'))}
${buffers}
${dirtyBuffers}
${threads}
[HTTPServer]
ServerPort=127.0.0.1:${port}
ServerThreads=64
MaxKeepAlives=64
KeepAliveTimeout=60
[SPARQL]
${rows}
`
