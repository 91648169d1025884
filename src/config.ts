/**
 * The settings: read once from environment and flags, validated together, frozen.
 */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { type Fault, FaultsError } from './errors.ts'

export interface Config {
  /** Address of a form for proposed changes, with `{title}` and `{body}` where these go; empty if there is none. */
  readonly issueFormUrl: string
  readonly port: number
  readonly host: string
  /** Absolute http(s) IRI ending in `/` that names things in RDF. */
  readonly baseIri: string
  /** Absolute http(s) URL ending in `/` under which every address is handed out. */
  readonly publicUrl: string
  readonly dataDir: string
  readonly ontologyDir: string
  readonly queriesDir: string
  readonly releasesDir: string
  /** Milliseconds from a request's arrival to the end of its answer. */
  readonly queryTimeoutMs: number
  /** Server processes that share the port. */
  readonly processes: number
  /** Long queries that run at once, in each process. */
  readonly queryWorkers: number
  /** Queries that wait at most, in each lane. */
  readonly queryQueue: number
  /** The most megabytes of memory that one query may use. */
  readonly queryMemoryMb: number
  /** Seconds of computing a minute and client; 0 for no limit. */
  readonly queryBudgetS: number
  /** Absolute http(s) URLs of the endpoints that SERVICE may ask, as the URL Standard writes them. */
  readonly serviceAllow: readonly string[]
  /** Address of queries at an engine of others: absolute http(s), without userinfo, `?` and `#`; empty if there is none. */
  readonly sparqlEndpoint: string
  /** Where that engine takes updates, and what its Graph Store Protocol address is; empty to have them worked out. */
  readonly sparqlUpdateEndpoint: string
  readonly sparqlGraphStore: string
  /** Who we are there; empty for nobody. */
  readonly sparqlUser: string
  readonly sparqlPassword: string
  /** Where the tiles of maps are: an absolute http(s) URL with {z}, {x} and {y} in it. */
  readonly tileUrl: string
  /** Whom the tiles are owed to, as a piece of HTML. */
  readonly tileAttribution: string
  readonly logLevel: (typeof logLevels)[number]
  /** Whether `X-Forwarded-*` headers of a reverse proxy are believed. */
  readonly trustProxy: boolean
  /** The services that only `link` asks: absolute http(s) URLs. */
  readonly wikidataApi: string
  readonly nominatimUrl: string
  readonly overpassUrl: string
  /** Whom the operators of these services write to: an address of the web or of e-mail; empty if nobody is named. */
  readonly linkContact: string
  /** Where their answers are kept. */
  readonly linkDir: string
  /** Milliseconds between two requests to one of them, at least. */
  readonly linkIntervalMs: number
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const root = resolve(import.meta.dirname, '..')

/** Every setting's name, as the environment variable and, in any case and with `-` for `_`, the flag. */
export const settingNames = [
  'PORT',
  'HOST',
  'BASE_IRI',
  'PUBLIC_URL',
  'DATA_DIR',
  'ONTOLOGY_DIR',
  'QUERIES_DIR',
  'RELEASES_DIR',
  'PROCESSES',
  'QUERY_TIMEOUT_MS',
  'QUERY_WORKERS',
  'QUERY_QUEUE',
  'QUERY_MEMORY_MB',
  'QUERY_BUDGET_S',
  'SERVICE_ALLOW',
  'SPARQL_ENDPOINT',
  'SPARQL_UPDATE_ENDPOINT',
  'SPARQL_GRAPH_STORE',
  'SPARQL_USER',
  'SPARQL_PASSWORD',
  'ISSUE_FORM_URL',
  'TILE_URL',
  'TILE_ATTRIBUTION',
  'LOG_LEVEL',
  'TRUST_PROXY',
  'WIKIDATA_API',
  'NOMINATIM_URL',
  'OVERPASS_URL',
  'LINK_CONTACT',
  'LINK_DIR',
  'LINK_INTERVAL_MS',
] as const

export type SettingName = (typeof settingNames)[number]
export type Settings = Readonly<Partial<Record<SettingName, string | undefined>>>

/**
 * Validates settings and fills in what is not set; relative folders start where the command is run.
 * @throws FaultsError naming every wrong setting
 */
export function createConfig(settings: Settings): Config {
  const faults: Fault[] = []
  const shown = (name: SettingName, text: string) => (name === 'SPARQL_PASSWORD' ? '…' : withoutUserinfo(text))
  const read = <T>(name: SettingName, fallback: T, convert: (text: string) => T): T => {
    const text = settings[name]
    if (text === undefined || text === '') return fallback
    try {
      return convert(text)
    } catch (error) {
      faults.push({ message: `${name}=${shown(name, text)}: ${(error as Error).message}` })
      return fallback
    }
  }
  const folder = (name: SettingName, fallback: string) => read(name, resolve(root, fallback), (text) => resolve(text))
  const port = read('PORT', 3000, wholeNumber(1, 65_535))
  const publicUrl = read('PUBLIC_URL', `http://localhost:${port}/`, baseAddress)
  const processes = read('PROCESSES', 1, wholeNumber(1, 64))
  const config: Config = Object.freeze({
    port,
    host: read('HOST', '127.0.0.1', String),
    publicUrl,
    baseIri: read('BASE_IRI', publicUrl, baseAddress),
    dataDir: folder('DATA_DIR', 'data'),
    ontologyDir: folder('ONTOLOGY_DIR', 'ontology'),
    queriesDir: folder('QUERIES_DIR', 'queries'),
    releasesDir: folder('RELEASES_DIR', 'releases'),
    processes,
    queryTimeoutMs: read('QUERY_TIMEOUT_MS', 30_000, wholeNumber(1, 86_400_000)),
    queryWorkers: read(
      'QUERY_WORKERS',
      Math.ceil(Math.max(2, availableParallelism()) / processes),
      wholeNumber(1, 256),
    ),
    queryQueue: read('QUERY_QUEUE', 64, wholeNumber(0, 100_000)),
    queryMemoryMb: read('QUERY_MEMORY_MB', 512, wholeNumber(64, 1_048_576)),
    queryBudgetS: read('QUERY_BUDGET_S', 60, wholeNumber(0, 86_400)),
    serviceAllow: read('SERVICE_ALLOW', [], endpoints),
    sparqlEndpoint: read('SPARQL_ENDPOINT', '', engineAddress),
    sparqlUpdateEndpoint: read('SPARQL_UPDATE_ENDPOINT', '', engineAddress),
    sparqlGraphStore: read('SPARQL_GRAPH_STORE', '', engineAddress),
    sparqlUser: read('SPARQL_USER', '', userName),
    sparqlPassword: read('SPARQL_PASSWORD', '', (text) => password(text, settings.SPARQL_USER)),
    issueFormUrl: read('ISSUE_FORM_URL', '', formAddress),
    tileUrl: read('TILE_URL', 'https://tile.openstreetmap.org/{z}/{x}/{y}.png', tileTemplate),
    tileAttribution: read(
      'TILE_ATTRIBUTION',
      '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
      String,
    ),
    logLevel: read('LOG_LEVEL', 'info', oneOf(logLevels)),
    trustProxy: read('TRUST_PROXY', 'false', oneOf(['true', 'false'])) === 'true',
    wikidataApi: read('WIKIDATA_API', 'https://www.wikidata.org/w/api.php', actionApi),
    nominatimUrl: read('NOMINATIM_URL', 'https://nominatim.openstreetmap.org/', baseAddress),
    overpassUrl: read('OVERPASS_URL', 'https://overpass-api.de/api/interpreter', webAddress),
    linkContact: read('LINK_CONTACT', '', contact),
    linkDir: folder('LINK_DIR', '.link'),
    linkIntervalMs: read('LINK_INTERVAL_MS', 1000, wholeNumber(0, 3_600_000)),
  })
  if (faults.length) throw new FaultsError(faults)
  return config
}

/**
 * A setting as a message may show it: what stands before an `@` may be a user and a password (RFC 3986 §3.2.1), also in an
 * address that is none. Passwords may hold anything, so all of it goes.
 */
function withoutUserinfo(text: string): string {
  return text.replace(/^.*@/s, '…@')
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new Error(`must be a whole number from ${least} to ${most}`)
  }
}

