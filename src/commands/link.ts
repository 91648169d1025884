/**
 * The command `link`: candidates for links to Wikidata and OpenStreetMap are found, judged by a person, and what became
 * of them is looked up again.
 */
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Config } from '../config.ts'
import { graphNames } from '../dataset/graphs.ts'
import { loadDataset } from '../dataset/load.ts'
import { FaultsError } from '../errors.ts'
import { attribution } from '../link/candidates.ts'
import { type Checked, checkLinks, type LookUp } from '../link/check.ts'
import { withChecks } from '../link/check-records.ts'
import { LinksFile } from '../link/links-file.ts'
import { LiveRun } from '../link/live-run.ts'
import { readMappings } from '../link/mapping.ts'
import { comparedElement } from '../link/openstreetmap/element.ts'
import { osmRegister, type Register, registered, registers, wikidataRegister } from '../link/registers.ts'
import { review } from '../link/review.ts'
import { type Finder, findCandidates } from '../link/search.ts'
import { servicesOf } from '../link/services.ts'
import { table } from '../link/table.ts'
import { type Thing, Things } from '../link/things.ts'
import { type Output, Progress } from '../progress.ts'
import type { Quad } from '../rdf/environment.ts'

export interface LinkFlags {
  /** Things that have a link are looked for too. */
  readonly all?: boolean
  /** Who judges. */
  readonly as?: string
  /** The services are asked again what they have answered before. */
  readonly live?: boolean
}

/** What a person sees and types. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream
  readonly output: Output
  /** For what is said on the way, so that `output` has the answer only. */
  readonly notes: Output
}

interface Run {
  readonly config: Config
  readonly flags: LinkFlags
  readonly terminal: Terminal
  readonly quads: readonly Quad[]
  readonly things: Things
  /** `YYYY-MM-DD` */
  readonly today: string
}

const actions: Readonly<Record<string, (run: Run) => Promise<string>>> = {
  wikidata: (run) => propose(run, wikidataRegister),
  osm: (run) => propose(run, osmRegister),
  review: judge,
  check: lookUpAgain,
}

const prefaces: Readonly<Record<string, string>> = {
  'candidates.ttl':
    '# THIS FILE IS NEVER LOADED: it holds candidates for links, to be judged with: npm run link -- review\n',
  'wikidata.trig': '# Links to Wikidata that are verified, each with its record.\n',
  'openstreetmap.trig':
    '# Links to OpenStreetMap that are verified, each with its record. What stands there is under the ODbL: only the link\n' +
    '# is ours to publish.\n',
  'checks.trig': '# When each link was last looked up, and what came of it. Written by: npm run link -- check\n',
}

/**
 * @param operands what to do
 * @returns a sentence about what came of it
 * @throws FaultsError if the data or a setting is wrong, a service does not answer, or a link is broken
 */
export async function link(
  config: Config,
  [name = '', ...more]: readonly string[],
  flags: LinkFlags,
  terminal: Terminal,
): Promise<string> {
  const action = actions[name]
  if (!action || more.length) {
    const names = Object.keys(actions).join(', ')
    throw new FaultsError([{ message: `link: say what to do (one of ${names}), as in: npm run link -- wikidata` }])
  }
  const { quads, baseIri } = await loadDataset(config)
  const today = new Date().toISOString().slice(0, 10)
  return action({ config, flags, terminal, quads, things: new Things(quads, baseIri), today })
}

async function propose(run: Run, register: Register): Promise<string> {
  const { flags, terminal, config } = run
  const isLinked = ({ links }: Thing) => links.some(({ object }) => register.iris.test(object))
  const standsThere = ({ kind }: Thing) => register === wikidataRegister || Boolean(kind?.tags.length)
  const things = run.things.linkable().filter((thing) => standsThere(thing) && (flags.all || !isLinked(thing)))
  const progress = new Progress(terminal.notes, things.length)
  const live = flags.live ? new LiveRun(config.linkDir, register.title) : undefined
  try {
    const finders = await findersOf(run, register, progress, await live?.begin())
    const found = await findCandidates({ register, things, finders, file: fileOf(run, 'candidates.ttl'), progress })
    const { candidates, failed, stopped } = found
    const rest = stopped && `${stopped.message}. What was found is kept, and the same command goes on from there.`
    const faults = [...failed, ...(rest ? [rest] : [])].map((message) => ({ message }))
    if (faults.length) throw new FaultsError(faults)
    await live?.end()
    return `${candidates} candidates in ${register.title} for ${found.things} of ${things.length} things. Judge them with: npm run link -- review`
  } finally {
    progress.end()
  }
}

