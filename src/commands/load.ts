/**
 * The command `load`: the release of the data as it is now into an engine of others.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, engineAddress } from '../config.ts'
import { addressesOf } from '../endpoint/addresses.ts'
import { loginOf } from '../endpoint/credentials.ts'
import { Engine } from '../endpoint/engine.ts'
import { Exchange } from '../endpoint/exchange.ts'
import { EndpointError } from '../endpoint/failure.ts'
import { FaultsError } from '../errors.ts'
import { load } from '../load/load.ts'
import type { Output } from '../progress.ts'
import { prepareRelease } from '../release/prepared.ts'

/** An engine counts millions of statements without a word. */
const silenceMs = 600_000

/** Two requests at once when it is read back, and never more. */
const connections = 2

/**
 * @param to the engine's query address, or that of a dataset in it; `SPARQL_ENDPOINT` if nothing is said
 * @param notes for what is said on the way
 * @param signal ends the work; the same command goes on from there
 * @returns a sentence about what is there now
 * @throws FaultsError with what is wrong in the data, or with the engine
 */
export async function loadTo(
  config: Config,
  to: string | undefined,
  notes: Output,
  signal: AbortSignal,
): Promise<string> {
  const addresses = addressesOf({ ...config, sparqlEndpoint: queryAddress(config, to) })
  using exchange = new Exchange({ login: loginOf(config), connections, silenceMs })
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-load-'))
  try {
    const engine = await Engine.reach(addresses, exchange, signal)
    const { snapshot, version } = await prepareRelease(config, join(folder, 'snapshot'))
    return await load({ snapshot, version, baseIri: config.baseIri, engine, notes, signal })
  } catch (error) {
    if (signal.aborted) throw new FaultsError([{ message: 'load: stopped. The same command goes on from there.' }])
    throw error instanceof EndpointError ? new FaultsError([{ message: `load: ${error.message}` }]) : error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function queryAddress({ sparqlEndpoint }: Config, to: string | undefined): string {
  const given = to ?? sparqlEndpoint
  if (!given) {
    const example = 'npm run load -- --to http://localhost:3030/ds'
    throw new FaultsError([{ message: `load: say where to, by --to or SPARQL_ENDPOINT, as in: ${example}` }])
  }
  try {
    return engineAddress(given)
  } catch (error) {
    throw new FaultsError([{ message: `load: --to: the address ${(error as Error).message}` }])
  }
}
