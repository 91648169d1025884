/** Our server in front of engines of others, into which `npm run load` has put the planet. */
import { createReadStream } from 'node:fs'
import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RunningEngine } from '../../real/engines/engine.ts'
import { missingFuseki, startFuseki } from '../../real/engines/fuseki.ts'
import { missingVirtuoso, startVirtuoso } from '../../real/engines/virtuoso.ts'
import { base } from '../planet/names.ts'
import { ontologyLines } from '../planet/ontology.ts'
import { planetRelease } from '../planet/release.ts'
import type { Peer } from './peer.ts'
import { run, startServer } from './program.ts'

const program = join(import.meta.dirname, '../../../src/main.ts')

export const oursOverFuseki = oursOver('fuseki', missingFuseki, () => startFuseki({ heapMb: 4096 }))
export const oursOverVirtuoso = oursOver('virtuoso', missingVirtuoso, () => startVirtuoso({ buffers: 170_000 }))

function oursOver(name: string, missing: string | undefined, startEngine: () => Promise<RunningEngine>): Peer {
  return {
    name: `ours-over-${name}`,
    missing: () => missing,
    async start({ file }, { folder, port }) {
      const engine = await startEngine()
      try {
        const whole = join(folder, 'planet.nq')
        await writeFile(whole, inGraphs(file))
        await appendFile(whole, await ontologyLines())
        const { settings } = await planetRelease(whole, join(folder, 'loaded'))
        const all = { ...process.env, ...settings, ...engine.settings, QUERY_BUDGET_S: '0', LOG_LEVEL: 'warn' }
        await run(process.execPath, [program, 'load'], { env: all, maxBuffer: 2 ** 26 })
        const env = { ...all, PORT: String(port), RELEASES_DIR: join(folder, 'served') }
        const endpoint = `http://127.0.0.1:${port}/sparql`
        const started = performance.now()
        const server = await startServer(process.execPath, [program, 'serve'], endpoint, env)
        const stop = async () => {
          await server.stop()
          await engine.stop()
        }
        const loadSeconds = (performance.now() - started) / 1000
        return { endpoint, settings: 'the release is in the engine already', loadSeconds, pid: server.pid, stop }
      } catch (error) {
        await engine.stop()
        throw error
      }
    },
  }
}

/** The planet as data of ours are: no statement without a graph. */
async function* inGraphs(file: string): AsyncGenerator<string, void> {
  const triple = /^(\S+ \S+ (?:<[^>]*>|"(?:[^"\\]|\\.)*"\S*)) \.$/
  for await (const line of createInterface(createReadStream(file))) {
    yield `${line.replace(triple, `$1 <${base}graph/planet> .`)}\n`
  }
}
