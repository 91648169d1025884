/** Oxigraph's server over RocksDB. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Peer } from './peer.ts'
import { installed, run, startServer } from './program.ts'

const program = join(installed, 'oxigraph/bin/oxigraph')

export const oxigraph: Peer = {
  name: 'oxigraph',
  missing: () => (existsSync(program) ? undefined : 'test/bench/install/oxigraph.sh'),
  async start({ file }, { folder, port }) {
    const endpoint = `http://127.0.0.1:${port}/query`
    const started = performance.now()
    const place = ['--location', join(folder, 'db')]
    await run(program, ['load', ...place, '--lenient', '--file', file])
    // Advised where nothing is written any more.
    await run(program, ['optimize', ...place])
    const serve = ['serve-read-only', ...place, '--bind', `127.0.0.1:${port}`]
    const server = await startServer(program, serve, endpoint)
    return {
      endpoint,
      settings: 'oxigraph load --lenient; oxigraph optimize; oxigraph serve-read-only',
      loadSeconds: (performance.now() - started) / 1000,
      ...server,
    }
  },
}
