/**
 * What a map shows: places and the commons at each, those with coordinates first, then those with an address, then those of
 * which neither is known. Nothing gets a point that is not stated.
 */
import type { Language } from '../../representation/negotiate.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Spot } from '../catalogue/spots.ts'
import { type Choice, type List, listOf } from '../commons/list.ts'

export interface Charted {
  /** In the order of how well it is known where they are, then of their names. */
  readonly entries: readonly Entry[]
  /** The things that were chosen. */
  readonly count: number
  readonly options: List['options']
}

/** A place with those of its guests that were chosen; or a commons that is at no known place, as its own place. */
export interface Entry extends Spot {
  readonly whereabouts: Whereabouts
}

export const whereabouts = ['point', 'address', 'unknown'] as const
export type Whereabouts = (typeof whereabouts)[number]

/** @param choice by which commons and places are chosen; a place is also there for the sake of a commons at it */
export function charted(catalogue: Catalogue, choice: Choice, language: Language): Charted {
  const spots = catalogue.spots[language]
  const places = spots.map(({ place }) => place)
  const further = places.filter(({ iri }) => !catalogue.commons.has(iri))
  const { commons, options } = listOf(catalogue, choice, 'name', language, [...catalogue.byName[language], ...further])
  const chosen = new Set(commons)
  const isPlace = new Set(places)
  const atPlaces = spots.flatMap((spot): Entry[] => {
    const guests = spot.guests.filter((iri) => chosen.has(catalogue.commons.get(iri)!))
    const entry = { ...spot, guests, whereabouts: whereaboutsOf(spot) }
    // What is known only as a guest stands with its host.
    const isGuest = entry.whereabouts === 'unknown' && spot.place.places.length > 0
    return guests.length || (chosen.has(spot.place) && !isGuest) ? [entry] : []
  })
  const nowhere = commons
    .filter((one) => !isPlace.has(one) && one.places.length === 0)
    .map((place): Entry => ({ place, addresses: [], guests: [], whereabouts: 'unknown' }))
  const known = (wanted: Whereabouts) => atPlaces.filter((entry) => entry.whereabouts === wanted)
  return {
    entries: [...known('point'), ...known('address'), ...known('unknown'), ...nowhere],
    count: commons.length,
    options,
  }
}

function whereaboutsOf({ point, addresses }: Spot): Whereabouts {
  if (point) return 'point'
  return addresses.length ? 'address' : 'unknown'
}
