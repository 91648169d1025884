/**
 * Questions to an engine over HTTP.
 */
import type { IncomingMessage } from 'node:http'
import { type AskEngine, EngineError } from './ask.ts'
import { type Exchange, mediaTypeOf, queryTo } from './exchange.ts'
import { EndpointError } from './failure.ts'
import { cutShort, gaveUp, quirksOf } from './quirks.ts'

const resultsJson = 'application/sparql-results+json'

/** @param address where the engine takes queries */
export function askingAt(address: string, exchange: Exchange): AskEngine {
  return async (query, signal) => {
    const response = await exchange.open(queryTo(address, query, resultsJson), signal).catch((error: unknown) => {
      throw faultOf(error)
    })
    const wrong = wrongIn(response)
    if (!wrong) return Object.assign(response, { restored: quirksOf(response.headers).restored })
    response.destroy()
    throw wrong
  }
}

function faultOf(error: unknown): unknown {
  if (!(error instanceof EndpointError)) return error
  const { status, message } = error
  const options = { cause: error }
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException
  if (status === undefined && code === 'ETIMEDOUT') return new EngineError('timeout', 'says nothing', options)
  if (status === undefined) return new EngineError('failed', 'cannot be reached or broke off', options)
  if (gaveUp(status, message)) return new EngineError('timeout', 'gave up', options)
  if (status === 429 || status === 503) return new EngineError('overloaded', 'has too much to do', options)
  if (status === 400) return new EngineError('refused', 'does not take the query', options)
  return new EngineError('failed', `answered with status ${status}`, options)
}

/** What is wrong with an answer before it is read. */
function wrongIn(response: IncomingMessage): EngineError | undefined {
  const { headers } = response
  if (mediaTypeOf(response) !== resultsJson)
    return new EngineError('failed', 'answered with something else than SPARQL results')
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') {
    return new EngineError('failed', 'answered in a coding it was not asked for')
  }
  const cut = cutShort(headers)
  return cut === undefined
    ? undefined
    : new EngineError('failed', 'gives only a part of the answer', { cause: new Error(cut) })
}
