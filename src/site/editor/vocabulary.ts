/**
 * What the query editor completes: prefixes, classes and properties, those that the data uses most first.
 */
import { prefixes } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import { ontologyOf } from '../ontology/ontology.ts'
import type { Site } from '../site.ts'

export interface VocabularyTerm {
  readonly iri: string
  readonly name: string
  /** Things of the class, or triples of the property. */
  readonly uses: number
}

export interface Vocabulary {
  readonly prefixes: Readonly<Record<string, string>>
  readonly classes: readonly VocabularyTerm[]
  readonly properties: readonly VocabularyTerm[]
}

/** The terms that the data uses, and those of the ontology that it does not use yet. */
export function vocabularyOf(site: Site, language: Language): Vocabulary {
  const { names } = site.catalogue
  const { terms, uses } = ontologyOf(site, language)
  const listed = (used: ReadonlyMap<string, number>, isClass: boolean) => {
    const own = terms.filter((term) => term.isClass === isClass).map(({ iri }) => [iri, 0] as const)
    return Array.from(new Map([...own, ...used]), ([iri, count]) => ({
      iri,
      name: names.of(iri, language),
      uses: count,
    })).sort((one, other) => other.uses - one.uses || (one.iri < other.iri ? -1 : 1))
  }
  return { prefixes, classes: listed(uses.classes, true), properties: listed(uses.properties, false) }
}
