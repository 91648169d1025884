/**
 * Are the links that are published still right? Each is looked up again and compared with what it leads to now.
 */
import { skos } from '../rdf/namespaces.ts'
import type { Mapping } from './mapping.ts'
import { mostAlike } from './names.ts'
import { osmRegister } from './registers.ts'
import { type Found, inWords, isElsewhere, metresBetween } from './score.ts'
import { ServiceFailure } from './service-failure.ts'
import type { Thing } from './things.ts'
import { sharedWebsite } from './website.ts'

/** What stands in `scheme/link-states`, and `unreachable`, of which nothing is recorded: nothing was found out. */
export type State =
  | 'holds'
  | 'redirected'
  | 'merged'
  | 'deleted'
  | 'elsewhere'
  | 'other-kind'
  | 'renamed'
  | 'unreachable'

export interface Checked {
  readonly mapping: Mapping
  readonly state: State
  /** In words: where it leads now, how far it is, of what kind. */
  readonly detail: string
  /** Where it leads now, if elsewhere. */
  readonly target?: string | undefined
}

/**
 * What a register says of IRIs of its own: what is there, and its IRI says where it leads now; undefined of one that is
 * not there; a failure of one that nothing was found out about.
 */
export type LookUp = (iris: readonly string[]) => Promise<ReadonlyMap<string, Found | ServiceFailure | undefined>>

/** Names less alike than this are of two things; the form of one name differs less. */
const leastAlike = 0.6

/** Looks up the links to one register. */
export async function checkLinks(
  mappings: readonly Mapping[],
  lookUp: LookUp,
  thingOf: (iri: string) => Thing,
): Promise<readonly Checked[]> {
  const found = await lookUp([...new Set(mappings.map(({ object }) => object))])
  const now = new Map(
    Array.from(found).flatMap(([iri, there]) => (there instanceof ServiceFailure ? [] : [[iri, there?.iri]])),
  )
  return mappings.map((mapping) => {
    const there = found.get(mapping.object)
    if (there instanceof ServiceFailure) return { mapping, state: 'unreachable', detail: there.message }
    if (!there) return { mapping, state: 'deleted', detail: 'it is not there any more' }
    return { mapping, ...(moved(mapping, mappings, now) ?? compared(mapping, thingOf(mapping.subject), there)) }
  })
}

type Outcome = Omit<Checked, 'mapping'>

/** @param now where each IRI leads; undefined if it is not there */
function moved(
  { subject, object }: Mapping,
  mappings: readonly Mapping[],
  now: ReadonlyMap<string, string | undefined>,
): Outcome | undefined {
  const target = now.get(object)
  if (target === object) return undefined
  const other = mappings.find((mapping) => mapping.subject !== subject && now.get(mapping.object) === target)
  if (other) return { state: 'merged', detail: `merged into ${target}, to which ${other.subject} leads too`, target }
  return { state: 'redirected', detail: `leads to ${target}`, target }
}

/** What is exactly the same has its kind, its place and its name; what is close to it need not. */
function compared(mapping: Mapping, thing: Thing, found: Found): Outcome {
  const holds: Outcome = { state: 'holds', detail: found.label }
  if (mapping.predicate !== skos.exactMatch!.value) return holds
  return ofOtherKind(mapping, thing, found) ?? elsewhere(thing, found) ?? renamed(mapping, thing, found) ?? holds
}

/** An element of OpenStreetMap says by its tags what it is: one that only might be meant is another one by now. */
function ofOtherKind({ object }: Mapping, { kind, tags }: Thing, found: Found): Outcome | undefined {
  if (!kind) return undefined
  const fit = found.fits(kind, tags)
  if (fit !== 'other' && !(fit === 'allowed' && osmRegister.iris.test(object))) return undefined
  return { state: 'other-kind', detail: `ours is a ${kind.name}, it is said to be: ${found.kindInWords}` }
}

function elsewhere({ area }: Thing, { position }: Found): Outcome | undefined {
  if (!area || !position || !isElsewhere(area, position)) return undefined
  return { state: 'elsewhere', detail: `${inWords(metresBetween(area, position))} from where ours is` }
}

/** By none of our names, nor by that which it had when somebody accepted it. The same website excuses another name. */
function renamed({ label }: Mapping, { names, websites }: Thing, found: Found): Outcome | undefined {
  const known = [...names.map(({ text }) => text), ...(label === undefined ? [] : [label])]
  if (!known.length || mostAlike(known, found.names).likeness >= leastAlike) return undefined
  if (sharedWebsite(websites, found.websites)?.is === 'page') return undefined
  return { state: 'renamed', detail: `ours is called ${known[0]}, it: ${found.label}` }
}
