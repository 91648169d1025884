/**
 * The things that are no commons of which something is filed under each key, such as a legal form or a foundation.
 */
import { rdf } from '../../rdf/environment.ts'
import { cg } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Work } from '../../turns.ts'
import type { EvaluationKey } from './keys.ts'
import type { Names } from './names.ts'

/** By key, in the order of their names in each language. */
export type Others = ReadonlyMap<string, Readonly<Record<Language, readonly string[]>>>

/**
 * @param commons those that there are, by IRI
 * @param baseIri what our own IRIs begin with: other things are none of ours
 */
export function* othersUnder(
  keys: readonly EvaluationKey[],
  commons: ReadonlyMap<string, unknown>,
  names: Names,
  source: QuadReader,
  baseIri: string,
): Work<Others> {
  const others = new Map<string, Readonly<Record<Language, readonly string[]>>>()
  for (const { iri, properties } of keys) {
    const things = new Set<string>()
    const add = (part: string) => {
      if (commons.has(part) || !part.startsWith(`${baseIri}id/`)) return
      const thing = part.replace(/#.*/s, '')
      if (!commons.has(thing)) things.add(thing)
    }
    for (const { subject } of source.triples(null, cg.underKey!, rdf.namedNode(iri))) {
      for (const { object } of source.triples(subject, cg.about!)) add(object.value)
      yield
    }
    for (const property of properties) {
      for (const { subject } of source.triples(null, rdf.namedNode(property))) {
        add(subject.value)
        yield
      }
    }
    others.set(iri, { fr: names.sorted(things, 'fr'), en: names.sorted(things, 'en') })
    yield
  }
  return others
}
