/**
 * Before the tests that run over an engine of others: it is started, and the shipped graph is put there.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { TestProject } from 'vitest/node'
import { loadTo } from '../../../../src/commands/load.ts'
import { createConfig } from '../../../../src/config.ts'
import { secret } from '../../../query/remote/secret.ts'
import { baseIri } from '../../../support/dataset.ts'
import { startFuseki } from '../fuseki.ts'
import { reach } from '../reach.ts'
import { startVirtuoso } from '../virtuoso.ts'

/** What others have in the same engine: nobody who asks us sees it. */
const ofOthers = `INSERT DATA { GRAPH <${secret.graph}> { <${secret.subject}> <${secret.property}> "${secret.text}" ; a <${baseIri}ontology#Commons> } }`

const engines = { fuseki: startFuseki, virtuoso: startVirtuoso }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await engines[project.name as keyof typeof engines]()
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-same-'))
  const settings = { PUBLIC_URL: baseIri, LOG_LEVEL: 'silent', RELEASES_DIR: folder, ...engine.settings }
  const notes = Object.assign(new PassThrough(), { isTTY: false }).resume()
  const { signal } = new AbortController()
  await loadTo(createConfig(settings), engine.endpoint, notes as never, signal)
  using reached = await reach(settings, signal)
  await reached.engine.update(ofOthers, signal)
  project.provide('engine', engine.settings)
  project.provide('engineName', project.name)
  return () => engine.stop()
}
