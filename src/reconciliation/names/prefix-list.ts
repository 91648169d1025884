/**
 * Names in the order of the alphabet, for what someone is still writing.
 */

export class PrefixList {
  readonly #keys: readonly string[]
  /** The place of each key's name in what the list was made of. */
  readonly #places: readonly number[]

  /** @param keys for each name the texts under which it is looked for */
  constructor(keys: readonly (readonly string[])[]) {
    const entries = keys.flatMap((of, place) => of.map((key) => ({ key, place })))
    entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place))
    this.#keys = entries.map(({ key }) => key)
    this.#places = entries.map(({ place }) => place)
  }

  /** The places of the names that begin so, by alphabet; a name may come again under another key. */
  *startingWith(prefix: string): Generator<number, void> {
    for (let at = this.#first(prefix); this.#keys[at]?.startsWith(prefix); at++) yield this.#places[at]!
  }

  /** Where the first key stands that does not come before a text. */
  #first(text: string): number {
    let [from, to] = [0, this.#keys.length]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (this.#keys[middle]! < text) from = middle + 1
      else to = middle
    }
    return from
  }
}
