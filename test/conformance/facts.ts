/**
 * Triples asked from a node outwards, as manifests and result sets are read.
 */
import { type NamedNode, type Quad, rdf, type Term } from '../../src/rdf/environment.ts'

const rdfNs = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** The vocabularies of the suites' own documents. */
export const vocabulary = {
  rdf: term(rdfNs),
  rdfs: term('http://www.w3.org/2000/01/rdf-schema#'),
  /** Test manifests (https://www.w3.org/2001/sw/DataAccess/tests/test-manifest#). */
  mf: term('http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'),
  /** The action of a query test. */
  qt: term('http://www.w3.org/2001/sw/DataAccess/tests/test-query#'),
  /** The action of an update test. */
  ut: term('http://www.w3.org/2009/sparql/tests/test-update#'),
  /** Result sets as RDF. */
  rs: term('http://www.w3.org/2001/sw/DataAccess/tests/result-set#'),
  /** HTTP in RDF (https://www.w3.org/TR/HTTP-in-RDF10/). */
  ht: term('http://www.w3.org/2011/http#'),
  /** Representing content in RDF (https://www.w3.org/TR/Content-in-RDF10/). */
  cnt: term('http://www.w3.org/2011/content#'),
}

function term(namespace: string): (local: string) => NamedNode {
  return (local) => rdf.namedNode(namespace + local)
}

/** An index of triples by subject; graphs are ignored. */
export class Facts {
  readonly #bySubject: ReadonlyMap<string, readonly Quad[]>

  constructor(quads: Iterable<Quad>) {
    this.#bySubject = Map.groupBy(quads, ({ subject }) => key(subject))
  }

  /** The objects of a subject and predicate, in the order of the document. */
  all(subject: Term, predicate: NamedNode): Term[] {
    const about = this.#bySubject.get(key(subject)) ?? []
    return about.filter((quad) => quad.predicate.value === predicate.value).map(({ object }) => object)
  }

  /** The first object of a subject and predicate. */
  one(subject: Term, predicate: NamedNode): Term | undefined {
    return this.all(subject, predicate)[0]
  }

  /** The text of `one`: a literal's lexical form or an IRI. */
  text(subject: Term, predicate: NamedNode): string | undefined {
    return this.one(subject, predicate)?.value
  }

  /**
   * The members of the RDF list (RDF Schema §5.2) that a predicate leads to, and none where it leads nowhere.
   * @throws Error for a list that has no end
   */
  list(subject: Term, predicate: NamedNode): Term[] {
    const members: Term[] = []
    let rest = this.one(subject, predicate)
    while (rest && rest.value !== `${rdfNs}nil`) {
      const first = this.one(rest, vocabulary.rdf('first'))
      if (!first) throw new Error(`the list at ${subject.value} ${predicate.value} breaks off`)
      members.push(first)
      rest = this.one(rest, vocabulary.rdf('rest'))
    }
    return members
  }

  /** The subjects of a class. */
  instances(type: NamedNode): Term[] {
    const typed = [...this.#bySubject.values()].flat()
    return typed
      .filter(({ predicate, object }) => predicate.value === `${rdfNs}type` && object.value === type.value)
      .map(({ subject }) => subject)
  }
}

function key({ termType, value }: Term): string {
  return `${termType} ${value}`
}
