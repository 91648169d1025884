/**
 * Names in the order of the alphabet, for what someone is still writing.
 */
import { sorted, type Work } from '../../turns.ts'

interface Entry {
  readonly key: string
  /** Of the key's name in what the list was made of. */
  readonly place: number
}

/** @param keys for each name the texts under which it is looked for */
export function* prefixListOf(keys: readonly (readonly string[])[]): Work<PrefixList> {
  const entries = keys.flatMap((of, place) => of.map((key) => ({ key, place })))
  yield
  return new PrefixList(yield* sorted(entries, (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place)))
}

export class PrefixList {
  readonly #entries: readonly Entry[]

  /** @param entries by alphabet */
  constructor(entries: readonly Entry[]) {
    this.#entries = entries
  }

  /** The places of the names that begin so, by alphabet; a name may come again under another key. */
  *startingWith(prefix: string): Generator<number, void> {
    for (let at = this.#first(prefix); this.#entries[at]?.key.startsWith(prefix); at++) yield this.#entries[at]!.place
  }

  /** Where the first key stands that does not come before a text. */
  #first(text: string): number {
    let [from, to] = [0, this.#entries.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#entries[middle]!.key < text) from = middle + 1
      else to = middle
    }
    return from
  }
}