async function findersOf(
  { config }: Run,
  register: Register,
  progress: Progress,
  sinceMs: number | undefined,
): Promise<readonly Finder[]> {
  const onWait = (sentence: string) => progress.say(sentence)
  const { wikidata, nominatim, overpass } = await servicesOf(config, { sinceMs, onWait })
  if (register === wikidataRegister) return [(thing) => wikidata.find(thing)]
  return [nominatim, overpass].map((service) => async (thing) => (await service.find(thing)).map(comparedElement))
}

async function judge(run: Run): Promise<string> {
  const { terminal, things, today, config } = run
  const reviewer = reviewerOf(run)
  const lines = createInterface({ input: terminal.input })
  const typed = lines[Symbol.asyncIterator]()
  try {
    const { accepted, rejected, skipped } = await review({
      things,
      candidates: fileOf(run, 'candidates.ttl'),
      linksOf: ({ file }) => fileOf(run, file),
      graph: graphNames(config.baseIri).links,
      reviewer,
      all: run.flags.all ?? false,
      today,
      output: terminal.output,
      answer: async () => (await typed.next()).value,
    })
    return `\n${accepted} accepted, ${rejected} rejected, ${skipped} skipped. See what holds with: npm run check`
  } finally {
    lines.close()
  }
}

/** The name that stands in the data: no e-mail address, which would be one of a person. */
function reviewerOf({ flags, config }: Run): string {
  const name = flags.as ?? config.linkContact
  if (/^(?=.*\p{L})[^@\p{C}\p{Zl}\p{Zp}]{1,100}$/u.test(name)) return name.trim()
  const message = 'link: say who judges, by a name that may be published and is no e-mail address: --as "Your name"'
  throw new FaultsError([{ message }])
}

async function lookUpAgain(run: Run): Promise<string> {
  const { terminal, things, quads, today, config } = run
  const graph = graphNames(config.baseIri).links
  const mappings = readMappings(quads.filter((quad) => quad.graph.equals(graph)))
  const progress = new Progress(terminal.notes, registers.length)
  const onWait = (sentence: string) => progress.say(sentence)
  const { wikidata, overpass } = await servicesOf(config, { sinceMs: Date.now(), onWait })
  const lookUps: readonly (readonly [Register, LookUp])[] = [
    [wikidataRegister, (iris) => wikidata.lookUp(iris)],
    [osmRegister, (iris) => overpass.lookUp(iris)],
  ]
  const checked: Checked[] = []
  for (const [register, lookUp] of lookUps) {
    progress.step(register.title)
    const links = mappings.filter(({ object }) => registered(object)?.register === register)
    if (links.length) checked.push(...(await checkLinks(links, lookUp, (iri) => things.thing(iri))))
  }
  progress.end()
  const rows = checked.map(({ mapping: { subject, object }, state, detail }) => [subject, object, state, detail])
  terminal.output.write(table([['thing', 'link', 'state', 'what was found'], ...rows]))
  await fileOf(run, 'checks.trig').change((known) => withChecks(known, checked, { ...config, graph, today }))
  const [holding, unknown] = ['holds', 'unreachable'].map((of) => checked.filter(({ state }) => state === of).length)
  const broken = checked.length - holding! - unknown!
  const rest = unknown ? `; ${unknown} could not be looked up` : ''
  if (broken) throw new FaultsError([{ message: `${broken} of ${checked.length} links do not hold${rest}` }])
  return unknown ? `\n${holding} of ${checked.length} links hold${rest}` : `\nAll ${checked.length} links hold`
}

function fileOf({ config }: Run, name: string): LinksFile {
  const path = join(config.dataDir, 'links', name)
  return new LinksFile(path, config.baseIri, prefaces[name]!, name === 'candidates.ttl' ? attribution : undefined)
}
