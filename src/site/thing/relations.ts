/**
 * What a thing has to do with others: what happens there, what it uses, whom it inspired.
 */
import type { NamedNode, Quad, Term } from '../../rdf/environment.ts'
import { cg, schema } from '../../rdf/namespaces.ts'
import { hasAny, type QuadReader } from '../../rdf/quad-reader.ts'
import { isAnEvent } from './events.ts'
import { most } from './most.ts'

/** The property by which others point at a thing, and that by which it names them. */
interface Ends {
  readonly incoming?: NamedNode
  readonly own?: NamedNode
  /** Only of those that point at it that are events, or are none. */
  readonly isEvent?: boolean
}

const kinds = {
  hosts: { incoming: cg.hostedAt!, own: cg.hosts! },
  meets: { incoming: cg.meetsAt! },
  events: { incoming: schema.location!, isEvent: true },
  located: { incoming: schema.location!, isEvent: false },
  uses: { own: cg.usesSoftware! },
  usedBy: { incoming: cg.usesSoftware! },
  inspiredBy: { own: cg.inspiredBy! },
  inspired: { incoming: cg.inspiredBy! },
  operatedBy: { incoming: cg.operates! },
} as const satisfies Readonly<Record<string, Ends>>

export type RelationKind = keyof typeof kinds

export interface Relation {
  readonly kind: RelationKind
  readonly others: readonly Other[]
  readonly hasMore: boolean
}

export interface Other {
  readonly iri: string
  /** The graphs that say so. */
  readonly sources: readonly string[]
}

/** Properties by which what a thing says of others is told as a relation, by IRI: where it is stands among its own facts. */
export const toldAsRelation: ReadonlySet<string> = new Set(
  Object.values(kinds).flatMap((kind) => ('own' in kind ? [kind.own.value] : [])),
)

/**
 * Properties by which what others say of a thing is told as a relation, or otherwise: what facts are about is told under its
 * keys.
 */
export const pointingTold: ReadonlySet<string> = new Set(
  [...Object.values<Ends>(kinds).flatMap(({ incoming = [], own = [] }) => [incoming, own].flat()), cg.about!].map(
    ({ value }) => value,
  ),
)

/** Those that there are. */
export function relationsOf(node: NamedNode, source: QuadReader): readonly Relation[] {
  return (Object.keys(kinds) as RelationKind[]).flatMap((kind) => {
    const { incoming, own, isEvent }: Ends = kinds[kind]
    const all = [
      ...(incoming ? pointing(node, incoming, source) : []),
      ...(own ? named(node, own, incoming, source) : []),
    ]
    const hasMore = all.length > most
    const others = all.slice(0, most).filter(({ iri }) => isEvent === undefined || isEvent === isAnEvent(iri, source))
    return others.length ? [{ kind, others, hasMore }] : []
  })
}

/** What points at a thing by a property, one more than is shown: of some there are thousands. */
function pointing(node: NamedNode, property: NamedNode, source: QuadReader): Other[] {
  const first = Array.from(Iterator.from(source.triples(null, property, node)).take(most + 1))
  return first.map(({ subject }) => otherOf(subject as NamedNode, source.quads(subject, property, node)))
}

/** What a thing names by a property, but for what follows from the other end: it is stated there. */
function named(node: NamedNode, property: NamedNode, inverse: NamedNode | undefined, source: QuadReader): Other[] {
  const isStatedThere = (other: Term) =>
    (inverse !== undefined && hasAny(source.quads(other, inverse, node))) ||
    (property.equals(cg.hosts) && hasAny(source.quads(other, cg.meetsAt!, node)))
  const first = Iterator.from(source.triples(node, property))
    .map(({ object }) => object as NamedNode)
    .filter((other) => !isStatedThere(other))
    .take(most + 1)
  return Array.from(first, (other) => otherOf(other, source.quads(node, property, other)))
}

function otherOf({ value }: NamedNode, saying: Iterable<Quad>): Other {
  return { iri: value, sources: Array.from(saying, ({ graph }) => graph.value) }
}
