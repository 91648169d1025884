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

const peers: readonly Peer[] = [ours, oxigraph, fuseki, tdb2, virtuoso, comunica]

/** The peers of some names that are installed, and a sentence for each that is not. */
export function peersFor(choose: (names: readonly string[]) => readonly string[]) {
  const names = choose(peers.map(({ name }) => name))
  const wanted = peers.filter(({ name }) => names.includes(name))
  const missing = wanted.flatMap((peer) => (peer.missing() ? [`${peer.name} is missing: ${peer.missing()}\n`] : []))
  return { here: wanted.filter((peer) => !peer.missing()), missing: missing.join('') }
}

export interface Started extends Running {
  readonly name: string
}

/** Starts peers one after the other, so that each loads on a machine of its own. */
export async function startPeers(wanted: readonly Peer[], data: PlanetFile): Promise<readonly Started[]> {
  const started: Started[] = []
  for (const peer of wanted) {
    const folder = join(installed, 'run', peer.name)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const running = await peer.start(data, { folder, port: await freePort() })
    const stop = async () => {
      await running.stop()
      await rm(folder, { recursive: true, force: true })
    }
    started.push({ ...running, name: peer.name, stop })
  }
  return started
}
