/**
 * What is served of an engine of others (`SPARQL_ENDPOINT`): the release that its register names, and soon the next one
 * when it names another.
 */
import type { Config } from '../config.ts'
import { addressesOf } from '../endpoint/addresses.ts'
import type { AskEngine } from '../endpoint/ask.ts'
import { askingAt } from '../endpoint/asking.ts'
import { loginOf } from '../endpoint/credentials.ts'
import { type Current, currentRelease } from '../endpoint/current-release.ts'
import { Exchange } from '../endpoint/exchange.ts'
import { EndpointError } from '../endpoint/failure.ts'
import { placeOf } from '../endpoint/release-place.ts'
import { FaultsError } from '../errors.ts'
import { createLog } from '../log.ts'
import { RemoteEngine } from '../query/remote/engine.ts'
import { reconciliationOf } from '../reconciliation/reconciliation.ts'
import { ReleaseKeeper } from '../release/keeper.ts'
import { catalogueOf } from '../site/catalogue/catalogue.ts'
import { type ReadSite, shownOf } from '../site/site.ts'
import { Extents } from '../store/remote/extents.ts'
import { reading, type Scope, whenRead } from '../store/remote/reader.ts'
import { RemoteStore } from '../store/remote/store.ts'
import { inTurns } from '../turns.ts'
import type { Common, Held } from './held.ts'
import type { Holding, Holdings } from './holdings.ts'
import { releaseInThread } from './release-in-thread.ts'

/** Milliseconds between two looks at the register. */
const everyMs = 1000

/** Connections to the engine: the queries of clients, and beside them what pages read. */
const further = 8

/** @throws FaultsError if the engine cannot be reached, or has no release */
export async function holdEngine(config: Config, common: Common): Promise<Held> {
  const log = createLog(config.logLevel)
  const exchange = new Exchange({
    login: loginOf(config),
    connections: config.queryWorkers * 2 + further,
    silenceMs: config.queryTimeoutMs,
  })
  const closing = new AbortController()
  const ask = askingAt(addressesOf(config).query, exchange)
  const given: Given = { config, ask, common, closing: closing.signal }
  const begun = await first(given)
  let looking: NodeJS.Timeout | undefined
  const begin = (holdings: Holdings) => {
    let serving = begun.current
    const look = async () => {
      await follow(serving, holdings, given).then(
        (next) => {
          serving = next
        },
        (error) => log.warn({ err: error }, 'The engine behind this server did not say which release it has'),
      )
      if (looking) looking = setTimeout(look, everyMs)
    }
    looking = setTimeout(look, everyMs)
  }
  const close = async () => {
    clearTimeout(looking)
    looking = undefined
    closing.abort()
    exchange[Symbol.dispose]()
  }
  return { holding: begun.holding, begin, close }
}

/** What every release is held with. */
interface Given {
  readonly config: Config
  readonly ask: AskEngine
  readonly common: Common
  /** Aborted when the server stops. */
  readonly closing: AbortSignal
}

async function first(given: Given): Promise<{ readonly current: Current; readonly holding: Holding }> {
  const { config, ask } = given
  try {
    const current = await currentRelease(ask, config.baseIri)
    if (current) return { current, holding: await hold(current, given) }
  } catch (error) {
    const { message, cause } = error as Error
    // What went wrong with the exchange names the address and what to do: it is for the operator.
    const words = cause instanceof EndpointError ? cause.message : `the engine ${message}`
    throw new FaultsError([{ message: `SPARQL_ENDPOINT: ${words}` }])
  }
  throw new FaultsError([
    { message: `SPARQL_ENDPOINT: there is no release of ${config.baseIri} in the engine: npm run load puts it there` },
  ])
}

/** Puts the release that the register names in place, when it is another one or is described otherwise. @returns it */
async function follow(serving: Current, holdings: Holdings, given: Given): Promise<Current> {
  const current = await currentRelease(given.ask, given.config.baseIri)
  if (!current) return serving
  const isSame = current.version.name === serving.version.name && current.description === serving.description
  if (isSame) return serving
  holdings.exchange(await hold(current, given))
  return current
}

async function hold({ version, triples }: Current, { config, ask, common, closing }: Given): Promise<Holding> {
  const { baseIri } = config
  const release = placeOf(baseIri, version.name)
  const extents = new Extents(ask, release)
  const store = await RemoteStore.open({ ask, release, version, triples, extents }, baseIri)
  const { budget, jsonLd, releases } = common
  const engine = new RemoteEngine({
    ask,
    release,
    jsonLd: async () => jsonLd,
    atOnce: config.queryWorkers * 2,
    queue: config.queryQueue,
    timeoutMs: config.queryTimeoutMs,
    budget,
    maxBytes: 256 * 1024 * 1024,
    serviceAllow: config.serviceAllow,
  })
  const publish = () => releaseInThread({ config, version }, closing)
  const begun = releases.release(version.name).then(async (found) => {
    if (!found) await publish()
  })
  begun.catch((error) => {
    if (closing.aborted) return
    createLog(config.logLevel).warn({ err: error }, 'The release could not be made of what the engine has')
  })
  const keeper = new ReleaseKeeper(releases, version.name, publish, begun)
  return {
    store,
    engine,
    readSite: siteIn(extents, store, config),
    readReconciliation: reconciliationIn(extents, config),
    release: () => keeper.release(),
  }
}

/** The site over what is read of a release: its catalogue of what is said of all things, a page of what it needs. */
function siteIn(extents: Extents, store: RemoteStore, config: Config): ReadSite {
  const settings = { ...shownOf(config), version: store.version(), subjects: () => store.subjects() }
  const catalogue = later(() => reading(extents, 'whole', (reader) => inTurns(catalogueOf(reader, config.baseIri))))
  const read =
    (scope: Scope): ReadSite =>
    async (make) => {
      const known = await catalogue()
      return reading(extents, scope, (source) => make({ ...settings, source, catalogue: known, whole: read('whole') }))
    }
  return read('things')
}

function reconciliationIn(extents: Extents, config: Config): Holding['readReconciliation'] {
  const made = later(() => reading(extents, 'whole', (reader) => inTurns(reconciliationOf(reader, config))))
  return async (work) => {
    const parts = await made()
    return whenRead(extents, () => work(parts))
  }
}

/** Made when it is first asked for; what failed is tried again. */
function later<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error) => {
      made = undefined
      throw error
    })
    return made
  }
}
