/**
 * Chance that can be repeated: every case has a generator of its own, from the seed of the run and its index.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export class Random {
  readonly #generator

  /** The generator of one case, which does not depend on the cases before it. */
  constructor(seed: number, index: number) {
    this.#generator = xoroshiro128plus(mix(mix(seed) ^ index))
    // The first values after similar seeds are similar.
    for (let i = 0; i < 4; i++) this.#generator.next()
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return uniformInt(this.#generator, least, most)
  }

  chance(probability: number): boolean {
    return this.int(0, 9_999) < probability * 10_000
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.int(0, choices.length - 1)]!
  }

  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T {
    const weights = choices.map(([weight]) => Math.round(weight * 100))
    let left = this.int(0, weights.reduce((sum, weight) => sum + weight, 0) - 1)
    const place = weights.findIndex((weight) => {
      left -= weight
      return left < 0
    })
    return choices[place]![1]
  }

  /** `least` to `most` results of a function. */
  list<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.int(least, most) }, (_, index) => make(index))
  }
}

/** The finaliser of MurmurHash3: neighbours become strangers. */
function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) | 0
}
