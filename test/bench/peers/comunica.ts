/** Comunica over n3's store behind a server of a few lines. */
import type { Peer } from './peer.ts'
import { startNode } from './program.ts'

const flags = ['--max-old-space-size=8192']

export const comunica: Peer = {
  name: 'comunica-n3',
  missing: () => undefined,
  async start({ file }, { port }) {
    const endpoint = `http://127.0.0.1:${port}/sparql`
    const started = performance.now()
    const program = await startNode('comunica-server.ts', [file, String(port)], endpoint, flags)
    return {
      endpoint,
      settings: `@comunica/query-sparql over N3.Store, node:http, node ${flags.join(' ')}`,
      loadSeconds: (performance.now() - started) / 1000,
      ...program,
    }
  },
}
