/** The kinds of terms, in the order that ORDER BY has for them (SPARQL 1.1 §15.1). */
export const kinds = {
  /** The name of the default graph, which is no term of the data. */
  defaultGraph: 1,
  blankNode: 2,
  iri: 3,
  /** A literal with a datatype, xsd:string among them. */
  literal: 4,
  /** A language-tagged string, and one that has a base direction too (RDF 1.2 Concepts §3.4). */
  tagged: 5,
  taggedLtr: 6,
  taggedRtl: 7,
  tripleTerm: 8,
} as const

/** 0 is the kind of no term. */
export type Kind = 0 | (typeof kinds)[keyof typeof kinds]
