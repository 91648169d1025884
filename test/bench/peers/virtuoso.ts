/** Virtuoso Open Source 7: its columns, its bulk loader. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { freePort } from '../../support/ports.ts'
import { virtuosoIni } from '../../support/virtuoso-ini.ts'
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
    const loadsFrom = dirname(file)
    await writeFile(ini, virtuosoIni({ folder, loadsFrom, port, sqlPort, threads: 64, parameters, sparql }))
    const address = `http://127.0.0.1:${port}/sparql`
    const program = await startServer(programs.server, ['+foreground', '+configfile', ini], address)
    const started = performance.now()
    // The graph is for what has none in the file.
    for (const statement of [
      `ld_dir('${loadsFrom}', '${basename(file)}', '${base}')`,
      'rdf_loader_run()',
      'checkpoint',
    ]) {
      await run(programs.sql, [`127.0.0.1:${sqlPort}`, 'dba', 'dba', `exec=${statement};`])
    }
    return {
      // Its own triples stand in graphs beside ours.
      endpoint: `${address}?default-graph-uri=${encodeURIComponent(base)}`,
      // Without this it describes what points at a thing too, which is another answer.
      rephrase: (text, form) => (form === 'DESCRIBE' ? `define sql:describe-mode "CBD"\n${text}` : text),
      settings: `${[...parameters, ...sparql].join(' ')}; default-graph-uri`,
      loadSeconds: (performance.now() - started) / 1000,
      ...program,
    }
  },
}

/** What its documentation advises for 2 GB of memory. */
const parameters = ['NumberOfBuffers=170000', 'MaxDirtyBuffers=130000', 'ThreadsPerQuery=2']
const sparql = ['ResultSetMaxRows=100000']
