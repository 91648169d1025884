/**
 * Makes the release of what an engine of others has, for `releaseInThread`.
 */
import { workerData } from 'node:worker_threads'
import { contextUrl, readContext } from '../dataset/context.ts'
import { graphNames } from '../dataset/graphs.ts'
import { addressesOf } from '../endpoint/addresses.ts'
import { askingAt } from '../endpoint/asking.ts'
import { loginOf } from '../endpoint/credentials.ts'
import { Exchange } from '../endpoint/exchange.ts'
import { placeOf } from '../endpoint/release-place.ts'
import { JsonLd } from '../rdf/jsonld.ts'
import { releaseFrom } from '../release/from-store.ts'
import { allNQuads } from '../store/remote/all-quads.ts'
import type { ReleaseOrder } from './release-in-thread.ts'

const { config, version } = workerData as ReleaseOrder
const { baseIri, publicUrl, releasesDir } = config
using exchange = new Exchange({
  login: loginOf(config),
  connections: 1,
  silenceMs: config.queryTimeoutMs,
})
const ask = askingAt(addressesOf(config).query, exchange)
const jsonLd = new JsonLd(contextUrl(publicUrl), await readContext(config.ontologyDir))
const nQuads = allNQuads(ask, placeOf(baseIri, version.name), graphNames(baseIri).dataset)
await releaseFrom(nQuads, version, { baseIri, publicUrl, releasesDir, jsonLd })
