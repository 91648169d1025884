/**
 * The current release may have been damaged or taken away since it was made, also under a running server. It is made anew,
 * once at a time; where that fails, not again soon.
 */
import type { StoredReleases } from './stored-releases.ts'

/** Milliseconds after which a release that could not be made is tried again. */
const pause = 60_000

export class ReleaseKeeper {
  readonly #releases: StoredReleases
  readonly #name: string
  readonly #make: () => Promise<void>
  #making: { readonly since: number; readonly done: Promise<void> } | undefined

  /** @param begun what has been begun already: nobody makes the same beside it */
  constructor(releases: StoredReleases, name: string, make: () => Promise<void>, begun: Promise<void>) {
    this.#releases = releases
    this.#name = name
    this.#make = make
    this.#making = { since: performance.now(), done: begun }
    begun.then(
      () => {
        this.#making = undefined
      },
      () => {},
    )
  }

  /** Settled as soon as the release is whole. @throws what making it does */
  async release(): Promise<void> {
    if (await this.#releases.release(this.#name)) {
      this.#making = undefined
      return
    }
    if (!this.#making || performance.now() - this.#making.since > pause) {
      this.#making = { since: performance.now(), done: this.#make() }
    }
    return this.#making.done
  }
}
