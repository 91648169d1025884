/**
 * An engine of others as `npm run load` reaches it, for tests that write and look there themselves.
 */
import { createConfig } from '../../../src/config.ts'
import { addressesOf } from '../../../src/endpoint/addresses.ts'
import { loginOf } from '../../../src/endpoint/credentials.ts'
import { Engine } from '../../../src/endpoint/engine.ts'
import { Exchange } from '../../../src/endpoint/exchange.ts'

export interface Reached extends Disposable {
  readonly engine: Engine
  /** Its connections, which go when this is disposed of. */
  readonly exchange: Exchange
}

/** @param settings the settings of the program that name the engine. @throws what `Engine.reach` does */
export async function reach(settings: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Reached> {
  const config = createConfig(settings)
  const exchange = new Exchange({ login: loginOf(config), connections: 8, silenceMs: 60_000 })
  try {
    const engine = await Engine.reach(addressesOf(config), exchange, signal)
    return { engine, exchange, [Symbol.dispose]: () => exchange[Symbol.dispose]() }
  } catch (error) {
    exchange[Symbol.dispose]()
    throw error
  }
}
