/**
 * What the timetable of an event implies: when a slot ends, and where it takes place if its line does not say.
 */
import type { NamedNode, Term } from '../../rdf/environment.ts'
import type { Lookup } from '../../rdf/lookup.ts'
import { schema } from '../../rdf/namespaces.ts'
import type { Derivation } from './rule.ts'

/** A slot ends when the next one of the same event starts. */
export function endOfSlot(facts: Lookup): Derivation[] {
  return timetables(facts).flatMap((slots) =>
    slots.slice(0, -1).map((slot, index): Derivation => {
      const next = slots[index + 1]!
      return {
        node: slot,
        facts: [[schema.endDate!, facts.object(next, schema.startDate!)!]],
        from: [slot, next].flatMap((stated) => facts.graphs(stated, schema.startDate!)),
        rule: { fr: 'Fin : le début du créneau suivant.', en: 'End: the start of the next slot.' },
      }
    }),
  )
}

/** A slot that goes nowhere and names no place takes place where the one before it did. */
export function placeOfSlot(facts: Lookup): Derivation[] {
  return timetables(facts).flatMap((slots) => {
    let last: NamedNode | undefined
    return slots.flatMap((slot): Derivation[] => {
      if (facts.object(slot, schema.location!)) last = slot
      else if (facts.object(slot, schema.toLocation!)) last = undefined
      else if (last) {
        return [
          {
            node: slot,
            facts: [[schema.location!, facts.object(last, schema.location!)!]],
            from: [...facts.graphs(last, schema.location!), ...facts.graphs(slot, schema.startDate!)],
            rule: {
              fr: "Lieu : celui du créneau précédent, aucun déplacement n'étant indiqué entre les deux.",
              en: 'Place: that of the slot before, as no transfer is given in between.',
            },
          },
        ]
      }
      return []
    })
  })
}

/** For each event that has dated parts, the parts by their start. */
function timetables(facts: Lookup): NamedNode[][] {
  const dated = facts
    .using(schema.superEvent!)
    .filter(({ subject }) => facts.object(subject, schema.startDate!))
    .map(({ subject, object }) => ({ slot: subject as NamedNode, event: object }))
  const start = (slot: Term) => facts.object(slot, schema.startDate!)!.value
  return [...Map.groupBy(dated, ({ event }) => event.value).values()].map((slots) =>
    slots.map(({ slot }) => slot).sort((a, b) => (start(a) < start(b) ? -1 : 1)),
  )
}
