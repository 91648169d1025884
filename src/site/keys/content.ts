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

/** Everything of which something is filed under a key: commons by name, then other things by name. */
export function* thingsUnder({ iri }: EvaluationKey, language: Language, { catalogue }: Site): Generator<string, void> {
  for (const commons of catalogue.byName[language]) if (commons.keys.has(iri)) yield commons.iri
  yield* catalogue.others.get(iri)![language]
}

/** @param things those of them that are told of */
export function contentOf(key: EvaluationKey, things: readonly string[], language: Language, site: Site): KeyContent {
  const { source, catalogue } = site
  const definitions = Array.from(source.triples(rdf.namedNode(key.iri), skos.definition!), ({ object }) => object)
  const commons = catalogue.counts.keys.get(key.iri) ?? 0
  return {
    key,
    definition: textsIn(definitions, language)[0]?.value,
    questions: questionsOf(key, language, source),
    commons,
    count: commons + catalogue.others.get(key.iri)![language].length,
    things: things.flatMap((iri) => knownOf(iri, [key], language, source).map((known) => ({ iri, known }))),
  }
}
