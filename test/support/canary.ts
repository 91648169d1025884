/**
 * A listener that nobody has a reason to speak to.
 */

import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

export interface Canary {
  /** Ends in `/`. */
  readonly address: string
  /** Connections so far. */
  knocks(): number
  close(): void
}

export async function startCanary(): Promise<Canary> {
  let count = 0
  const listener = createServer((socket) => {
    count++
    socket.destroy()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, knocks: () => count, close: () => void listener.close() }
}
