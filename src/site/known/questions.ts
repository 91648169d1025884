/**
 * The questions that a key asks of a commons.
 */
import { type Literal, rdf } from '../../rdf/environment.ts'
import { cg, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { EvaluationKey } from '../catalogue/keys.ts'
import { textsIn } from '../catalogue/texts.ts'

export interface Question {
  readonly text: Literal
  /** The graphs that ask it, by IRI. */
  readonly sources: readonly string[]
}

/** In their order, which stands with the same text on a part of the key (`#q1`); those without one come last. */
export function questionsOf({ iri }: EvaluationKey, language: Language, source: QuadReader): readonly Question[] {
  const key = rdf.namedNode(iri)
  const asked = Array.from(source.triples(key, cg.keyQuestion!), ({ object }) => object)
  return textsIn(asked, language)
    .map((text) => ({ text, position: positionOf(text, iri, source) }))
    .sort((one, other) => one.position - other.position || (one.text.value < other.text.value ? -1 : 1))
    .map(({ text }) => ({
      text,
      sources: Array.from(source.quads(key, cg.keyQuestion!, text), ({ graph }) => graph.value),
    }))
}

function positionOf(text: Literal, key: string, source: QuadReader): number {
  for (const { subject } of source.triples(null, schema.text!, text)) {
    if (!subject.value.startsWith(`${key}#`)) continue
    for (const { object } of source.triples(subject, schema.position!)) return Number(object.value)
  }
  return Number.MAX_SAFE_INTEGER
}
