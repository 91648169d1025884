/**
 * The services that are asked, each by a polite client of its own.
 */
import type { Config, SettingName } from '../config.ts'
import { FaultsError } from '../errors.ts'
import { KeptAnswers } from './kept-answers.ts'
import { Nominatim } from './openstreetmap/nominatim.ts'
import { Overpass } from './openstreetmap/overpass.ts'
import { PoliteClient } from './polite-client.ts'
import { Wikidata } from './wikidata/wikidata.ts'

/** A month: who wants it newer asks again. */
const keptMs = 30 * 24 * 60 * 60 * 1000

/** Overpass may let a question wait for as long as it may take. */
const requestMs = 60_000
const leastBackoffMs = 500

/** The operators of this one set the rate, not we (https://operations.osmfoundation.org/policies/nominatim/). */
const publicNominatim = 'nominatim.openstreetmap.org'

/**
 * @param sinceMs answers that are kept from before are asked again
 * @throws FaultsError if the settings name nobody whom the operators can write to, or the disk refuses
 */
export async function servicesOf(
  config: Config,
  { sinceMs = 0, onWait }: { readonly sinceMs?: number | undefined; readonly onWait: (sentence: string) => void },
) {
  const { linkContact: contact, linkDir, linkIntervalMs, wikidataApi, nominatimUrl, overpassUrl } = config
  if (!contact) {
    const message =
      'LINK_CONTACT: the services ask for an address where you can be reached; set it to https://… or an e-mail address'
    throw new FaultsError([{ message }])
  }
  const tooOld = Date.now() - keptMs
  const kept = new KeptAnswers(linkDir, Math.max(tooOld, sinceMs))
  await kept.forget(tooOld)
  const clientOf = (name: string, setting: SettingName, url: string) => {
    const intervalMs = new URL(url).host === publicNominatim ? Math.max(1000, linkIntervalMs) : linkIntervalMs
    const backoffMs = Math.max(leastBackoffMs, 2 * intervalMs)
    return new PoliteClient({ name, setting, contact, intervalMs, backoffMs, timeoutMs: requestMs, kept, onWait })
  }
  return {
    wikidata: new Wikidata(clientOf('Wikidata', 'WIKIDATA_API', wikidataApi), wikidataApi),
    nominatim: new Nominatim(clientOf('Nominatim', 'NOMINATIM_URL', nominatimUrl), nominatimUrl),
    overpass: new Overpass(clientOf('Overpass', 'OVERPASS_URL', overpassUrl), overpassUrl),
  }
}
