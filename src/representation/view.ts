/**
 * What a page shows of some statements: names instead of IRIs, parts inside what they belong to, sources beside facts.
 */
import type { Quad, Term } from '../rdf/environment.ts'
import { Lookup } from '../rdf/lookup.ts'
import { cg, compactIri, dcterms, prov, rdfNs, rdfs, schema, skos } from '../rdf/namespaces.ts'
import { toNTerm } from '../rdf/nquads.ts'
import { sortQuads } from '../rdf/order.ts'
import type { Labels } from '../store/store.ts'
import { type Linking, linkTo, pagePath } from './addresses.ts'
import type { Fact, Link, Value } from './fact.ts'
import { termName } from './messages/terms.ts'
import type { Language } from './negotiate.ts'
import { readableName } from './readable.ts'

/** What a view needs to know beside the statements. */
export interface ViewContext extends Linking {
  readonly language: Language
  /** Labels of ontology terms and of things, by IRI. */
  readonly labels: ReadonlyMap<string, Labels>
}

/** What the text that stands for a part says already. */
const shownAsText = new Set([rdfNs.type, rdfs.label, schema.value, schema.unitCode].map((term) => term!.value))

/** What is said about how something is known; a reader wants to know what first. */
const provenance = new Set(
  [rdfs.comment, skos.note, skos.editorialNote, prov.wasDerivedFrom, dcterms.source].map((term) => term!.value),
)

/** The facts of a graph, subject by subject. */
export function graphView(
  quads: readonly Quad[],
  context: ViewContext,
): readonly { subject: Link; facts: readonly Fact[] }[] {
  const viewer = new Viewer(quads, context)
  const subjects = new Map(sortQuads(quads).map(({ subject }) => [subject.value, subject]))
  return [...subjects.values()].map((subject) => ({
    subject: viewer.link(subject),
    facts: viewer.factsOf(subject, new Set()),
  }))
}

class Viewer {
  readonly #quads: readonly Quad[]
  readonly #facts: Lookup
  readonly #context: ViewContext

  constructor(quads: readonly Quad[], context: ViewContext) {
    this.#quads = sortQuads(quads)
    this.#facts = new Lookup(this.#quads)
    this.#context = context
  }

  /** The best name of a term for a person: label, text of a fact, name of a vocabulary term, or the IRI made short. */
  name(term: Term): string {
    if (term.termType === 'Literal') return term.value
    const { language, labels, baseIri } = this.#context
    const known = labels.get(term.value)
    return readableName(
      this.#facts.label(term, language) ??
        this.#facts.text(term, cg.text!, language) ??
        known?.[language] ??
        termName(compactIri(term.value), language) ??
        (term.value.startsWith(baseIri) ? term.value.slice(baseIri.length) : compactIri(term.value)),
    )
  }

  link(term: Term): Link {
    const href = term.termType === 'NamedNode' ? linkTo(this.#context, term.value) : undefined
    return { text: this.name(term), ...(href !== undefined && { href }) }
  }

  factsOf(subject: Term, leftOut: ReadonlySet<string>): Fact[] {
    const all = this.#facts.about(subject).filter(({ predicate }) => !leftOut.has(predicate.value))
    const own = all.filter((quad) => this.#isForReader(quad, all))
    const { about = [], known = [] } = Object.groupBy(own, ({ predicate }) =>
      provenance.has(predicate.value) ? 'known' : 'about',
    )
    const byStatement = Map.groupBy(
      [...about, ...known],
      ({ predicate, object }) => `${predicate.value} ${toNTerm(object)}`,
    )
    return [...byStatement.values()].map((quads): Fact => {
      const { predicate, object } = quads[0]!
      return { property: this.name(predicate), value: this.#value(subject, object), sources: this.#sources(quads) }
    })
  }

  #value(owner: Term, object: Term): Value {
    if (object.termType === 'Literal') {
      return { text: object.value, ...(object.language && { language: object.language }) }
    }
    const isPart = object.value.startsWith(`${owner.value.replace(/#.*/, '')}#`)
    // A part of a part of the same thing (an area inside an area) would come back to itself: one level is shown.
    if (!isPart || owner.value.includes('#')) return this.link(object)
    const facts = this.factsOf(object, shownAsText)
    return { text: this.#quantity(object) ?? this.#facts.label(object, this.#context.language) ?? '', facts }
  }

  /** A floor area in words: UN/CEFACT calls the square metre MTK. */
  #quantity(node: Term): string | undefined {
    const value = this.#facts.object(node, schema.value!)?.value
    return value && this.#facts.object(node, schema.unitCode!)?.value === 'MTK' ? `${value} m²` : undefined
  }

  /** A text that is there in the language of the page is not shown in the others too. */
  #isForReader({ predicate, object }: Quad, all: readonly Quad[]): boolean {
    const { language } = this.#context
    if (object.termType !== 'Literal' || !object.language || object.language === language) return true
    return !all.some((other) => {
      const text = other.object
      return other.predicate.equals(predicate) && text.termType === 'Literal' && text.language === language
    })
  }

  #sources(quads: readonly Quad[]): Link[] {
    const { baseIri } = this.#context
    return quads
      .map(({ graph }) => graph.value)
      .filter((iri) => iri.startsWith(baseIri))
      .map((iri) => iri.slice(baseIri.length))
      .map((path) => ({
        text: path.replace(/^(source|graph)\//, '').replace('#', ' '),
        href: pagePath(this.#context, path),
      }))
  }
}
