/**
 * What a thing has to do with others: what happens there, what it uses, whom it inspired.
 */
import type { NamedNode } from '../../rdf/environment.ts'
import { cg, schema } from '../../rdf/namespaces.ts'
import type { QuadReader } from '../../rdf/quad-reader.ts'
import { most } from './most.ts'

const kinds = {
  hosts: { incoming: cg.hostedAt!, own: cg.hosts! },
  meets: { incoming: cg.meetsAt! },
  events: { incoming: schema.location! },
  uses: { own: cg.usesSoftware! },
  usedBy: { incoming: cg.usesSoftware! },
  inspiredBy: { own: cg.inspiredBy! },
  inspired: { incoming: cg.inspiredBy! },
  operatedBy: { incoming: cg.operates! },
} as const satisfies Readonly<Record<string, { readonly incoming?: NamedNode; readonly own?: NamedNode }>>

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

/** Properties that tell nothing more where relations are told, by IRI. What facts are about is told under their keys. */
export const toldAsRelation: ReadonlySet<string> = new Set(
  [...Object.values(kinds).flatMap((kind) => Object.values(kind)), cg.about!].map(({ value }) => value),
)

/** Those that there are. */
export function relationsOf(node: NamedNode, source: QuadReader): readonly Relation[] {
  const met = new Set(Array.from(source.triples(null, cg.meetsAt!, node), ({ subject }) => subject.value))
  return (Object.keys(kinds) as RelationKind[]).flatMap((kind) => {
    const { incoming, own }: { incoming?: NamedNode; own?: NamedNode } = kinds[kind]
    const others = new Map<string, string[]>()
    let hasMore = false
    const add = (iri: string, graph: string) => {
      if (!others.has(iri) && others.size === most) hasMore = true
      else others.set(iri, [...(others.get(iri) ?? []), graph])
    }
    if (incoming) for (const { subject, graph } of source.quads(null, incoming, node)) add(subject.value, graph.value)
    const stated = new Set(others.keys())
    if (own) {
      for (const { object, graph } of source.quads(node, own)) {
        // What follows from the other end is stated there.
        if (!stated.has(object.value) && !(kind === 'hosts' && met.has(object.value))) add(object.value, graph.value)
      }
    }
    if (!others.size) return []
    return [{ kind, others: Array.from(others, ([iri, sources]) => ({ iri, sources })), hasMore }]
  })
}
