/**
 * What the ontology says: its head, its terms, and how these belong together.
 */
import { graphNames } from '../../dataset/graphs.ts'
import { type NamedNode, type Quad, rdf, type Term } from '../../rdf/environment.ts'
import { dcterms, owl, rdfNs, rdfs, skos } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Site } from '../site.ts'
import { type Uses, usesIn } from '../vocabulary/uses.ts'

export interface OntologyTerm {
  readonly iri: string
  /** What stands behind the `#` or the last `/`: the anchor on the page. */
  readonly anchor: string
  readonly isClass: boolean
  readonly isDeprecated: boolean
  readonly definition?: string
  /** Why it is there beside what others have. */
  readonly reason?: string
  readonly example?: string
  /** Things of the class, or triples of the property. */
  readonly uses: number
  /** What it is said to be to other terms, by the IRI of the relation. */
  readonly relations: ReadonlyMap<string, readonly string[]>
}

export interface Ontology {
  readonly iri?: string
  readonly title?: string
  readonly description?: string
  readonly version?: string
  readonly licence?: string
  /** Classes first, by IRI. */
  readonly terms: readonly OntologyTerm[]
  readonly uses: Uses
}

/** The relations that a term is shown with, in this order. */
export const relations = [
  rdfs.subClassOf,
  rdfs.subPropertyOf,
  rdfs.domain,
  rdfs.range,
  owl.inverseOf,
  skos.exactMatch,
  skos.closeMatch,
  skos.relatedMatch,
] as NamedNode[]

const propertyTypes = [owl.ObjectProperty, owl.DatatypeProperty, owl.AnnotationProperty, rdfNs.Property] as NamedNode[]
const classTypes = [owl.Class, rdfs.Class] as NamedNode[]

export function ontologyOf({ source, baseIri }: Site, language: Language): Ontology {
  const graph = graphNames(baseIri).ontology
  const uses = usesIn(source, baseIri)
  const objects = (subject: Term, property: NamedNode) =>
    Array.from(source.quads(subject, property, null, graph), ({ object }) => object)
  const text = (subject: Term, property: NamedNode) => inLanguage(objects(subject, property), language)
  const ofType = (types: readonly NamedNode[]) =>
    new Set(types.flatMap((type) => Array.from(source.quads(null, rdfNs.type!, type, graph), subjectOf)))

  const termOf = (iri: string, isClass: boolean): OntologyTerm => {
    const node = rdf.namedNode(iri)
    const said = relations.flatMap((relation) => {
      const targets = objects(node, relation).map(({ value }) => value)
      return targets.length ? [[relation.value, targets.sort()] as const] : []
    })
    const counts = isClass ? uses.classes : uses.properties
    return {
      iri,
      anchor: /[^#/]*$/.exec(iri)![0],
      isClass,
      isDeprecated: objects(node, owl.deprecated!).some(({ value }) => value === 'true'),
      uses: counts.get(iri) ?? 0,
      relations: new Map(said),
      ...defined({
        definition: text(node, skos.definition!),
        reason: text(node, rdfs.comment!),
        example: text(node, skos.example!),
      }),
    }
  }

  const [head] = ofType([owl.Ontology!])
  const subject = head === undefined ? undefined : rdf.namedNode(head)
  return {
    terms: [
      ...[...ofType(classTypes)].sort().map((iri) => termOf(iri, true)),
      ...[...ofType(propertyTypes)].sort().map((iri) => termOf(iri, false)),
    ],
    uses,
    ...(subject &&
      defined({
        iri: head,
        title: text(subject, dcterms.title!),
        description: text(subject, dcterms.description!),
        version: text(subject, owl.versionInfo!),
        licence: objects(subject, dcterms.license!)[0]?.value,
      })),
  }
}

function subjectOf({ subject }: Quad): string {
  return subject.value
}

function inLanguage(terms: readonly Term[], language: Language): string | undefined {
  const literals = terms.filter((term) => term.termType === 'Literal')
  const found = literals.find((literal) => literal.language === language) ?? literals[0]
  return found?.value
}

/** Without what is not said. */
function defined<Values extends Readonly<Record<string, string | undefined>>>(values: Values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Values]?: string
  }
}
