/**
 * Reconciliation queries (Reconciliation Service API 0.2 §5): the things that a query may mean, with scores.
 */
import { rdf } from '../rdf/environment.ts'
import type { Language } from '../representation/negotiate.ts'
import type { Work } from '../turns.ts'
import type { Finding } from './finding.ts'
import type { ReconciliationQuery } from './query.ts'
import type { Scored, Scoring } from './scoring.ts'
import type { Things } from './things.ts'
import type { Type, Types } from './types.ts'

export type { ReconciliationQuery } from './query.ts'

/** §5.2. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly type: readonly Type[]
  /** From 0 to 100. */
  readonly score: number
  readonly match: boolean
  readonly features: Scored['features']
}

/** Whoever is only so much behind the first may be meant as well. */
const nearSecond = 10

export class Candidates {
  readonly #finding: Finding
  readonly #scoring: Scoring
  readonly #things: Things
  readonly #types: Types

  constructor(parts: {
    readonly finding: Finding
    readonly scoring: Scoring
    readonly things: Things
    readonly types: Types
  }) {
    this.#finding = parts.finding
    this.#scoring = parts.scoring
    this.#things = parts.things
    this.#types = parts.types
  }

  /** The best first. */
  *of(query: ReconciliationQuery, language: Language): Work<Candidate[]> {
    const scored = yield* this.#scoring.of(yield* this.#finding.of(query), query)
    const [first, second] = scored
    const match = first?.certain === true && (second === undefined || second.score <= first.score - nearSecond)
    const candidates: Candidate[] = []
    for (const [rank, one] of scored.slice(0, query.limit).entries()) {
      candidates.push(this.#describe(one, match && rank === 0, language))
      yield
    }
    return candidates
  }

  #describe({ iri, score, features }: Scored, match: boolean, language: Language): Candidate {
    const description = this.#things.description(iri, language)
    return {
      id: this.#things.idOf(iri),
      name: this.#things.name(rdf.namedNode(iri), language),
      ...(description !== undefined && { description }),
      type: this.#types.of(iri).map((type) => this.#types.describe(type, language)),
      score,
      match,
      features,
    }
  }
}
