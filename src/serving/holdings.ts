/**
 * What is served of one version of the data, and how another version takes its place under a running server: a request
 * keeps to its end the one that it began with, so no answer is mixed from two.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Services } from '../http/services.ts'

/** What is of one version. */
export type Holding = Pick<Services, 'store' | 'engine' | 'readSite' | 'readReconciliation' | 'release'>

export class Holdings {
  #newest: Holding
  readonly #ofRequest = new AsyncLocalStorage<Holding>()
  /** Each does what that of the request's version does. */
  readonly services: Holding

  constructor(first: Holding) {
    this.#newest = first
    const of = () => this.#ofRequest.getStore() ?? this.#newest
    this.services = {
      store: standIn(() => of().store),
      engine: standIn(() => of().engine),
      readSite: (make) => of().readSite(make),
      readReconciliation: (work) => of().readReconciliation(work),
      release: () => of().release(),
    }
  }

  get newest(): Holding {
    return this.#newest
  }

  /** Requests that come from now on get this one. */
  exchange(next: Holding): void {
    this.#newest = next
  }

  /** Goes on with a request, for which the version is settled by that. @param kept what an earlier call gave */
  enter(go: () => void, kept: Holding = this.#newest): Holding {
    this.#ofRequest.run(kept, go)
    return kept
  }
}

/** An object whose members are those of another one, whichever that is at the time. */
export function standIn<T extends object>(now: () => T): T {
  return new Proxy({} as T, {
    get(_, name) {
      const target = now()
      const member = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
