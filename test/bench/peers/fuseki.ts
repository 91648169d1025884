/** Apache Jena Fuseki, in memory and over TDB2. */
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { jettyXml } from '../../support/jetty.ts'
import type { Peer } from './peer.ts'
import { installed, run, startServer } from './program.ts'

const jar = join(installed, 'fuseki/jena-fuseki-server-5.6.0.jar')
const missing = () => (existsSync(jar) ? undefined : 'test/bench/install/fuseki.sh')
const server = 'org.apache.jena.fuseki.main.cmds.FusekiServerCmd'

export const fuseki: Peer = {
  name: 'fuseki',
  missing,
  async start({ file, quads }, { folder, port }) {
    const started = performance.now()
    const memory = [`-Xmx${quads > 2e6 ? 16 : 4}g`, '-XX:MaxDirectMemorySize=2g']
    const program = await serve(memory, [`--file=${file}`], folder, port)
    const settings = `java ${memory.join(' ')}, --file, jetty.xml with outputBufferSize 32768`
    return { settings, loadSeconds: (performance.now() - started) / 1000, ...program }
  },
}

export const tdb2: Peer = {
  name: 'fuseki-tdb2',
  missing,
  async start({ file }, { folder, port }) {
    const started = performance.now()
    const place = `--loc=${join(folder, 'db')}`
    await run('java', ['-Xmx4g', '-cp', jar, 'tdb2.tdbloader', '--loader=parallel', place, file])
    const { stdout } = await run('java', ['-Xmx4g', '-cp', jar, 'tdb2.tdbstats', place], { maxBuffer: 2 ** 26 })
    await writeFile(join(folder, 'db/Data-0001/stats.opt'), stdout)
    const memory = ['-Xmx4g', '-XX:MaxDirectMemorySize=2g']
    const program = await serve(memory, ['--tdb2', place], folder, port)
    const settings = `tdb2.tdbloader --loader=parallel, tdb2.tdbstats; java ${memory.join(' ')}, --tdb2, jetty.xml as above`
    return { settings, loadSeconds: (performance.now() - started) / 1000, ...program }
  },
}

async function serve(memory: readonly string[], data: readonly string[], folder: string, port: number) {
  const jetty = join(folder, 'jetty.xml')
  await writeFile(jetty, jettyXml(port))
  const endpoint = `http://127.0.0.1:${port}/ds/sparql`
  const args = [...memory, '-cp', jar, server, '--quiet', `--jetty=${jetty}`, ...data, '/ds']
  return { endpoint, ...(await startServer('java', args, endpoint)) }
}
