/**
 * The names of all things, found by what is written nearly like them and by how they begin.
 */

import { type FoldedName, foldName } from '../../names/fold.ts'
import { type Likeness, likeness } from '../../names/likeness.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Work } from '../../turns.ts'
import { type GramIndex, gramIndexOf } from './gram-index.ts'
import { type PrefixList, prefixListOf } from './prefix-list.ts'
import { type Spelling, spellingsOf } from './spellings.ts'

export interface NamedThing {
  readonly iri: string
  readonly likeness: Likeness
}

/** So many spellings are compared letter by letter. */
const compared = 30

/** What a part of a name is to the whole: enough to be found by, and less than the name of anything else, whatever its type. */
const partShare = 0.68

/** From so alike on a name may be what someone meant who has not written all of it. */
const nearly = 0.6

/** Those of the things under `id/`. */
export function* namesOf(source: QuadReader, baseIri: string): Work<Names> {
  const spellings = yield* spellingsOf(source, baseIri)
  const grams = yield* gramIndexOf(spellings.map(({ name }) => name.words))
  const prefixes = yield* prefixListOf(
    spellings.map(({ name: { text, words }, isPart }) => (isPart ? [] : [...new Set([text, words.join(' ')])])),
  )
  return new Names(spellings, grams, prefixes)
}

export class Names {
  readonly #spellings: readonly Spelling[]
  readonly #grams: GramIndex
  readonly #prefixes: PrefixList

  /** The indexes know the spellings by their places. */
  constructor(spellings: readonly Spelling[], grams: GramIndex, prefixes: PrefixList) {
    this.#spellings = spellings
    this.#grams = grams
    this.#prefixes = prefixes
  }

  /** The things by IRI. */
  things(): Set<string> {
    return new Set(this.#spellings.map(({ iri }) => iri))
  }

  /** The things with a name like this one, each with its best spelling, the most alike first. */
  like(name: FoldedName): NamedThing[] {
    const found = new Map<string, Likeness>()
    for (const place of this.#nearest(name)) {
      const spelling = this.#spellings[place]!
      const { iri } = spelling
      const { value, certain } = likeness(name, spelling.name)
      const alike = { value: value * (spelling.isPart ? partShare : 1), certain: certain && spelling.isProper }
      const known = found.get(iri)
      if (!known || isBetter(alike, known)) found.set(iri, alike)
    }
    return Array.from(found, ([iri, likeness]) => ({ iri, likeness })).sort(
      (a, b) => b.likeness.value - a.likeness.value || (a.iri < b.iri ? -1 : 1),
    )
  }

  /** The IRIs of the things whose name begins so, by alphabet, then of those that it may be a part of. */
  *startingWith(text: string): Generator<string, void> {
    const name = foldName(text)
    if (!name.text) return
    const given = new Set<string>()
    for (const place of this.#inOrder(name)) {
      const { iri } = this.#spellings[place]!
      if (given.has(iri)) continue
      given.add(iri)
      yield iri
    }
  }

  *#inOrder(name: FoldedName): Generator<number, void> {
    yield* this.#prefixes.startingWith(name.text)
    for (const place of this.#nearest(name)) if (this.#mayBePart(name, this.#spellings[place]!.name)) yield place
  }

  /** Whether all words of what was written begin words of a name, or are nearly the name. */
  #mayBePart(written: FoldedName, name: FoldedName): boolean {
    const begun = written.words.every((word) => name.words.some((whole) => whole.startsWith(word)))
    return begun || likeness(written, name).value >= nearly
  }

  #nearest({ words }: FoldedName): number[] {
    return this.#grams.nearest(words, compared)
  }
}

function isBetter(one: Likeness, other: Likeness): boolean {
  return one.value > other.value || (one.value === other.value && one.certain && !other.certain)
}
