/**
 * Finding things by name.
 */
import MiniSearch from 'minisearch'
import type { Quad } from '../rdf/environment.ts'
import { prefixes } from '../rdf/namespaces.ts'
import type { Labels, SearchHit, SearchOptions } from './store.ts'

const label = `${prefixes.rdfs}label`
const naming = new Set([label, `${prefixes.skos}altLabel`])

interface Spelling {
  readonly id: string
  readonly iri: string
  readonly text: string
}

/** The labels of everything, and an index over the names of what is a thing of its own: no `#` in its IRI. */
export class LabelIndex {
  readonly #labels = new Map<string, Record<string, string>>()
  readonly #index: MiniSearch<Spelling>

  /** @param ownIris how the IRIs of things begin that come before concepts and licences of the same name */
  constructor(quads: Iterable<Quad>, ownIris: string) {
    const spellings = new Map<string, Spelling>()
    for (const { subject, predicate, object } of quads) {
      if (!naming.has(predicate.value) || object.termType !== 'Literal') continue
      if (predicate.value === label) this.#label(subject.value)[object.language] = object.value
      if (subject.value.includes('#')) continue
      const id = `${subject.value} ${object.value}`
      spellings.set(id, { id, iri: subject.value, text: object.value })
    }
    this.#index = new MiniSearch({
      fields: ['text'],
      storeFields: ['iri', 'text'],
      processTerm: fold,
      searchOptions: {
        prefix: true,
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        combineWith: 'AND',
        boostDocument: (_id, _term, stored) => (String(stored?.iri).startsWith(ownIris) ? 2 : 1),
      },
    })
    this.#index.addAll([...spellings.values()].filter(({ iri }) => this.#labels.has(iri)))
  }

  /** The labels of a thing; none where it has none. */
  labels(iri: string): Labels {
    return this.#labels.get(iri) ?? {}
  }

  search(text: string, { limit }: SearchOptions): SearchHit[] {
    const found = this.#index.search(text)
    const best = new Map<string, SearchHit>()
    for (const { iri, text: match, score } of found) {
      if (best.size === limit) break
      if (!best.has(iri)) best.set(iri, { iri, labels: this.labels(iri), match, score })
    }
    return [...best.values()]
  }

  #label(iri: string): Record<string, string> {
    const known = this.#labels.get(iri)
    if (known) return known
    const labels = {}
    this.#labels.set(iri, labels)
    return labels
  }
}

/** Case and diacritics do not tell words apart. */
export function fold(term: string): string {
  return term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
