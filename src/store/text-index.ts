/**
 * Finding things by what is said of them: by the names of their kinds, their descriptions, and the facts about them.
 *
 * Of a word only the numbers of the things are kept, which is little beside the texts; those are read again where a thing
 * is found.
 */
import SearchableMap from 'minisearch/SearchableMap'
import type { Literal } from '../rdf/environment.ts'
import { rdf } from '../rdf/environment.ts'
import { cg, dcterms, schema } from '../rdf/namespaces.ts'
import type { QuadReader } from '../rdf/quad-reader.ts'
import { fold } from './search.ts'
import type { Labels, SearchHit, SearchOptions } from './store.ts'

/** Characters of a text that is shown with what was found in it. */
const shown = 160
/** From so many letters on a word may go on, and from the next on it may be misspelt. */
const begins = 3
/** Words of a question. More of them find nothing that these do not. */
const mostWords = 10

interface Text {
  readonly text: string
  readonly language: string
}

/** Words of the texts that a word of the question may mean, with how much each counts. */
type Meant = ReadonlyMap<string, number>

export class TextIndex {
  readonly #source: QuadReader
  readonly #labels: (iri: string) => Labels
  readonly #ownIris: string
  readonly #things: readonly string[]
  /** By word, the places of the things in `#things`. */
  readonly #words = new SearchableMap<Uint32Array>()

  /**
   * @param labels of a thing; what has none is not found
   * @param ownIris how the IRIs of things begin that come before concepts and sources
   */
  constructor(source: QuadReader, labels: (iri: string) => Labels, ownIris: string) {
    this.#source = source
    this.#labels = labels
    this.#ownIris = ownIris
    const places = new Map<string, number>()
    const words = new Map<string, number[]>()
    const add = (iri: string, of: readonly string[]) => {
      if (iri.includes('#') || !Object.keys(labels(iri)).length) return
      let place = places.get(iri)
      const texts = [...of]
      if (place === undefined) {
        place = places.size
        places.set(iri, place)
        // So that a question may name a thing and say something of it.
        texts.push(...Object.values(labels(iri)))
      }
      for (const word of texts.flatMap(wordsOf)) {
        const known = words.get(word)
        if (!known) words.set(word, [place])
        else if (known.at(-1) !== place) known.push(place)
      }
    }
    for (const { subject, object } of source.triples(null, dcterms.type!))
      add(subject.value, Object.values(labels(object.value)))
    for (const { subject, object } of source.triples(null, schema.description!)) add(subject.value, [object.value])
    for (const { subject, object } of source.triples(null, cg.about!)) {
      const texts = [...source.triples(subject, cg.text!)]
      add(
        object.value,
        texts.map((quad) => quad.object.value),
      )
    }
    this.#things = [...places.keys()]
    for (const [word, found] of words) this.#words.set(word, Uint32Array.from(new Set(found)))
  }

  /** The things of which all words are said, the rarest words and our own things first. @param others that are found already */
  search(text: string, { limit, language }: SearchOptions, others: ReadonlySet<string>): SearchHit[] {
    const meant = [...new Set(wordsOf(text))].slice(0, mostWords).map((word) => this.#meant(word))
    if (!meant.length) return []
    const [first, ...further] = meant.map((words) => this.#scores(words)).sort((one, other) => one.size - other.size)
    const best: { readonly iri: string; readonly score: number }[] = []
    for (const [place, score] of first!) {
      const iri = this.#things[place]!
      if (others.has(iri) || further.some((scores) => !scores.has(place))) continue
      const sum = further.reduce((all, scores) => all + scores.get(place)!, score)
      best.push({ iri, score: iri.startsWith(this.#ownIris) ? sum * 2 : sum })
    }
    best.sort((one, other) => other.score - one.score || (one.iri < other.iri ? -1 : 1))
    return best.slice(0, limit).map((found) => ({
      ...found,
      labels: this.#labels(found.iri),
      ...this.#where(found.iri, meant, language),
    }))
  }

  /** The word itself and what it begins, or else what it may be a misspelling of. */
  #meant(word: string): Meant {
    if (word.length < begins) return new Map(this.#words.has(word) ? [[word, 1]] : [])
    const begun = [...this.#words.atPrefix(word).keys()].map((key) => [key, key === word ? 1 : 0.5] as const)
    if (begun.length || word.length === begins) return new Map(begun)
    const alike = this.#words.fuzzyGet(word, Math.round(word.length * 0.2))
    return new Map(Array.from(alike, ([key, [, distance]]) => [key, 0.5 / (1 + distance)]))
  }

  #scores(meant: Meant): Map<number, number> {
    const scores = new Map<number, number>()
    for (const [word, weight] of meant) {
      const places = this.#words.get(word)!
      const score = weight * Math.log(1 + this.#things.length / places.length)
      for (const place of places) scores.set(place, Math.max(score, scores.get(place) ?? 0))
    }
    return scores
  }

  /** The sentence that has most of the words. */
  #where(iri: string, meant: readonly Meant[], language: string | undefined): Pick<SearchHit, 'match' | 'text'> {
    const texts = this.#textsOf(iri).toSorted(
      (one, other) => Number(other.language === language) - Number(one.language === language),
    )
    let most = 0
    let best: Text | undefined
    for (const text of texts) {
      const words = new Set(wordsOf(text.text))
      const has = meant.filter((each) => each.keys().some((word) => words.has(word))).length
      if (has > most) [most, best] = [has, text]
    }
    if (!best) return { match: Object.values(this.#labels(iri))[0]! }
    const match = sentenceWith(best.text, (word) => meant.some((each) => each.has(word)))
    return { match, text: { language: best.language } }
  }

  #textsOf(iri: string): Text[] {
    const thing = rdf.namedNode(iri)
    const literals = [
      ...this.#source.triples(thing, schema.description!),
      ...[...this.#source.triples(null, cg.about!, thing)].flatMap(({ subject }) => [
        ...this.#source.triples(subject, cg.text!),
      ]),
    ].map(({ object }) => ({ text: object.value, language: (object as Literal).language ?? '' }))
    const kinds = [...this.#source.triples(thing, dcterms.type!)].flatMap(({ object }) =>
      Object.entries(this.#labels(object.value)).map(([language, text]) => ({ text, language })),
    )
    return [...kinds, ...literals]
  }
}

/** Letters and digits between spaces and punctuation, as minisearch parts names. */
const wordPattern = /[^\s\p{Z}\p{P}]+/gu

function wordsOf(text: string): string[] {
  return fold(text).match(wordPattern) ?? []
}

const sentences = new Intl.Segmenter('fr', { granularity: 'sentence' })

/** The beginning of the sentence around the first such word, or what stands around the word in a long one. */
function sentenceWith(text: string, isMeant: (word: string) => boolean): string {
  const place = text.matchAll(wordPattern).find(([word]) => isMeant(fold(word)))?.index ?? 0
  const { segment, index } = sentences.segment(text).containing(place)!
  const within = place - index
  if (within < shown / 2) return cut(segment.trim())
  const from = segment.indexOf(' ', within - shown / 2)
  return `… ${cut(segment.slice(from < 0 || from > within ? within : from).trim())}`
}

function cut(text: string): string {
  if (text.length <= shown) return text
  const end = text.lastIndexOf(' ', shown)
  return `${text.slice(0, end > 0 ? end : shown).toWellFormed()}…`
}
