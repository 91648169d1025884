/**
 * What a derivation is: new facts about one node, the passages they follow from, and the rule in words.
 */
import type { NamedNode, Term } from '../../rdf/environment.ts'
import type { Lookup } from '../../rdf/lookup.ts'

export interface Derivation {
  readonly node: NamedNode
  readonly facts: readonly (readonly [predicate: NamedNode, object: Term])[]
  /** Passages, or things stated in them, that the facts follow from. */
  readonly from: readonly NamedNode[]
  readonly rule: { readonly fr: string; readonly en: string }
}

/** Reads stated facts and returns what follows from them. */
export type Rule = (facts: Lookup) => Derivation[]
