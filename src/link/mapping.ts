/**
 * Links and candidates for links as records of SSSOM (https://mapping-commons.github.io/sssom/Mapping/): what is linked,
 * how, how sure that is, what was seen, why, when, and who has judged it.
 */
import { FaultsError } from '../errors.ts'
import { type NamedNode, type Quad, rdf, type Term } from '../rdf/environment.ts'
import { dcterms, prefixes, rdfNs, sssom, xsd } from '../rdf/namespaces.ts'

export interface Mapping {
  /** IRI of the record. */
  readonly record: string
  readonly subject: string
  readonly predicate: string
  readonly object: string
  readonly confidence: number
  /** What the program made of both sides, where a person has judged in the end. */
  readonly similarity?: number | undefined
  /** `YYYY-MM-DD` */
  readonly date: string
  /** Term of SEMAPV: by what kind of work it was found. */
  readonly justification: 'CompositeMatching' | 'ManualMappingCuration'
  /** What the other side calls it. */
  readonly label?: string | undefined
  /** What was seen there, in words. */
  readonly seen: string
  readonly reasons: string
  /** The program that found it. */
  readonly tool?: string | undefined
  /** Who has judged it. */
  readonly reviewer?: string | undefined
  /** Whether it was judged to be none. */
  readonly isRejected: boolean
}

/** What this program calls itself in the records that it makes. */
export const tool = 'Commons Graph, npm run link'

export function mappingQuads(mapping: Mapping, graph?: NamedNode): Quad[] {
  const { confidence, date, justification, label, seen, reasons, reviewer, similarity, isRejected } = mapping
  const iri = (value: string) => rdf.namedNode(value)
  const facts: readonly (readonly [NamedNode, Term | undefined])[] = [
    [rdfNs.type!, sssom.Mapping!],
    [dcterms.source!, rdf.literal(seen, 'en')],
    [sssom.comment!, rdf.literal(reasons, 'en')],
    [sssom.confidence!, rdf.literal(decimal(confidence), xsd.decimal)],
    [sssom.mapping_date!, rdf.literal(date, xsd.date)],
    [sssom.mapping_justification!, iri(prefixes.semapv + justification)],
    [sssom.mapping_tool!, mapping.tool === undefined ? undefined : rdf.literal(mapping.tool)],
    [sssom.object_id!, iri(mapping.object)],
    [sssom.object_label!, label === undefined ? undefined : rdf.literal(label)],
    [sssom.predicate_id!, iri(mapping.predicate)],
    [sssom.predicate_modifier!, isRejected ? sssom.NegatedPredicate! : undefined],
    [sssom.similarity_score!, similarity === undefined ? undefined : rdf.literal(decimal(similarity), xsd.decimal)],
    [sssom.reviewer_label!, reviewer === undefined ? undefined : rdf.literal(reviewer)],
    [sssom.subject_id!, iri(mapping.subject)],
  ]
  const subject = iri(mapping.record)
  return facts.flatMap(([predicate, object]) =>
    object ? [rdf.quad(subject, predicate, object as never, graph) as Quad] : [],
  )
}

/**
 * The records among quads that have a subject and an object, in the order of the quads.
 * @throws FaultsError if one is not sure from 0 to 1
 */
export function readMappings(quads: readonly Quad[]): readonly Mapping[] {
  const records = Map.groupBy(quads, ({ subject }) => subject.value)
  return Array.from(records).flatMap(([record, about]) => {
    const value = (predicate: NamedNode) => about.find((quad) => quad.predicate.equals(predicate))?.object.value
    const [subject, object] = [value(sssom.subject_id!), value(sssom.object_id!)]
    if (subject === undefined || object === undefined) return []
    return [
      {
        record,
        subject,
        object,
        predicate: value(sssom.predicate_id!) ?? '',
        confidence: fraction(value(sssom.confidence!), record) ?? 0,
        date: value(sssom.mapping_date!) ?? '',
        justification: value(sssom.mapping_justification!)?.endsWith('CompositeMatching')
          ? 'CompositeMatching'
          : 'ManualMappingCuration',
        label: value(sssom.object_label!),
        seen: value(dcterms.source!) ?? '',
        reasons: value(sssom.comment!) ?? '',
        similarity: fraction(value(sssom.similarity_score!), record),
        tool: value(sssom.mapping_tool!),
        reviewer: value(sssom.reviewer_label!),
        isRejected: value(sssom.predicate_modifier!) !== undefined,
      },
    ]
  })
}

function fraction(text: string | undefined, record: string): number | undefined {
  if (text === undefined) return undefined
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (number >= 0 && number <= 1) return number
  throw new FaultsError([{ message: `${record}: sssom:confidence is a number from 0 to 1, not ${text}` }])
}

/** With a point and three digits behind it at most, as xsd:decimal is written. */
function decimal(number: number): string {
  const text = String(Math.round(number * 1000) / 1000)
  return text.includes('.') ? text : `${text}.0`
}
