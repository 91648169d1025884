/**
 * The things that the tests look for, and, with `--live`, what the services answer about them today, recorded for the
 * tests: `LINK_CONTACT=https://… node test/link/record.ts --live`.
 */
import { join } from 'node:path'
import { type Config, createConfig } from '../../src/config.ts'
import { type Answer, KeptAnswers, type Question } from '../../src/link/kept-answers.ts'
import type { Element } from '../../src/link/openstreetmap/element.ts'
import { servicesOf } from '../../src/link/services.ts'
import type { Thing } from '../../src/link/things.ts'
import { askedBy, client, thing } from './setting.ts'

export const recordedFolder = join(import.meta.dirname, 'recorded')

type Asked = ReturnType<typeof askedBy>

/** What each thing is in Wikidata, by `domain/links.md`; La Coroutine has no item. */
export const wanted: readonly { readonly slug: string; readonly item?: string }[] = [
  { slug: 'lille', item: 'Q648' },
  { slug: 'gare-lille-flandres', item: 'Q801098' },
  { slug: 'openstreetmap', item: 'Q936' },
  { slug: 'martine-lignieres-cassou', item: 'Q3295803' },
  { slug: 'la-coroutine' },
]

/** What each place is in OpenStreetMap as it was written by hand; what it really is, nobody has found out. */
export const wantedPlaces: readonly { readonly slug: string; readonly element: string }[] = [
  { slug: 'mutualab', element: 'node/990000000001' },
  { slug: 'lille', element: 'relation/990000000011' },
  { slug: 'gare-lille-flandres', element: 'node/990000000021' },
  { slug: 'la-cofabrik', element: 'node/990000000031' },
  { slug: 'lille-makers', element: 'node/990000000041' },
]

/** What a place may be in OpenStreetMap, by name and by what is around. */
export async function placesLike(place: Thing, { nominatim, overpass }: Asked): Promise<readonly Element[]> {
  return [...(await nominatim.find(place)), ...(await overpass.find(place))]
}

/**
 * Asks for everything that is wanted, whatever is known, and keeps the answers in the folder of the settings.
 * @throws FaultsError if the settings name nobody whom the operators can write to
 * @throws ServiceFailure if one does not answer
 */
export async function record(config: Config, say: (sentence: string) => void): Promise<void> {
  const findings = [
    ...wanted.map(({ slug }) => [`Wikidata: ${slug}`, ({ wikidata }: Asked) => wikidata.find(thing(slug))] as const),
    ...wantedPlaces.map(
      ({ slug }) => [`OpenStreetMap: ${slug}`, (asked: Asked) => placesLike(thing(slug), asked)] as const,
    ),
  ]
  const sinceMs = Date.now()
  for (const [name, find] of findings) {
    // Each by services that know nothing yet, so that all that a test asks is recorded, whatever else it asks.
    await find(await servicesOf(config, { sinceMs, onWait: say }))
    say(name)
  }
}

/** The services as they were recorded. Nobody is asked: what was not recorded is an error. */
export function recordedServices(config: Config): Asked {
  return askedBy(client(config.linkDir, { kept: new RecordedAnswers(config.linkDir, 0) }), config)
}

class RecordedAnswers extends KeptAnswers {
  override async get(question: Question): Promise<Answer> {
    const answer = await super.get(question)
    if (!answer) throw new Error(`Not recorded, so record again: ${question.url} ${question.body ?? ''}`)
    return answer
  }
}

if (import.meta.main) {
  if (!process.argv.includes('--live')) {
    throw new Error('Say --live: Wikidata, Nominatim and Overpass will be asked, in the name of LINK_CONTACT.')
  }
  const { LINK_CONTACT } = process.env
  await record(createConfig({ LINK_CONTACT, LINK_DIR: recordedFolder }), console.log)
}
