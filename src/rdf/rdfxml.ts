/**
 * Triples as RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/): no kept JavaScript writer exists.
 * The plain form only: one rdf:Description per subject, one property element per triple.
 */
import { RequestError } from '../errors.ts'
import type { Quad, Term } from './environment.ts'
import { prefixes } from './namespaces.ts'
import { escapeXml } from './xml.ts'

const xsdString = `${prefixes.xsd}string`

/** The longest tail of an IRI that is an NCName: what can be the local name of an element. */
const localName = /[\p{L}_][\p{L}\p{N}\p{M}_.\-\u00b7\u203f\u2040]*$/u

/**
 * Writes triples (graphs are ignored) as one RDF/XML document in UTF-8.
 * @throws RequestError `not-acceptable` for what XML 1.0 cannot say: a predicate that ends in no XML name, or a
 * character that XML forbids.
 */
export function toRdfXml(triples: readonly Quad[]): string {
  const bySubject = Map.groupBy(triples, ({ subject }) => `${subject.termType} ${subject.value}`)
  const namespaces = new Namespaces()
  const body = [...bySubject.values()].map((group) => description(group, namespaces)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${namespaces.declarations()}>\n${body}</rdf:RDF>\n`
}

function description(group: readonly Quad[], namespaces: Namespaces): string {
  const subject = group[0]!.subject
  const about =
    subject.termType === 'BlankNode' ? `rdf:nodeID="${subject.value}"` : `rdf:about="${escapeXml(subject.value)}"`
  const properties = group.map((triple) => property(triple.predicate.value, triple.object, namespaces)).join('')
  return `  <rdf:Description ${about}>\n${properties}  </rdf:Description>\n`
}

function property(predicate: string, object: Term, namespaces: Namespaces): string {
  const name = namespaces.qualifiedName(predicate)
  switch (object.termType) {
    case 'NamedNode':
      return `    <${name} rdf:resource="${escapeXml(object.value)}"/>\n`
    case 'BlankNode':
      return `    <${name} rdf:nodeID="${object.value}"/>\n`
    case 'Literal': {
      const { language, direction, datatype, value } = object
      if (direction)
        throw new RequestError('not-acceptable', 'RDF/XML cannot carry a base direction; ask for Turtle instead.')
      const plain = datatype.value === xsdString
      const attribute = language
        ? ` xml:lang="${language}"`
        : plain
          ? ''
          : ` rdf:datatype="${escapeXml(datatype.value)}"`
      return `    <${name}${attribute}>${escapeXml(value)}</${name}>\n`
    }
    default:
      throw new RequestError('not-acceptable', `RDF/XML cannot carry a ${object.termType}; ask for Turtle instead.`)
  }
}

/** Prefixes as they are needed: the project's own where one fits, else ns0, ns1 … */
class Namespaces {
  readonly #prefixOf = new Map<string, string>([[prefixes.rdf, 'rdf']])

  qualifiedName(iri: string): string {
    const local = localName.exec(iri)?.[0]
    if (!local) {
      throw new RequestError(
        'not-acceptable',
        `RDF/XML has no way to write the predicate <${iri}>, which ends in no XML name; ask for Turtle instead.`,
      )
    }
    return `${this.#prefix(iri.slice(0, -local.length))}:${local}`
  }

  declarations(): string {
    return [...this.#prefixOf].map(([namespace, prefix]) => `\n    xmlns:${prefix}="${escapeXml(namespace)}"`).join('')
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
