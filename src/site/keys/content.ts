/**
 * What there is to tell of each key: its questions, and what is filed under it, thing by thing.
 */
import { rdf } from '../../rdf/environment.ts'
import { skos } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { EvaluationKey } from '../catalogue/keys.ts'
import { textsIn } from '../catalogue/texts.ts'
import { type Known, knownOf } from '../known/known.ts'
import { type Question, questionsOf } from '../known/questions.ts'
import type { Site } from '../site.ts'

export interface KeyContent {
  readonly key: EvaluationKey
  readonly definition: string | undefined
  readonly questions: readonly Question[]
  /** How many commons something is known of. */
  readonly commons: number
  /** How many things there are, commons or not. */
  readonly count: number
  /** Some of them, by name. */
  readonly things: readonly { readonly iri: string; readonly known: Known }[]
}

/** @param from the place of the first thing among all, counted from 0 */
export function contentOf(key: EvaluationKey, from: number, most: number, language: Language, site: Site): KeyContent {
  const { source, catalogue } = site
  const things = catalogue.filed.get(key.iri)![language]
  const definitions = Array.from(source.triples(rdf.namedNode(key.iri), skos.definition!), ({ object }) => object)
  return {
    key,
    definition: textsIn(definitions, language)[0]?.value,
    questions: questionsOf(key, language, source),
    commons: catalogue.counts.keys.get(key.iri) ?? 0,
    count: things.length,
    things: things
      .slice(from, from + most)
      .flatMap((iri) => knownOf(iri, [key], language, source).map((known) => ({ iri, known }))),
  }
}
