/**
 * How much speaks for each thing that a query may mean: its name, its types, and the values that were asked for.
 */
import type { Likeness } from '../names/likeness.ts'
import type { Work } from '../turns.ts'
import { type ComparedWith, type Evidence, Inquiry } from './evidence.ts'
import type { Found } from './finding.ts'
import type { ReconciliationQuery } from './query.ts'
import type { Types } from './types.ts'

export interface Scored {
  readonly iri: string
  /** From 0 to 100. */
  readonly score: number
  /** Whether it is what was meant, unless something else may be too. */
  readonly certain: boolean
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[]
}

/** What is left of the score of a thing that has the name and none of the values that were asked for. */
const nameWeight = 0.75

/** What is left of a score where the type is another one than was wished for. */
const otherType = 0.7

/** Of the scores there are, these are for the things that an identifier belongs to, and for all others. */
const [ownersShare, othersShare] = [0.4, 0.5]

export class Scoring {
  readonly #types: Types
  readonly #compared: ComparedWith

  constructor({ types, ...compared }: ComparedWith & { readonly types: Types }) {
    this.#types = types
    this.#compared = compared
  }

  /** Those that have the types that a candidate has to have, the best first. */
  *of({ names, owners }: Found, query: ReconciliationQuery): Work<Scored[]> {
    const inquiry = new Inquiry(this.#compared, query.properties)
    const scored: Scored[] = []
    for (const [iri, name] of names) {
      yield
      const isOfType = this.#isOfType(iri, query)
      if (query.typeStrict !== 'should' && isOfType === false) continue
      const isOwner = owners.size ? owners.has(iri) : undefined
      scored.push(scoreOf(iri, { name, isOfType, isOwner, evidence: yield* inquiry.about(iri) }))
    }
    return scored.sort((a, b) => b.score - a.score || (a.iri < b.iri ? -1 : 1))
  }

  /** Undefined where no type is wished for. */
  #isOfType(iri: string, { types, typeStrict }: ReconciliationQuery): boolean | undefined {
    if (!types.length) return undefined
    const own = this.#types.idsOf(iri)
    return typeStrict === 'all' ? types.every((id) => own.has(id)) : types.some((id) => own.has(id))
  }
}

interface Signs {
  readonly name: Likeness | undefined
  readonly isOfType: boolean | undefined
  /** Whether an identifier that was asked for is the thing's; undefined where it is nobody's. */
  readonly isOwner: boolean | undefined
  readonly evidence: Evidence | undefined
}

function scoreOf(iri: string, { name, isOfType, isOwner, evidence }: Signs): Scored {
  const known = evidence?.value ?? 1
  const value = name ? name.value * (nameWeight + (1 - nameWeight) * known) : known
  const score = ranked(value * (isOfType === false ? otherType : 1), isOwner)
  const isMeant = evidence?.identified || (name?.certain === true && !evidence?.contradicted)
  return {
    iri,
    score: Math.round(score * 10_000) / 100,
    certain: isMeant === true && isOfType !== false && isOwner !== false,
    features: [
      ...(name ? [{ id: 'name', value: rounded(name.value) }] : []),
      ...(evidence ? [{ id: 'properties', value: rounded(known) }] : []),
      ...(isOfType === undefined ? [] : [{ id: 'type', value: isOfType }]),
    ],
  }
}

/** Whoever has the identifier comes before all others, far enough for it to be told. */
function ranked(value: number, isOwner: boolean | undefined): number {
  if (isOwner === undefined) return value
  return isOwner ? 1 - ownersShare + ownersShare * value : othersShare * value
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
