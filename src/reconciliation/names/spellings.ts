/**
 * Every spelling of the names of things: labels and other spellings in all languages.
 */

import { type FoldedName, foldName } from '../../names/fold.ts'
import { cg, rdfNs, rdfs, skos } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { sorted, type Work } from '../../turns.ts'

export interface Spelling {
  /** The IRI of the thing. */
  readonly iri: string
  readonly name: FoldedName
}

/** What stands behind a name in brackets says what the thing is: `MediaWiki (logiciel)`. */
const explanation = /(?<=\S)\s+\([^()]*\)$/

/**
 * Each spelling once a thing, also without what explains it, by IRI. Facts and assessments have texts, not names, and
 * parts of a thing (hash IRIs) are no things of their own.
 * @param prefix what the IRIs of the things begin with
 */
export function* spellingsOf(source: QuadReader, prefix: string): Work<Spelling[]> {
  const nameless = new Set(
    [cg.Fact!, cg.Assessment!].flatMap((type) => subjectsOf(source.triples(null, rdfNs.type!, type))),
  )
  const byThing = new Map<string, Map<string, FoldedName>>()
  for (const property of [rdfs.label!, skos.altLabel!]) {
    for (const { subject, object } of source.triples(null, property)) {
      yield
      const iri = subject.value
      if (!iri.startsWith(prefix) || iri.includes('#') || nameless.has(iri)) continue
      const names = byThing.get(iri) ?? new Map<string, FoldedName>()
      byThing.set(iri, names)
      for (const written of new Set([object.value, object.value.replace(explanation, '')])) {
        const name = foldName(written)
        if (name.text) names.set(name.text, name)
      }
    }
  }
  const iris = yield* sorted([...byThing.keys()], (one, other) => (one < other ? -1 : 1))
  return iris.flatMap((iri) => Array.from(byThing.get(iri)!.values(), (name) => ({ iri, name })))
}

function subjectsOf(triples: Iterable<{ readonly subject: { readonly value: string } }>): string[] {
  return Array.from(triples, ({ subject }) => subject.value)
}
