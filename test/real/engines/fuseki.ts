/** Apache Jena Fuseki 5 over TDB2; nobody reads or writes there without a password. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../support/dataset.ts'
import { jettyXml } from '../../support/jetty.ts'
import { freePort } from '../../support/ports.ts'
import { inFolder, type RunningEngine, startProgram, writer } from './engine.ts'

const folderOfJar = join(root, '.real/fuseki')

/** What is to be done where it is not installed; undefined if it is. */
export const missingFuseki = existsSync(join(folderOfJar, 'installed')) ? undefined : 'test/real/install/fuseki.sh'

export interface FusekiOptions {
  /** How it asks for the password. */
  readonly auth?: 'basic' | 'digest'
  /** Megabytes of Java's heap. */
  readonly heapMb?: number
}

export function startFuseki(options: FusekiOptions = {}): Promise<RunningEngine> {
  return inFolder('fuseki', (folder) => start(folder, options))
}

async function start(folder: string, { auth = 'basic', heapMb = 1024 }: FusekiOptions) {
  const port = await freePort()
  const [jetty, configuration, passwords, data] = ['jetty.xml', 'fuseki.ttl', 'passwords', 'db'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  await mkdir(data)
  await writeFile(jetty, jettyXml(port))
  await writeFile(configuration, serviceOf(passwords, auth, data))
  // As Jetty's HashLoginService reads it: a file of Java's properties.
  await writeFile(passwords, `${writer.user}: ${inProperties(writer.password)}\n`, { mode: 0o600 })
  const endpoint = `http://127.0.0.1:${port}/ds/sparql`
  const program = await startProgram(
    'java',
    [
      `-Xmx${heapMb}m`,
      '-XX:MaxDirectMemorySize=1g',
      ...['-cp', join(folderOfJar, 'jena-fuseki-server.jar'), 'org.apache.jena.fuseki.main.cmds.FusekiServerCmd'],
      ...['--quiet', `--jetty=${jetty}`, `--config=${configuration}`],
    ],
    endpoint,
  )
  const settings = { SPARQL_ENDPOINT: endpoint, SPARQL_USER: writer.user, SPARQL_PASSWORD: writer.password }
  return { endpoint, settings, ...program }
}

function inProperties(text: string): string {
  return text.replace(/[^ -~]|\\/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Fuseki's documentation, "Fuseki: Configuring Fuseki" and "Data Access Control for Fuseki". */
const serviceOf = (passwords: string, auth: string, data: string) => `
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
[] a fuseki:Server ;
  fuseki:passwd "${passwords}" ;
  fuseki:auth "${auth}" ;
  fuseki:allowedUsers "*" ;
  fuseki:services ( <#ds> ) .
<#ds> a fuseki:Service ;
  fuseki:name "ds" ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:update ; fuseki:name "update" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ] ;
  fuseki:dataset [ a tdb2:DatasetTDB2 ; tdb2:location "${data}" ] .
`
