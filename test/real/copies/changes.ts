/**
 * Rolling changes of version under load.
 */
import { type Fleet, states } from './fleet.ts'
import { load, type Tally } from './load.ts'

export interface Changes extends Tally {
  /** Milliseconds for which each copy was away, each time. */
  readonly away: readonly number[]
}

/** @param clients how many ask all the while */
export async function rollUnderLoad(fleet: Fleet, changes: number, clients: number): Promise<Changes> {
  const tally: Tally = { answers: 0, pinned: 0, elsewhere: 0, faults: [] }
  const done = new AbortController()
  const loading = load(fleet, clients, tally, done.signal)
  const away = []
  try {
    for (let change = 1; change <= changes; change++) {
      const state = states[change % states.length]!
      await fleet.publish(state)
      away.push(...(await fleet.roll(state)))
    }
  } finally {
    done.abort()
    await loading
  }
  return { ...tally, away }
}
