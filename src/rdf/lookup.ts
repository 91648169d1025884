/**
 * Answers "what is said of this?" over a handful of quads: labels, values, and which graph says so.
 */
import type { NamedNode, Quad, Term } from './environment.ts'
import { rdfNs, rdfs } from './namespaces.ts'

export class Lookup {
  readonly #bySubject: ReadonlyMap<string, readonly Quad[]>
  readonly #byPredicate: ReadonlyMap<string, readonly Quad[]>

  constructor(quads: readonly Quad[]) {
    this.#bySubject = Map.groupBy(quads, ({ subject }) => subject.value)
    this.#byPredicate = Map.groupBy(quads, ({ predicate }) => predicate.value)
  }

  /** Every statement with this subject, and with this predicate if one is given, whatever its graph. */
  about(subject: Term, predicate?: Term): readonly Quad[] {
    const all = this.#bySubject.get(subject.value) ?? []
    return predicate ? all.filter((quad) => quad.predicate.value === predicate.value) : all
  }

  /** Every statement with this predicate. */
  using(predicate: Term): readonly Quad[] {
    return this.#byPredicate.get(predicate.value) ?? []
  }

  /** The distinct objects of subject and predicate. */
  objects(subject: Term, predicate: Term): Term[] {
    return distinct(this.about(subject, predicate).map(({ object }) => object))
  }

  /** The first object of subject and predicate. */
  object(subject: Term, predicate: Term): Term | undefined {
    return this.about(subject, predicate)[0]?.object
  }

  /** The distinct subjects that have this object under this predicate. */
  subjects(predicate: Term, object: Term): Term[] {
    return distinct(
      this.using(predicate)
        .filter((quad) => quad.object.equals(object))
        .map(({ subject }) => subject),
    )
  }

  /** The graphs that state subject and predicate (and object, if one is given). */
  graphs(subject: Term, predicate: Term, object?: Term): NamedNode[] {
    const quads = this.about(subject, predicate).filter((quad) => !object || quad.object.equals(object))
    return distinct(quads.map(({ graph }) => graph)) as NamedNode[]
  }

  types(subject: Term): Term[] {
    return this.objects(subject, rdfNs.type!)
  }

  /** The text of a property in a language: exactly that one, else without a language, else any. */
  text(subject: Term, predicate: Term, language: string): string | undefined {
    const literals = this.objects(subject, predicate).filter((term) => term.termType === 'Literal')
    const best =
      literals.find((literal) => literal.language === language) ??
      literals.find((literal) => literal.language === '') ??
      literals[0]
    return best?.value
  }

  label(subject: Term, language: string): string | undefined {
    return this.text(subject, rdfs.label!, language)
  }
}

function distinct(terms: readonly Term[]): Term[] {
  return terms.filter((term, index) => terms.findIndex((other) => other.equals(term)) === index)
}
