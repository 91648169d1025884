/**
 * The command `link`: candidates for links to Wikidata and OpenStreetMap.
 */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { loadDataset } from '../dataset/load.ts'
import { FaultsError } from '../errors.ts'
import { findCandidates, type Search } from '../link/candidates.ts'
import { KeptAnswers } from '../link/kept-answers.ts'
import { LinksFile } from '../link/links-file.ts'
import { comparedElement } from '../link/openstreetmap/element.ts'
import { Nominatim } from '../link/openstreetmap/nominatim.ts'
import { Overpass } from '../link/openstreetmap/overpass.ts'
import { PoliteClient } from '../link/polite-client.ts'
import { type Output, Progress } from '../link/progress.ts'
import { osmRegister, type Register, wikidataRegister } from '../link/registers.ts'
import { ServiceFailure } from '../link/service-failure.ts'
import { type Thing, Things } from '../link/things.ts'
import { Wikidata } from '../link/wikidata/wikidata.ts'

export interface LinkFlags {
  /** Things that have a link are looked for too. */
  readonly all?: boolean
  /** The services are asked again what they have answered before. */
  readonly live?: boolean
}

/** What a person sees and types. */
export interface Terminal {
  readonly output: Output
  /** For what is said on the way, so that `output` has the answer only. */
  readonly notes: Output
}

const candidatesPreface =
  '# THIS FILE IS NEVER LOADED: it holds candidates for links, to be judged with: npm run link -- review\n'

/** A month: who wants it newer asks with --live. */
const keptMs = 30 * 24 * 60 * 60 * 1000
const requestMs = 30_000

/** The operators of this one set the rate, not we (https://operations.osmfoundation.org/policies/nominatim/). */
const publicNominatim = 'nominatim.openstreetmap.org'

type Action = (config: Config, flags: LinkFlags, terminal: Terminal) => Promise<string>

const actions: Readonly<Record<string, Action>> = {
  wikidata: (config, flags, terminal) => propose(config, flags, terminal, wikidataRegister),
  osm: (config, flags, terminal) => propose(config, flags, terminal, osmRegister),
}

/**
 * @param operands what to do
 * @returns a sentence about what came of it
 * @throws FaultsError if the data or a setting is wrong, or a service does not answer
 */
export async function link(
  config: Config,
  [name, ...more]: readonly string[],
  flags: LinkFlags,
  terminal: Terminal,
): Promise<string> {
  const action = name === undefined ? undefined : actions[name]
  if (!action || more.length) {
    const names = Object.keys(actions).join(', ')
    throw new FaultsError([{ message: `link: say what to do (one of ${names}), as in: npm run link -- wikidata` }])
  }
  return action(config, flags, terminal)
}

async function propose(config: Config, flags: LinkFlags, terminal: Terminal, register: Register): Promise<string> {
  if (!config.linkContact) {
    const message =
      'LINK_CONTACT: the services ask for an address where you can be reached; set it to https://… or an e-mail address'
    throw new FaultsError([{ message }])
  }
  const { quads, baseIri } = await loadDataset(config)
  const linkable = new Things(quads, baseIri).linkable()
  const isLinked = ({ links }: Thing) => links.some(({ object }) => register.iris.test(object))
  const standsThere = ({ kind }: Thing) => register === wikidataRegister || Boolean(kind?.tags.length)
  const things = linkable.filter((thing) => standsThere(thing) && (flags.all || !isLinked(thing)))
  const progress = new Progress(terminal.notes, things.length)
  const search: Search = {
    register,
    things,
    find: finderOf(config, flags, register, progress),
    file: new LinksFile(join(config.dataDir, 'links', 'candidates.ttl'), baseIri, candidatesPreface),
    today: new Date().toISOString().slice(0, 10),
    progress,
  }
  try {
    const found = await findCandidates(search)
    if (found.failed.length) throw new FaultsError(found.failed.map((message) => ({ message })))
    return `${found.candidates} candidates in ${register.title} for ${found.things} of ${things.length} things. Judge them with: npm run link -- review`
  } catch (error) {
    if (!(error instanceof ServiceFailure)) throw error
    const message = `${error.message}. What was found is kept, and the same command goes on from there.`
    throw new FaultsError([{ message }])
  } finally {
    progress.end()
  }
}

function finderOf(config: Config, flags: LinkFlags, register: Register, progress: Progress): Search['find'] {
  const clientOf = (name: string, url: string) =>
    new PoliteClient({
      name,
      contact: config.linkContact,
      intervalMs: new URL(url).host === publicNominatim ? Math.max(1000, config.linkIntervalMs) : config.linkIntervalMs,
      timeoutMs: requestMs,
      kept: new KeptAnswers(config.linkDir, keptMs),
      again: flags.live ?? false,
      onWait: (sentence) => progress.say(sentence),
    })
  if (register === wikidataRegister) {
    const wikidata = new Wikidata(clientOf('Wikidata', config.wikidataApi), config.wikidataApi)
    return (thing) => wikidata.find(thing)
  }
  const nominatim = new Nominatim(clientOf('Nominatim', config.nominatimUrl), config.nominatimUrl)
  const overpass = new Overpass(clientOf('Overpass', config.overpassUrl), config.overpassUrl)
  return async (thing) => [...(await nominatim.find(thing)), ...(await overpass.find(thing))].map(comparedElement)
}
