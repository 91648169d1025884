/**
 * The records of links to other registers (SSSOM), each with the last time that the link was looked up again: read, and as
 * a page shows them.
 */
import type { Quad, Term } from '../rdf/environment.ts'
import type { Lookup } from '../rdf/lookup.ts'
import { dcterms, prov, rdfNs, schema, sssom } from '../rdf/namespaces.ts'
import type { Fact, Link, Value } from './fact.ts'
import { messages } from './messages/messages.ts'
import { termName } from './messages/terms.ts'
import type { Language } from './negotiate.ts'

export interface LinkRecord {
  readonly record: Term
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
  /** From 0 to 1. */
  readonly confidence: string
  /** The day on which it was judged, as `YYYY-MM-DD`. */
  readonly establishedOn: string
  /** Who has judged it, as far as that is stated. */
  readonly reviewers: readonly string[]
  /** Undefined if nobody has looked it up since. */
  readonly lastCheck: Check | undefined
}

export interface Check {
  /** As `YYYY-MM-DD`. */
  readonly date: string
  /** What was found: a concept of `scheme/link-states`. */
  readonly state: Term
}

/** The records that are whole, in the order of what is said. */
export function linkRecords(said: Lookup): readonly LinkRecord[] {
  const checks = lastChecks(said)
  return said.subjects(rdfNs.type!, sssom.Mapping!).flatMap((record) => {
    const [subject, predicate, object] = [sssom.subject_id!, sssom.predicate_id!, sssom.object_id!].map((property) =>
      said.object(record, property),
    )
    if (!subject || !predicate || !object) return []
    return [
      {
        ...{ record, subject, predicate, object },
        confidence: said.object(record, sssom.confidence!)?.value ?? '',
        establishedOn: said.object(record, sssom.mapping_date!)?.value ?? '',
        reviewers: said.objects(record, sssom.reviewer_label!).map(({ value }) => value),
        lastCheck: checks.get(record.value),
      },
    ]
  })
}

/** The same by the links that they are of. */
export function recordsByLink(said: Lookup): ReadonlyMap<string, LinkRecord> {
  return new Map(linkRecords(said).map((record) => [linkKey(record), record]))
}

export function linkKey({ subject, predicate, object }: Pick<Quad | LinkRecord, 'subject' | 'predicate' | 'object'>) {
  return `${subject.value} ${predicate.value} ${object.value}`
}

/** Whether it led to what it should when it was last looked up; what nobody looked up is not known to be broken. */
export function isSound({ lastCheck }: LinkRecord): boolean {
  return lastCheck === undefined || lastCheck.state.value.endsWith('/link-states/holds')
}

/**
 * Where a link leads, when it was judged and by whom, how sure that is, and when it was last looked up.
 * @param link the name of a term, and where it leads
 */
export function linkValue(record: LinkRecord, language: Language, link: (term: Term) => Link): Value {
  const { object, confidence, establishedOn, reviewers, lastCheck } = record
  const words = messages[language]
  const fact = (property: string, value: Value): Fact => ({ property, value, sources: [] })
  const named = (name: string, value: Value) => fact(termName(name, language)!, value)
  const facts = [
    named('sssom:mapping_date', { text: establishedOn }),
    ...reviewers.map((text) => named('sssom:reviewer_label', { text })),
    named('sssom:confidence', { text: confidence }),
    fact(words.lastCheck, { text: lastCheck?.date ?? words.neverChecked }),
    ...(isSound(record) ? [] : [named('schema:result', link(lastCheck!.state))]),
  ]
  return { ...link(object), facts }
}

/** By the IRI of the record. */
function lastChecks(said: Lookup): ReadonlyMap<string, Check> {
  const checks = said.using(prov.used!).flatMap(({ subject, object }) => {
    const date = said.object(subject, dcterms.date!)?.value
    const state = said.object(subject, schema.result!)
    return date && state ? [{ record: object.value, date, state }] : []
  })
  const fromFirst = checks.sort((one, other) => one.date.localeCompare(other.date))
  return new Map(fromFirst.map(({ record, date, state }) => [record, { date, state }]))
}
