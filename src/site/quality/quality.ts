/**
 * How good the data is, as far as it can be counted: how old, how well checked, and what nobody has said yet.
 */

import { graphNames } from '../../dataset/graphs.ts'
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import { cg, dcterms, prov, rdfNs, schema, sssom } from '../../rdf/namespaces.ts'
import { hasAny } from '../../rdf/quad-reader.ts'
import type { Work } from '../../turns.ts'
import { pointOf } from '../catalogue/commons.ts'
import type { Site } from '../site.ts'
import type { Source } from '../sources/sources.ts'

export interface Quality {
  /** The oldest first; passages without a day have no year and come last. */
  readonly ages: readonly Age[]
  /** The links to other registers, by what was found when they were last looked up. */
  readonly links: readonly LinkState[]
  /** Places of which coordinates or an address are not known. */
  readonly unlocated: readonly Unlocated[]
  /** Things whose name no source prints, by IRI, with how it is known. */
  readonly names: readonly { readonly iri: string; readonly status: string }[]
}

export interface Age {
  readonly year?: string
  readonly passages: number
  readonly facts: number
}

export interface LinkState {
  /** A concept of `scheme/link-states`; none where nobody looked it up since it was made. */
  readonly state?: string
  readonly count: number
  /** The first and the last day of a check, or else of making the link. */
  readonly days: readonly string[]
}

export interface Unlocated {
  readonly iri: string
  readonly coordinates: boolean
  readonly address: boolean
}

export function* qualityOf(site: Site, sources: readonly Source[]): Work<Quality> {
  return {
    ages: agesOf(sources),
    links: yield* linksOf(site),
    unlocated: yield* unlocatedIn(site),
    names: yield* namesOf(site),
  }
}

function agesOf(sources: readonly Source[]): Age[] {
  const byYear = Map.groupBy(
    sources.flatMap(({ passages }) => passages),
    ({ observedOn }) => observedOn?.slice(0, 4),
  )
  return Array.from(byYear, ([year, passages]) => ({
    ...(year !== undefined && { year }),
    passages: passages.length,
    facts: passages.reduce((sum, { facts }) => sum + facts, 0),
  })).sort((one, other) => ((one.year ?? '~') < (other.year ?? '~') ? -1 : 1))
}

function* linksOf({ source, baseIri }: Site): Work<LinkState[]> {
  const { links } = graphNames(baseIri)
  const byState = new Map<string | undefined, string[]>()
  for (const { subject: record } of source.quads(null, rdfNs.type!, sssom.Mapping!, links)) {
    const valuesOf = (node: NamedNode, property: NamedNode) =>
      Array.from(source.quads(node, property, null, links), ({ object }) => object.value)
    const checks = Array.from(source.quads(null, prov.used!, record, links), ({ subject }) => ({
      day: valuesOf(subject as NamedNode, dcterms.date!)[0],
      state: valuesOf(subject as NamedNode, schema.result!)[0],
    })).sort((one, other) => ((one.day ?? '') < (other.day ?? '') ? -1 : 1))
    const last = checks.at(-1)
    const day = last ? last.day : valuesOf(record as NamedNode, sssom.mapping_date!)[0]
    const days = byState.get(last?.state) ?? []
    byState.set(last?.state, days)
    days.push(day ?? '')
    yield
  }
  return Array.from(byState, ([state, days]) => {
    const stated = days.filter((day) => day !== '').sort()
    return {
      ...(state !== undefined && { state }),
      count: days.length,
      days: [...new Set([stated[0], stated.at(-1)])].filter((day) => day !== undefined),
    }
  }).sort((one, other) => other.count - one.count)
}

/** Parts of things are places only with what they are part of. */
function* unlocatedIn({ source }: Site): Work<Unlocated[]> {
  const found: Unlocated[] = []
  for (const { subject } of source.triples(null, rdfNs.type!, schema.Place!)) {
    yield
    if (subject.value.includes('#')) continue
    const coordinates = pointOf(subject.value, source) !== undefined
    const address = hasAny(source.triples(subject, schema.address!))
    if (!coordinates || !address) found.push({ iri: subject.value, coordinates, address })
  }
  return found
}

function* namesOf({ source, baseIri }: Site): Work<Quality['names']> {
  const stated = rdf.namedNode(`${baseIri}scheme/name-statuses/stated`)
  const found: { iri: string; status: string }[] = []
  for (const { subject, object } of source.triples(null, cg.nameStatus!)) {
    if (!object.equals(stated)) found.push({ iri: subject.value, status: object.value })
    yield
  }
  return found
}
