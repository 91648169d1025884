/** Reconciliation services over the planet: what is asked of them is the Reconciliation Service API. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { planetNames } from '../planet/labels.ts'
import { ours } from './ours.ts'
import type { Peer } from './peer.ts'
import { installed, run, startServer } from './program.ts'

const program = (name: string) => join(installed, 'csv-reconcile/bin', name)

/** It compares a name with every row; of each thing it has the French name. */
const csvReconcile: Peer = {
  name: 'csv-reconcile',
  missing: () => (existsSync(program('flask')) ? undefined : 'test/bench/install/csv-reconcile.sh'),
  async start({ file }, { folder, port }) {
    const endpoint = `http://127.0.0.1:${port}/reconcile`
    const table = join(folder, 'names.tsv')
    const lines = (await planetNames(file)).map(({ id, name }) => `${id}\t${name}\n`)
    await writeFile(table, ['id\tname\n', ...lines].join(''))
    const started = performance.now()
    // Its tables lie where it is started.
    await run('env', ['-C', folder, program('csv-reconcile'), 'init', table, 'id', 'name'])
    const serve = ['--app', 'csv_reconcile:create_app()', 'run', '--port', String(port)]
    const server = await startServer('env', ['-C', folder, program('flask'), ...serve], endpoint)
    return {
      endpoint,
      settings: 'csv-reconcile init names.tsv id name; flask --app "csv_reconcile:create_app()" run',
      loadSeconds: (performance.now() - started) / 1000,
      ...server,
    }
  },
}

const oursReconciling: Peer = {
  ...ours,
  async start(data, place) {
    const running = await ours.start(data, place)
    return { ...running, endpoint: new URL('/reconcile', running.endpoint).href }
  },
}

export const reconcilers: readonly Peer[] = [oursReconciling, csvReconcile]
