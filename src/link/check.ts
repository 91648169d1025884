/**
 * Are the links that are published still right? Each is looked up again, and its record gets the day and what came of it.
 */
import { type NamedNode, type Quad, rdf } from '../rdf/environment.ts'
import { dcterms, prov, rdfNs, schema, skos, xsd } from '../rdf/namespaces.ts'
import type { Mapping } from './mapping.ts'
import { type Found, inWords, isElsewhere, metresBetween } from './score.ts'
import { ServiceFailure } from './service-failure.ts'
import type { Thing } from './things.ts'

/** What stands in `scheme/link-states`, and `unreachable`, of which nothing is recorded: nothing was found out. */
export type State = 'holds' | 'redirected' | 'merged' | 'deleted' | 'elsewhere' | 'other-kind' | 'unreachable'

export interface Checked {
  readonly mapping: Mapping
  readonly state: State
  /** In words: where it leads now, how far it is, of what kind. */
  readonly detail: string
}

/** What a register says of IRIs of its own; undefined of one that is not there. The IRI says where it leads now. */
export type LookUp = (iris: readonly string[]) => Promise<ReadonlyMap<string, Found | undefined>>

/** Looks up the links to one register. */
export async function checkLinks(
  mappings: readonly Mapping[],
  lookUp: LookUp,
  thingOf: (iri: string) => Thing,
): Promise<readonly Checked[]> {
  try {
    const found = await lookUp([...new Set(mappings.map(({ object }) => object))])
    const now = new Map(Array.from(found, ([iri, there]) => [iri, there?.iri] as const))
    return mappings.map((mapping) => ({
      mapping,
      ...(gone(mapping, mappings, now) ?? compared(mapping, thingOf(mapping.subject), found.get(mapping.object)!)),
    }))
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error
    return mappings.map((mapping) => ({ mapping, state: 'unreachable', detail: error.message }))
  }
}

type Outcome = Pick<Checked, 'state' | 'detail'>

/** @param now where each IRI leads; undefined if it is not there */
function gone(
  { subject, object }: Mapping,
  mappings: readonly Mapping[],
  now: ReadonlyMap<string, string | undefined>,
): Outcome | undefined {
  const target = now.get(object)
  if (target === undefined) return { state: 'deleted', detail: 'it is not there any more' }
  if (target === object) return undefined
  const other = mappings.find((mapping) => mapping.subject !== subject && now.get(mapping.object) === target)
  if (other) return { state: 'merged', detail: `merged into ${target}, to which ${other.subject} leads too` }
  return { state: 'redirected', detail: `leads to ${target}` }
}

/** What is exactly the same is of the same kind and in the same place; what is close to it need not be. */
function compared({ predicate }: Mapping, { kind, tags, area }: Thing, found: Found): Outcome {
  if (predicate === skos.exactMatch!.value) {
    if (kind && found.fits(kind, tags) === 'other') {
      return { state: 'other-kind', detail: `ours is a ${kind.name}, it is said to be: ${found.kindInWords}` }
    }
    if (area && found.position && isElsewhere(area, found.position)) {
      return { state: 'elsewhere', detail: `${inWords(metresBetween(area, found.position))} from where ours is` }
    }
  }
  return { state: 'holds', detail: found.label }
}

/**
 * The records of checks with those of now: a link that nothing was found out about keeps its last one, one that is not
 * published any more has none.
 */
export function withChecks(
  quads: readonly Quad[],
  checked: readonly Checked[],
  options: { readonly graph: NamedNode; readonly baseIri: string; readonly today: string },
): readonly Quad[] {
  const unreachable = checked.filter(({ state }) => state === 'unreachable')
  const kept = new Set(unreachable.map(({ mapping }) => checkIri(mapping)))
  const found = checked.filter(({ state }) => state !== 'unreachable')
  return [
    ...quads.filter(({ subject }) => kept.has(subject.value)),
    ...found.flatMap((one) => checkQuads(one, options)),
  ]
}

function checkQuads(
  { mapping, state }: Checked,
  { graph, baseIri, today }: { readonly graph: NamedNode; readonly baseIri: string; readonly today: string },
): Quad[] {
  const facts = [
    [rdfNs.type!, prov.Activity!],
    [dcterms.date!, rdf.literal(today, xsd.date)],
    [prov.used!, rdf.namedNode(mapping.record)],
    [schema.result!, rdf.namedNode(`${baseIri}scheme/link-states/${state}`)],
  ] as const
  const subject = rdf.namedNode(checkIri(mapping))
  return facts.map(([predicate, object]) => rdf.quad(subject, predicate, object, graph) as Quad)
}

function checkIri({ record }: Mapping): string {
  return `${record}-check`
}
