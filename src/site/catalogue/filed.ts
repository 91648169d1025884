/**
 * The things of which something is filed under each key, whether they are commons or not.
 */
import { rdf } from '../../rdf/environment.ts'
import { cg } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import type { Language } from '../../representation/negotiate.ts'
import { sorted, type Work } from '../../turns.ts'
import type { EvaluationKey } from './keys.ts'
import type { Names } from './names.ts'

/** By key, in the order of their names in each language. */
export type Filed = ReadonlyMap<string, Readonly<Record<Language, readonly string[]>>>

/** @param baseIri what our own IRIs begin with: other things are none of ours */
export function* filedUnder(
  keys: readonly EvaluationKey[],
  names: Names,
  source: QuadReader,
  baseIri: string,
): Work<Filed> {
  const filed = new Map<string, Readonly<Record<Language, readonly string[]>>>()
  for (const { iri, properties } of keys) {
    const things = new Set<string>()
    const add = (thing: string) => {
      if (thing.startsWith(`${baseIri}id/`)) things.add(thing.replace(/#.*/s, ''))
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
    filed.set(iri, { fr: yield* byName(things, names, 'fr'), en: yield* byName(things, names, 'en') })
  }
  return filed
}

function* byName(iris: Iterable<string>, names: Names, language: Language): Work<readonly string[]> {
  const named: (readonly [name: string, iri: string])[] = []
  for (const iri of iris) {
    named.push([names.of(iri, language), iri])
    yield
  }
  const { compare } = new Intl.Collator(language, { numeric: true })
  const inOrder = yield* sorted(named, ([one, a], [other, b]) => compare(one, other) || (a < b ? -1 : 1))
  return inOrder.map(([, iri]) => iri)
}
