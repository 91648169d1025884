/**
 * The sheet for one commons: the exercise, each key with its questions, and what is known under it.
 */
import { datasetIri } from '../../dataset/graphs.ts'
import { rdf } from '../../rdf/environment.ts'
import { dcterms } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Commons } from '../catalogue/commons.ts'
import { type Known, knownOf, type Statement, statementsOf } from '../known/known.ts'
import { type Question, questionsOf } from '../known/questions.ts'
import type { Site } from '../site.ts'

export interface Sheet {
  readonly commons: Commons
  readonly keys: readonly SheetKey[]
}

export interface SheetKey {
  readonly known: Known
  readonly questions: readonly Question[]
}

export function sheetOf(commons: Commons, language: Language, { catalogue, source }: Site): Sheet {
  const keys = knownOf(commons.iri, catalogue.keys, language, source).map(
    (known): SheetKey => ({ known, questions: questionsOf(known.key, language, source) }),
  )
  return { commons, keys }
}

/** What the sources say of the exercise as a whole. */
export function exerciseOf(language: Language, { baseIri, source }: Site): readonly Statement[] {
  const scheme = rdf.namedNode(`${baseIri}scheme/evaluation-keys`)
  return statementsOf([...source.quads(scheme, dcterms.description!)], language)
}

/** Under which the dataset as a whole is given, by address. */
export function licenceOfDataset({ baseIri, source }: Site): string | undefined {
  for (const { object } of source.triples(rdf.namedNode(datasetIri(baseIri)), dcterms.license!)) return object.value
  return undefined
}
