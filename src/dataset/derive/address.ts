/**
 * The parts of an address that go without saying: a place visited during an event in a town is in that town.
 */
import type { NamedNode } from '../../rdf/environment.ts'
import type { Lookup } from '../../rdf/lookup.ts'
import { schema } from '../../rdf/namespaces.ts'
import type { Derivation } from './rule.ts'

const implied = [schema.addressLocality!, schema.addressCountry!]

export function impliedAddress(facts: Lookup): Derivation[] {
  return facts.using(schema.superEvent!).flatMap(({ subject: slot, object: event }) => {
    const town = facts.object(event, schema.location!)
    const townAddress = town && facts.object(town, schema.address!)
    if (!townAddress) return []
    return [schema.location!, schema.toLocation!]
      .flatMap((property) => facts.objects(slot, property))
      .flatMap((place) => facts.objects(place, schema.address!))
      .flatMap((address): Derivation[] => {
        const silent = facts
          .graphs(address, schema.streetAddress!)
          .filter((passage) => !facts.graphs(address, schema.addressLocality!).some((graph) => graph.equals(passage)))
        if (!silent.length) return []
        const parts = implied.flatMap((part): [NamedNode, NonNullable<typeof town>][] => {
          const value = facts.object(townAddress, part)
          return value ? [[part, value]] : []
        })
        return [
          {
            node: address as NamedNode,
            facts: parts,
            from: [...silent, ...facts.graphs(event, schema.location!)],
            rule: {
              fr: "Ville et pays : ceux de la ville où l'événement a eu lieu.",
              en: 'Town and country: those of the town where the event took place.',
            },
          },
        ]
      })
  })
}
