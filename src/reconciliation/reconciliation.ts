/**
 * The parts of the reconciliation service over a graph
 * (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
 */

import type { QuadReader } from '../rdf/quad-reader.ts'
import type { Bases } from '../representation/addresses.ts'
import { inTurns, type Work } from '../turns.ts'
import { Candidates } from './candidates.ts'
import { DataExtension } from './extension.ts'
import { Finding } from './finding.ts'
import { namesOf } from './names/names.ts'
import { Towns, townNamesOf } from './names/towns.ts'
import { Whereabouts } from './names/whereabouts.ts'
import { Places } from './places.ts'
import { Previews } from './previews.ts'
import { Properties } from './properties.ts'
import { PropertyMatch } from './property-match.ts'
import { Scoring } from './scoring.ts'
import { Suggestions } from './suggestions.ts'
import { Things } from './things.ts'
import { Types, typeUsesOf } from './types.ts'
import { ValueIndex } from './value-index.ts'

export interface Reconciliation {
  readonly candidates: Candidates
  readonly suggestions: Suggestions
  readonly extension: DataExtension
  readonly previews: Previews
  readonly types: Types
}

/**
 * Gives the same each time; made when it is first asked for, as a start would wait for it in vain, and in turns, as others
 * would too. Its things are those under `id/`.
 */
export function reconciliationOver(source: QuadReader, bases: Bases): ReadReconciliation {
  let made: Promise<Reconciliation> | undefined
  return async (work) => {
    made ??= inTurns(reconciliationOf(source, bases))
    return work(await made)
  }
}

/** Does something with it; where it then has to fetch what it reads, again, so the work keeps nothing of the first time. */
export type ReadReconciliation = <T>(work: (parts: Reconciliation) => T | Promise<T>) => Promise<T>

export function* reconciliationOf(source: QuadReader, bases: Bases): Work<Reconciliation> {
  const { baseIri } = bases
  const names = yield* namesOf(source, baseIri)
  const things = new Things(source, names.things(), baseIri)
  yield
  const types = new Types(source, things, baseIri, yield* typeUsesOf(source, things))
  const properties = new Properties(source, baseIri)
  const whereabouts = new Whereabouts(source)
  const towns = new Towns(source, whereabouts, yield* townNamesOf(source))
  const places = new Places({ things, properties, towns, whereabouts })
  const match = new PropertyMatch(things, types)
  const values = new ValueIndex({ things, properties, match })
  const finding = new Finding({ names, towns, things, values })
  const scoring = new Scoring({ types, properties, places, match })
  return {
    candidates: new Candidates({ finding, scoring, things, types }),
    suggestions: new Suggestions({ names, things, types, properties }),
    extension: new DataExtension({ things, types, properties }),
    previews: new Previews({ things, types, properties, bases }),
    types,
  }
}
