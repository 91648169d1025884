/**
 * Every spelling of the names of things: labels and other spellings in all languages.
 */

import { type FoldedName, foldName } from '../../names/fold.ts'
import { cg, rdfNs, rdfs, skos } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { sorted, type Work } from '../../turns.ts'
import { commonNamesOf } from './common-names.ts'
import { partsOf } from './parts.ts'

export interface Spelling {
  /** The IRI of the thing. */
  readonly iri: string
  readonly name: FoldedName
  /** Whether it is a name that tells the thing from others; what many may be called does not. */
  readonly isProper: boolean
  /** Whether it is only a part of what the thing is called. */
  readonly isPart: boolean
}

/** What stands behind a name in brackets says what the thing is: `MediaWiki (logiciel)`. */
const explanation = /(?<=\S)\s+\([^()]*\)$/

/**
 * Each spelling once a thing, also without what explains it, and its parts, by IRI. Facts and assessments have texts, not names, and
 * parts of a thing (hash IRIs) are no things of their own.
 */
export function* spellingsOf(source: QuadReader, baseIri: string): Work<Spelling[]> {
  const prefix = `${baseIri}id/`
  const common = yield* commonNamesOf(source, baseIri)
  const nameless = new Set(
    [cg.Fact!, cg.Assessment!].flatMap((type) => subjectsOf(source.triples(null, rdfNs.type!, type))),
  )
  const byThing = new Map<string, Map<string, Spelling>>()
  for (const property of [rdfs.label!, skos.altLabel!]) {
    for (const { subject, object } of source.triples(null, property)) {
      yield
      const iri = subject.value
      if (!iri.startsWith(prefix) || iri.includes('#') || nameless.has(iri)) continue
      const names = byThing.get(iri) ?? new Map<string, Spelling>()
      byThing.set(iri, names)
      for (const written of new Set([object.value, object.value.replace(explanation, '')])) {
        const name = foldName(written)
        if (!name.text) continue
        const known = names.get(name.text)
        const isProper = (known?.isPart || known?.isProper !== false) && !common.has(iri, written, name)
        names.set(name.text, { iri, name, isProper, isPart: false })
      }
      for (const name of partsOf(object.value).map(foldName)) {
        if (name.text && !names.has(name.text)) names.set(name.text, { iri, name, isProper: false, isPart: true })
      }
    }
  }
  const iris = yield* sorted([...byThing.keys()], (one, other) => (one < other ? -1 : 1))
  return iris.flatMap((iri) => [...byThing.get(iri)!.values()])
}

function subjectsOf(triples: Iterable<{ readonly subject: { readonly value: string } }>): string[] {
  return Array.from(triples, ({ subject }) => subject.value)
}
