/** Reconciliation services over the planet: what is asked of them is the Reconciliation Service API. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlanetFile } from '../planet/file.ts'
import { planetNames } from '../planet/labels.ts'
import { ours } from './ours.ts'
import type { Peer, Place } from './peer.ts'
import { installed, type Program, run, startServer } from './program.ts'

const program = (name: string) => join(installed, 'reconcilers/bin', name)
const missing = () => (existsSync(program('datasette')) ? undefined : 'test/bench/install/reconcilers.sh')

const oursReconciling: Peer = {
  ...ours,
  async start(data, place) {
    const running = await ours.start(data, place)
    return { ...running, endpoint: new URL('/reconcile', running.endpoint).href }
  },
}

/** It compares a name with every row. */
const csvReconcile: Peer = {
  name: 'csv-reconcile',
  missing,
  start: (data, place) =>
    serveTable(data, place, {
      path: 'reconcile',
      settings: 'csv-reconcile init names.tsv id name; flask --app "csv_reconcile:create_app()" run',
      // Its tables lie where it is started.
      make: (table) => run('env', ['-C', place.folder, program('csv-reconcile'), 'init', table, 'id', 'name']),
      serve: ['-C', place.folder, program('flask'), '--app', 'csv_reconcile:create_app()', 'run', '--port'],
    }),
}

/** It takes the rows that have all words of a name, as SQLite's index of words finds them. */
const datasetteReconcile: Peer = {
  name: 'datasette-reconcile',
  missing,
  start: (data, place) => {
    const [database, metadata] = [join(place.folder, 'names.db'), join(place.folder, 'metadata.json')]
    const plugin = { 'datasette-reconcile': { id_field: 'id', name_field: 'name' } }
    return serveTable(data, place, {
      path: 'names/things/-/reconcile',
      settings: 'fts5(name); datasette serve --immutable names.db',
      make: async (table) => {
        await writeFile(metadata, JSON.stringify({ databases: { names: { tables: { things: { plugins: plugin } } } } }))
        await run(program('python'), [join(import.meta.dirname, 'names-database.py'), table, database])
      },
      serve: [program('datasette'), 'serve', '--immutable', database, '--metadata', metadata, '--port'],
    })
  },
}

export const reconcilers: readonly Peer[] = [oursReconciling, csvReconcile, datasetteReconcile]

interface TableService {
  /** Of the endpoint. */
  readonly path: string
  readonly settings: string
  /** Makes what is served of a table. */
  make(table: string): Promise<unknown>
  /** What `env` runs, but for the port. */
  readonly serve: readonly string[]
}

/** A service over the identifier and the French name of each thing. */
async function serveTable(
  { file }: PlanetFile,
  { folder, port }: Place,
  { path, settings, make, serve }: TableService,
) {
  const endpoint = `http://127.0.0.1:${port}/${path}`
  const table = join(folder, 'names.tsv')
  const lines = (await planetNames(file)).map(({ id, name }) => `${id}\t${name}\n`)
  await writeFile(table, ['id\tname\n', ...lines].join(''))
  const started = performance.now()
  await make(table)
  const server: Program = await startServer('env', [...serve, String(port)], endpoint)
  return { endpoint, settings, loadSeconds: (performance.now() - started) / 1000, ...server }
}