function oneOf<const T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const choice = choices.find((candidate) => candidate === text)
    if (choice) return choice
    throw new Error(`must be one of ${choices.join(', ')}`)
  }
}

function baseAddress(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('must be an absolute http or https address')
  if (!url.pathname.endsWith('/') || url.search || url.hash) throw new Error('must end in / and have no ? or #')
  if (url.username || url.password) throw new Error('is handed out, and so has no user and no password')
  return url.href
}

/** Endpoint addresses between commas or white space. */
function endpoints(text: string): readonly string[] {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(endpoint)
}

function endpoint(text: string, index: number): string {
  const url = URL.parse(text)
  // Named by its place: what is no address may be part of a password.
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Error(`endpoint ${index + 1} must be an absolute http or https address`)
  if (url.username || url.password || url.hash) throw new Error('an endpoint has no user, no password and no #')
  return url.href
}

function webAddress(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('must be an absolute http or https address')
  if (url.username || url.password || url.search || url.hash) throw new Error('has no user, no password, no ? and no #')
  return url.href
}

/** An address of an engine. Userinfo would stand in logs and messages; users have settings of their own. */
export function engineAddress(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('must be an absolute http or https address')
  if (url.username || url.password) throw new Error('has no user and no password: SPARQL_USER and SPARQL_PASSWORD do')
  if (url.search || url.hash) throw new Error('has no ? and no #')
  return url.href
}

