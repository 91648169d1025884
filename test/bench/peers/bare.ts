/** A handler of Fastify that answers 600 bytes to whatever it is asked: what HTTP alone costs in this runtime. */
import type { Peer } from './peer.ts'
import { startNode } from './program.ts'

export const bare: Peer = {
  name: 'a bare Fastify handler',
  missing: () => undefined,
  async start(_data, { port }) {
    const endpoint = `http://127.0.0.1:${port}/`
    const program = await startNode('bare-server.ts', [String(port)], endpoint)
    return { endpoint, settings: '600 bytes', loadSeconds: 0, ...program }
  },
}
