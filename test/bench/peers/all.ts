/** All peers by name, and how several are started beside each other. */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../support/ports.ts'
import type { PlanetFile } from '../planet/file.ts'
import { comunica } from './comunica.ts'
import { fuseki, tdb2 } from './fuseki.ts'
import { ours } from './ours.ts'
import { oxigraph } from './oxigraph.ts'
import type { Peer, Running } from './peer.ts'
import { installed } from './program.ts'
import { virtuoso } from './virtuoso.ts'

/** Those that answer queries. */
export const peers: readonly Peer[] = [ours, oxigraph, fuseki, tdb2, virtuoso, comunica]

export interface Started extends Running {
  readonly name: string
}

export interface StartedPeers extends AsyncDisposable {
  readonly peers: readonly Started[]
  /** A line for each that is not there. */
  readonly missing: string
}

/** Starts peers one after the other, so that each loads on a machine of its own. */
export async function startPeers(wanted: readonly Peer[], data: PlanetFile): Promise<StartedPeers> {
  const peers: Started[] = []
  let missing = ''
  for (const peer of wanted) {
    console.error(`starting ${peer.name}`)
    const script = peer.missing()
    if (script) missing += `- ${peer.name} is missing: install it with ${script}\n`
    else
      await start(peer, data).then(
        (one) => peers.push(one),
        (error) => (missing += `- ${peer.name}: ${error.message}\n`),
      )
  }
  const stop = async () => {
    for (const peer of peers) await peer.stop()
  }
  return { peers, missing, [Symbol.asyncDispose]: stop }
}

async function start(peer: Peer, data: PlanetFile): Promise<Started> {
  const folder = join(installed, 'run', peer.name.replaceAll(' ', '-'))
  const clear = () => rm(folder, { recursive: true, force: true })
  await clear()
  await mkdir(folder, { recursive: true })
  const running = await peer.start(data, { folder, port: await freePort() })
  const stop = async () => {
    await running.stop()
    await clear()
  }
  return { ...running, name: peer.name, stop }
}
