/**
 * Finds the names that share most with a text, rare pieces counting more: a list of names for each gram, of which only the
 * shortest are read, so that what everyone has costs nothing.
 */
import { gramCount, gramsOf } from './grams.ts'

/** So many entries of lists are read at most, and the shortest list in any case. */
const entriesRead = 20_000

export class GramIndex {
  /** Where the list of each gram begins, and where the last one ends. */
  readonly #offsets = new Uint32Array(gramCount + 1)
  /** The names of each gram, list after list. */
  readonly #lists: Uint32Array
  readonly #weights: Float32Array
  /** What all grams of each name weigh together. */
  readonly #wholes: Float32Array
  /** What is shared with each name while one text is looked for, and 0 before and after. */
  readonly #shared: Float32Array

  /** @param names the words of each name, which is known by its place from here on */
  constructor(names: readonly (readonly string[])[]) {
    const offsets = this.#offsets
    for (const words of names) for (const gram of gramsOf(words)) offsets[gram + 1]!++
    this.#weights = Float32Array.from({ length: gramCount }, (_, gram) => Math.log1p(names.length / offsets[gram + 1]!))
    for (let gram = 0; gram < gramCount; gram++) offsets[gram + 1]! += offsets[gram]!
    this.#lists = new Uint32Array(offsets[gramCount]!)
    this.#wholes = new Float32Array(names.length)
    this.#shared = new Float32Array(names.length)
    const ends = offsets.slice()
    names.forEach((words, name) => {
      for (const gram of gramsOf(words)) {
        this.#lists[ends[gram]!++] = name
        this.#wholes[name]! += this.#weights[gram]!
      }
    })
  }

  /** The places of the names that share most with a text, at most so many, the nearest first. */
  nearest(words: readonly string[], most: number): number[] {
    const grams = [...gramsOf(words)]
      .filter((gram) => this.#length(gram))
      .sort((a, b) => this.#length(a) - this.#length(b))
    const whole = grams.reduce((sum, gram) => sum + this.#weights[gram]!, 0)
    const touched: number[] = []
    let read = 0
    for (const gram of grams) {
      read += this.#length(gram)
      if (read > entriesRead && touched.length) break
      const weight = this.#weights[gram]!
      for (let at = this.#offsets[gram]!; at < this.#offsets[gram + 1]!; at++) {
        const name = this.#lists[at]!
        if (this.#shared[name] === 0) touched.push(name)
        this.#shared[name]! += weight
      }
    }
    const best = new Best(most)
    for (const name of touched) {
      best.add(name, this.#shared[name]! / (whole + this.#wholes[name]!))
      this.#shared[name] = 0
    }
    return best.names
  }

  #length(gram: number): number {
    return this.#offsets[gram + 1]! - this.#offsets[gram]!
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