/** What can be sent as user-id (RFC 7617 §2). */
function userName(text: string): string {
  if (/^[^\p{Cc}:]+$/u.test(text)) return text
  throw new Error('a user has no colon and no control characters in it')
}

function password(text: string, user: string | undefined): string {
  if (/\p{Cc}/u.test(text)) throw new Error('a password has no control characters')
  if (!user) throw new Error('whose password is it? Set SPARQL_USER too')
  return text
}

/** Where a form is opened that is filled in already. */
function formAddress(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('must be an absolute http or https address')
  if (url.username || url.password) throw new Error('is handed out, and so has no user and no password')
  if (!text.includes('{body}')) throw new Error('must have {body}, and may have {title}, where these go')
  return text
}

/** Of one host, which stands in a header: no {s} for others beside it. */
function tileTemplate(text: string): string {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || !/^[\w.:[\]-]+$/.test(url.host)) {
    throw new Error('must be an absolute http or https address')
  }
  if (url.username || url.password) throw new Error('is handed out, and so has no user and no password')
  const places: readonly string[] = text.match(/\{[^}]*\}/g) ?? []
  if (['{z}', '{x}', '{y}'].some((place) => !places.includes(place)) || places.length !== 3) {
    throw new Error('must have {z}, {x} and {y} in it once each, and nothing else in braces')
  }
  return text
}

/** MediaWiki's action API (https://www.mediawiki.org/wiki/API:Action_API), whose address has a script path. */
function actionApi(text: string): string {
  const address = webAddress(text)
  if (!/[^/]\/[^/]+\/api\.php$/.test(address)) throw new Error('must end in /w/api.php or the like')
  return address
}

/** What a User-Agent may carry as a comment (RFC 9110 §10.1.5), and a person can be reached by. */
function contact(text: string): string {
  if (/^(https?:\/\/|mailto:)?[\w.+-]+(@[\w-]+)?\.[\w./~%+-]+$/.test(text)) return text
  throw new Error('must be an address where you can be reached: https://… or an e-mail address')
}
