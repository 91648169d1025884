/**
 * What a place hosts: the inverse of what is hosted or meets there, so that either end can be asked.
 */
import type { NamedNode } from '../../rdf/environment.ts'
import type { Lookup } from '../../rdf/lookup.ts'
import { cg } from '../../rdf/namespaces.ts'
import type { Derivation } from './rule.ts'

export function hosts(facts: Lookup): Derivation[] {
  const stated = [cg.hostedAt!, cg.meetsAt!].flatMap((property) => facts.using(property))
  return [...Map.groupBy(stated, ({ object }) => object.value).values()].map((quads): Derivation => {
    const passages = new Map(quads.map(({ graph }) => [graph.value, graph as NamedNode]))
    const guests = new Map(quads.map(({ subject }) => [subject.value, subject]))
    return {
      node: quads[0]!.object as NamedNode,
      facts: [...guests.values()].map((guest) => [cg.hosts!, guest]),
      from: [...passages.values()],
      rule: {
        fr: "Ce que le lieu accueille : l'inverse de « a lieu à » et de « se réunit à ».",
        en: 'What the place hosts: the inverse of "hosted at" and "meets at".',
      },
    }
  })
}
