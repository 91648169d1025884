/**
 * Some commons side by side: what each is, where, how large, and what is known of it under each key.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { dcterms, schema } from '../../rdf/namespaces.ts'
import type { Language } from '../../representation/negotiate.ts'
import type { Commons } from '../catalogue/commons.ts'
import { Whereabouts, whereabouts } from '../catalogue/whereabouts.ts'
import { type Known, knownOf, type Statement, statementsOf } from '../known/known.ts'
import { passageOf } from '../known/passage.ts'
import { SaidUntil } from '../known/said-until.ts'
import type { Site } from '../site.ts'

/** What is told of each commons before the keys. */
export const traits = ['kind', 'place', 'size'] as const
export type Trait = (typeof traits)[number]

const properties: Readonly<Record<Trait, readonly NamedNode[]>> = {
  kind: [dcterms.type!],
  place: whereabouts,
  size: [schema.floorSize!],
}

export interface Compared {
  readonly commons: Commons
  readonly traits: Readonly<Record<Trait, readonly Statement[]>>
  /** Of all keys, in their order. */
  readonly known: readonly Known[]
}

/** @param asOf a day (`2016-05-26`) after which nothing counts */
export function comparedOf(commons: Commons, asOf: string | undefined, language: Language, site: Site): Compared {
  const source = asOf === undefined ? site.source : new SaidUntil(site.source, asOf)
  const node = rdf.namedNode(commons.iri)
  const nearest = new Set(new Whereabouts(source).of(node).nearest)
  const traitOf = (trait: Trait) => {
    const quads = properties[trait].flatMap((property) => [...source.quads(node, property)])
    const statements = statementsOf(quads, language)
    return inTime(trait === 'place' ? statements.filter(({ value }) => nearest.has(value.value)) : statements, site)
  }
  return {
    commons,
    traits: { kind: traitOf('kind'), place: traitOf('place'), size: traitOf('size') },
    known: knownOf(commons.iri, site.catalogue.keys, language, source),
  }
}

/** In the order of the first day on which each was said; what has no day comes last. */
function inTime(statements: readonly Statement[], { source }: Site): readonly Statement[] {
  const dayOf = ({ sources }: Statement) =>
    sources.map((iri) => passageOf(iri, source).observedOn ?? '\uffff').sort()[0] ?? '\uffff'
  return statements
    .map((statement) => ({ statement, day: dayOf(statement) }))
    .sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)))
    .map(({ statement }) => statement)
}
