/**
 * The services that are asked, each by a polite client of its own.
 */
import type { Config } from '../config.ts'
import { FaultsError } from '../errors.ts'
import { KeptAnswers } from './kept-answers.ts'
import { Nominatim } from './openstreetmap/nominatim.ts'
import { Overpass } from './openstreetmap/overpass.ts'
import { PoliteClient, type PoliteOptions } from './polite-client.ts'
import { Wikidata } from './wikidata/wikidata.ts'

/** A month: who wants it newer asks again. */
const keptMs = 30 * 24 * 60 * 60 * 1000
const requestMs = 30_000

/** The operators of this one set the rate, not we (https://operations.osmfoundation.org/policies/nominatim/). */
const publicNominatim = 'nominatim.openstreetmap.org'

/** @throws FaultsError if the settings name nobody whom the operators can write to */
export function servicesOf(config: Config, options: Pick<PoliteOptions, 'again' | 'onWait'>) {
  const { linkContact: contact, linkDir, linkIntervalMs, wikidataApi, nominatimUrl, overpassUrl } = config
  if (!contact) {
    const message =
      'LINK_CONTACT: the services ask for an address where you can be reached; set it to https://… or an e-mail address'
    throw new FaultsError([{ message }])
  }
  const kept = new KeptAnswers(linkDir, keptMs)
  const clientOf = (name: string, url: string) => {
    const intervalMs = new URL(url).host === publicNominatim ? Math.max(1000, linkIntervalMs) : linkIntervalMs
    return new PoliteClient({ ...options, name, contact, intervalMs, timeoutMs: requestMs, kept })
  }
  return {
    wikidata: new Wikidata(clientOf('Wikidata', wikidataApi), wikidataApi),
    nominatim: new Nominatim(clientOf('Nominatim', nominatimUrl), nominatimUrl),
    overpass: new Overpass(clientOf('Overpass', overpassUrl), overpassUrl),
  }
}
