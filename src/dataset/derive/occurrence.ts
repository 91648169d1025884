/**
 * When something that recurs took place for the first time after the day on which its rule was noted.
 */
import { type NamedNode, rdf } from '../../rdf/environment.ts'
import type { Lookup } from '../../rdf/lookup.ts'
import { cg, rdfNs, schema, xsd } from '../../rdf/namespaces.ts'
import { type Occurrence, occurrencesAfter, type Recurrence } from '../recurrence.ts'
import type { Derivation } from './rule.ts'

/** No source names a time zone; every place in the data keeps this one. */
const timeZone = 'Europe/Paris'

export function firstOccurrence(facts: Lookup): Derivation[] {
  return facts.using(cg.rrule!).flatMap(({ subject: schedule, object: rule, graph: passage }) => {
    const observed = facts.object(passage, cg.observedOn!)?.value
    if (!observed) return []
    const startTime = facts.object(schedule, schema.startTime!)?.value
    const first = firstAfter({ rule: rule.value, timeZone, ...(startTime && { startTime }) }, observed)
    if (!first) return []
    return [
      {
        node: rdf.namedNode(`${schedule.value}-first`),
        facts: [
          [rdfNs.type!, schema.Event!],
          [schema.eventSchedule!, schedule],
          [schema.startDate!, rdf.literal(first.value, xsd[first.datatype]!)],
        ],
        from: [passage as NamedNode],
        rule: {
          fr: `Première occurrence après le ${observed}, selon la règle ${rule.value}, à l'heure de ${timeZone}.`,
          en: `First occurrence after ${observed} by the rule ${rule.value}, in the time of ${timeZone}.`,
        },
      },
    ]
  })
}

/** Nothing follows from a rule or a time that cannot be read: the shapes say what is wrong with it. */
function firstAfter(recurrence: Recurrence, day: string): Occurrence | undefined {
  try {
    return occurrencesAfter(recurrence, day, 1)[0]
  } catch {
    return undefined
  }
}
