/**
 * Finds the names that share most with a text, rare pieces counting more: a list of names for each gram, of which only the
 * shortest are read, so that what everyone has costs nothing.
 */
import type { Work } from '../../turns.ts'
import { gramCount, gramsOf } from './grams.ts'

/** So many entries of lists are read at most, and the shortest list in any case. */
const entriesRead = 20_000

interface Lists {
  /** Where the list of each gram begins, and where the last one ends. */
  readonly offsets: Uint32Array
  /** The names of each gram, list after list. */
  readonly names: Uint32Array
  readonly weights: Float32Array
  /** What all grams of each name weigh together. */
  readonly wholes: Float32Array
}

/** @param names the words of each name, which is known by its place from here on */
export function* gramIndexOf(names: readonly (readonly string[])[]): Work<GramIndex> {
  const offsets = new Uint32Array(gramCount + 1)
  for (const words of names) {
    for (const gram of gramsOf(words)) offsets[gram + 1]!++
    yield
  }
  const weights = Float32Array.from({ length: gramCount }, (_, gram) => Math.log1p(names.length / offsets[gram + 1]!))
  for (let gram = 0; gram < gramCount; gram++) offsets[gram + 1]! += offsets[gram]!
  const lists = new Uint32Array(offsets[gramCount]!)
  const wholes = new Float32Array(names.length)
  const ends = offsets.slice()
  for (const [name, words] of names.entries()) {
    for (const gram of gramsOf(words)) {
      lists[ends[gram]!++] = name
      wholes[name]! += weights[gram]!
    }
    yield
  }
  return new GramIndex({ offsets, names: lists, weights, wholes })
}

export class GramIndex {
  readonly #lists: Lists
  /** What is shared with each name while one text is looked for, and 0 before and after. */
  readonly #shared: Float32Array

  constructor(lists: Lists) {
    this.#lists = lists
    this.#shared = new Float32Array(lists.wholes.length)
  }

  /** The places of the names that share most with a text, at most so many, the nearest first. */
  nearest(words: readonly string[], most: number): number[] {
    const { offsets, names, weights, wholes } = this.#lists
    const grams = [...gramsOf(words)]
      .filter((gram) => this.#length(gram))
      .sort((a, b) => this.#length(a) - this.#length(b))
    const whole = grams.reduce((sum, gram) => sum + weights[gram]!, 0)
    const touched: number[] = []
    let read = 0
    for (const gram of grams) {
      read += this.#length(gram)
      if (read > entriesRead && touched.length) break
      const weight = weights[gram]!
      for (let at = offsets[gram]!; at < offsets[gram + 1]!; at++) {
        const name = names[at]!
        if (this.#shared[name] === 0) touched.push(name)
        this.#shared[name]! += weight
      }
    }
    const best = new Best(most)
    for (const name of touched) {
      best.add(name, this.#shared[name]! / (whole + wholes[name]!))
      this.#shared[name] = 0
    }
    return best.names
  }

  #length(gram: number): number {
    const { offsets } = this.#lists
    return offsets[gram + 1]! - offsets[gram]!
  }
}

/** The best few of many: most of them are looked at once and forgotten. */
class Best {
  readonly names: number[] = []
  readonly #scores: number[] = []
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(name: number, score: number): void {
    const scores = this.#scores
    if (scores.length === this.#most) {
      if (score <= scores.at(-1)!) return
      scores.pop()
      this.names.pop()
    }
    let place = scores.length
    while (place > 0 && scores[place - 1]! < score) place--
    scores.splice(place, 0, score)
    this.names.splice(place, 0, name)
  }
}
