/** Our own server, all of it but what only the pages need. */

import type { Peer } from './peer.ts'
import { startNode } from './program.ts'

/** Nothing of this changes how a query is evaluated. */
export const settings = {
  QUERY_WORKERS: 2,
  QUERY_QUEUE: 1024,
  QUERY_BUDGET_S: 0,
  QUERY_TIMEOUT_MS: 120_000,
  QUERY_MEMORY_MB: 2048,
}

export const ours = oursWith()

/** With what its pages need. */
export const oursWithPages = oursWith('pages')

function oursWith(...pages: readonly 'pages'[]): Peer {
  return {
    name: 'ours',
    missing: () => undefined,
    async start({ file }, { folder, port }) {
      const endpoint = `http://127.0.0.1:${port}/sparql`
      const started = performance.now()
      const program = await startNode('ours-server.ts', [file, folder, String(port), ...pages], endpoint)
      const shown = Object.entries(settings).map(([name, value]) => `${name}=${value}`)
      return {
        endpoint,
        settings: `${shown.join(' ')}; ${pages.length ? 'with' : 'without'} the pages' index of labels`,
        loadSeconds: (performance.now() - started) / 1000,
        ...program,
      }
    },
  }
}
