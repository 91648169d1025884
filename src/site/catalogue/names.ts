/**
 * What things, concepts, classes and properties are called.
 */
import { type Literal, type NamedNode, rdf } from '../../rdf/environment.ts'
import { compactIri, rdfs } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { termName } from '../../representation/messages/terms.ts'
import type { Language } from '../../representation/negotiate.ts'
import { readableName } from '../../representation/readable.ts'
import { textsIn } from './texts.ts'

/** So many names are kept: a page names the same few properties, kinds and keys again and again. */
const most = 20_000

/** Made once, as that takes longer than to name a thing. */
const collators: Readonly<Record<Language, Intl.Collator>> = {
  fr: new Intl.Collator('fr', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
}

interface Name {
  readonly text: string
  /** Its language tag, where that is not the language of the page. */
  readonly tag?: string | undefined
}

export class Names {
  readonly #source: QuadReader
  readonly #baseIri: string
  readonly #kept = { fr: new Map<string, Name>(), en: new Map<string, Name>() }

  constructor(source: QuadReader, baseIri: string) {
    this.#source = source
    this.#baseIri = baseIri
  }

  /** In the language if it can be, else in any, else the IRI made short; as a page can write it anywhere. */
  of(iri: string, language: Language): string {
    return this.#named(iri, language).text
  }

  /** The language tag of that name, where it is not the language asked for: how the name has to be read out. */
  tagOf(iri: string, language: Language): string | undefined {
    return this.#named(iri, language).tag
  }

  #named(iri: string, language: Language): Name {
    const kept = this.#kept[language]
    let name = kept.get(iri)
    if (name === undefined) {
      const label = this.#literal(iri, rdfs.label!, language)
      const tag = label && label.language !== '' && label.language !== language ? label.language : undefined
      name = { text: readableName(label?.value ?? this.#short(iri, language)), tag }
      if (kept.size >= most) kept.clear()
      kept.set(iri, name)
    }
    return name
  }

  #short(iri: string, language: Language): string {
    if (iri.startsWith(this.#baseIri)) return iri.slice(this.#baseIri.length)
    const compact = compactIri(iri)
    return termName(compact, language) ?? compact
  }

  /** The text of a property: in the language, else in none, else in any. An empty one is none. */
  text(iri: string, property: NamedNode, language: Language): string | undefined {
    return this.#literal(iri, property, language)?.value
  }

  #literal(iri: string, property: NamedNode, language: Language): Literal | undefined {
    const values = Array.from(this.#source.triples(rdf.namedNode(iri), property), ({ object }) => object).filter(
      ({ value }) => value.trim() !== '',
    )
    return textsIn(values, language)[0]
  }

  /** By name, in the order of the language's alphabet. */
  sorted(iris: Iterable<string>, language: Language): string[] {
    const collator = collators[language]
    return Array.from(new Set(iris), (iri) => [iri, this.of(iri, language)] as const)
      .sort(([a, one], [b, other]) => collator.compare(one, other) || (a < b ? -1 : 1))
      .map(([iri]) => iri)
  }
}
