/**
 * What the data itself says of the dataset: title, description, publisher and licence. Catalogues refuse what has no title,
 * description or publisher, so a town that has not said it yet gets what is true of any; a licence nobody else can give.
 */
import { type Literal, type NamedNode, rdf, type Term } from '../../rdf/environment.ts'
import { dcterms, foaf, rdfs, schema } from '../../rdf/namespaces.ts'
import type { About, Statements } from './about.ts'
import { node } from './facts.ts'

export function statedOf({ dataset, source, baseIri, snapshot }: About): Statements {
  const stated = (subject: NamedNode, predicate: NamedNode | undefined): Term[] =>
    Array.from(source.triples(subject, predicate), ({ object }) => object)
  const texts = (predicate: NamedNode | undefined, otherwise: Literal): readonly Literal[] => {
    const found = stated(dataset, predicate).filter((term): term is Literal => term.termType === 'Literal')
    return found.length ? found.sort(byLanguage) : [otherwise]
  }
  const host = rdf.literal(new URL(baseIri).host)
  const publisher =
    stated(dataset, dcterms.publisher).find((term): term is NamedNode => term.termType === 'NamedNode') ??
    node(`${dataset.value}#publisher`)
  const licence = stated(dataset, dcterms.license).find((term): term is NamedNode => term.termType === 'NamedNode')
  const text = licence && stated(licence, schema.url).find((term): term is NamedNode => term.termType === 'NamedNode')
  const names = [foaf('name'), rdfs.label].flatMap((property) => stated(publisher, property))
  return {
    titles: texts(dcterms.title, host),
    descriptions: texts(dcterms.description, rdf.literal(`${snapshot.tripleCount} triples`, 'en')),
    publisher,
    publisherName: (names.find(({ termType }) => termType === 'Literal') as Literal | undefined) ?? host,
    // The data may name the licence as it describes it: others know it by the address of its text.
    licence: text ?? licence,
  }
}

/** French first, as everywhere, then by tag. */
function byLanguage(one: Literal, other: Literal): number {
  const rank = ({ language }: Literal) => (language === 'fr' ? '' : language)
  return rank(one) < rank(other) ? -1 : 1
}
