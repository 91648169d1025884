/**
 * Triples as RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/): no kept JavaScript writer exists.
 * The plain form only: one rdf:Description per subject, one property element per triple.
 */
import { inItsWords, RequestError } from '../errors.ts'
import type { Literal, Quad, Term } from './environment.ts'
import { prefixes } from './namespaces.ts'
import { escapeXml, isXmlText, notSaid, notXmlText } from './xml.ts'

const xsdString = `${prefixes.xsd}string`

/** The longest tail of an IRI that is an NCName: what can be the local name of an element. */
const localName = /[\p{L}_][\p{L}\p{N}\p{M}_.\-\u00b7\u203f\u2040]*$/u

/**
 * Writes triples (graphs are ignored) as one RDF/XML document in UTF-8, in the order given: those of one subject that
 * stand together are written together.
 * @param triples are walked twice, the first time at once: for the namespaces, and for what cannot be written
 * @throws RequestError `not-acceptable` for what XML 1.0 cannot say: a predicate that ends in no XML name, or a
 * character that XML forbids; and for triple terms and base directions.
 */
export function toRdfXml(triples: Iterable<Quad>): Generator<string, void> {
  const names = new Names()
  for (const triple of triples) {
    const fault = faultOf(triple, names)
    if (fault) throw new RequestError('not-acceptable', inItsWords(fault, notSaid))
  }
  return document(triples, names)
}

/** Whether RDF/XML can say all of these triples. */
export function fitsRdfXml(triples: Iterable<Quad>): boolean {
  const names = new Names()
  for (const triple of triples) if (faultOf(triple, names)) return false
  return true
}

/** What keeps a triple out of RDF/XML. */
function faultOf({ subject, predicate, object }: Quad, names: Names): string | undefined {
  if (names.of(predicate.value) === undefined) {
    return `RDF/XML has no way to write the predicate <${predicate.value}>, which ends in no XML name; ask for Turtle instead.`
  }
  if (object.termType === 'Literal' && object.direction)
    return 'RDF/XML cannot carry a base direction; ask for Turtle instead.'
  if (!['NamedNode', 'BlankNode', 'Literal'].includes(object.termType))
    return `RDF/XML cannot carry a ${object.termType}; ask for Turtle instead.`
  if (!isXmlText(subject.value) || !isXmlText(object.value)) return notXmlText
  return undefined
}

function* document(triples: Iterable<Quad>, names: Names): Generator<string, void> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `<rdf:RDF${names.declarations()}>\n`
  let subject: Term | undefined
  for (const triple of triples) {
    if (!subject?.equals(triple.subject)) {
      yield `${subject ? '  </rdf:Description>\n' : ''}  <rdf:Description ${about(triple.subject)}>\n`
      subject = triple.subject
    }
    yield property(names.of(triple.predicate.value)!, triple.object)
  }
  yield `${subject ? '  </rdf:Description>\n' : ''}</rdf:RDF>\n`
}

function about(subject: Term): string {
  return subject.termType === 'BlankNode' ? `rdf:nodeID="${subject.value}"` : `rdf:about="${escapeXml(subject.value)}"`
}

function property(name: string, object: Term): string {
  switch (object.termType) {
    case 'NamedNode':
      return `    <${name} rdf:resource="${escapeXml(object.value)}"/>\n`
    case 'BlankNode':
      return `    <${name} rdf:nodeID="${object.value}"/>\n`
    default:
      return `    <${name}${attribute(object as Literal)}>${escapeXml(object.value)}</${name}>\n`
  }
}

function attribute({ language, datatype }: Literal): string {
  if (language) return ` xml:lang="${language}"`
  return datatype.value === xsdString ? '' : ` rdf:datatype="${escapeXml(datatype.value)}"`
}

/** The qualified names of predicates, with prefixes as they are needed: the project's own where one fits, else ns0, ns1 … */
class Names {
  readonly #prefixOf = new Map<string, string>([[prefixes.rdf, 'rdf']])
  readonly #nameOf = new Map<string, string | undefined>()

  /** Undefined for an IRI that ends in no XML name. */
  of(iri: string): string | undefined {
    if (!this.#nameOf.has(iri)) this.#nameOf.set(iri, this.#name(iri))
    return this.#nameOf.get(iri)
  }

  /** Of all namespaces that a name was asked for in. */
  declarations(): string {
    return [...this.#prefixOf].map(([namespace, prefix]) => `\n    xmlns:${prefix}="${escapeXml(namespace)}"`).join('')
  }

  #name(iri: string): string | undefined {
    const local = localName.exec(iri)?.[0]
    return local && `${this.#prefix(iri.slice(0, -local.length))}:${local}`
  }

  #prefix(namespace: string): string {
    const known = this.#prefixOf.get(namespace)
    if (known) return known
    const own = Object.entries(prefixes).find(([, value]) => value === namespace)?.[0]
    const prefix = own ?? `ns${this.#prefixOf.size}`
    this.#prefixOf.set(namespace, prefix)
    return prefix
  }
}
