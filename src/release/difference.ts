/**
 * What changed from one release to another: lines of their canonical N-Quads, which name each quad once and in one order,
 * and the same as RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html).
 */
import { createReadStream } from 'node:fs'
import { FaultsError, RequestError } from '../errors.ts'
import { canonicalFile } from './files.ts'
import type { StoredReleases } from './stored-releases.ts'

/** What is told at once; more is nothing that somebody reads, and would fill the memory of who answers. */
const mostChanges = 500_000

export interface Difference {
  readonly from: string
  readonly to: string
  /** Statements of N-Quads, each with its dot, in the order of their code points. */
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/**
 * @param from the name of a release
 * @throws FaultsError for a name that no release has which is there whole
 * @throws RequestError `query-too-large`
 */
export async function differenceOf(releases: StoredReleases, from: string, to: string): Promise<Difference> {
  const paths = await Promise.all([from, to].map((name) => pathOf(releases, name)))
  const [before, after] = paths.map(linesOf)
  const [removed, added]: [string[], string[]] = [[], []]
  try {
    // Both are sorted: what one has and the other has not is seen as they are read beside each other.
    let [old, fresh] = await Promise.all([before!.next(), after!.next()])
    while (!old.done || !fresh.done) {
      const order = old.done ? 1 : fresh.done ? -1 : Buffer.compare(old.value, fresh.value)
      if (order < 0) removed.push(old.value.toString())
      if (order > 0) added.push(fresh.value.toString())
      if (removed.length + added.length > mostChanges) {
        throw new RequestError('query-too-large', {
          en: `More than ${mostChanges} statements changed; take the N-Quads of both.`,
          fr: `Plus de ${mostChanges} énoncés ont changé\u00a0; prenez les N-Quads des deux versions.`,
        })
      }
      if (order <= 0) old = await before!.next()
      if (order >= 0) fresh = await after!.next()
    }
  } finally {
    for (const lines of [before!, after!]) await lines.return(undefined)
  }
  return { from, to, removed, added }
}

/**
 * Differences one after the other: to read two releases takes time and a processor, and strangers may ask for many at once.
 * Who asks for one that somebody waits for already gets the same.
 */
export class Differences {
  readonly #releases: StoredReleases
  readonly #awaited = new Map<string, Promise<Difference>>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(releases: StoredReleases) {
    this.#releases = releases
  }

  /** As `differenceOf`. */
  between(from: string, to: string): Promise<Difference> {
    const key = `${from}..${to}`
    const awaited = this.#awaited.get(key)
    if (awaited) return awaited
    const difference = this.#last.then(() => differenceOf(this.#releases, from, to))
    this.#awaited.set(key, difference)
    this.#last = difference.catch(() => {}).finally(() => this.#awaited.delete(key))
    return difference
  }
}

/** Changes of one transaction: what goes, then what comes. @param dumps the address below which releases are */
export function toRdfPatch({ from, to, removed, added }: Difference, dumps: string): string {
  const lines = [
    `H id <${dumps}${from}..${to}> .`,
    `H from <${dumps}${from}/> .`,
    `H to <${dumps}${to}/> .`,
    'TX .',
    ...removed.map((line) => `D ${line}`),
    ...added.map((line) => `A ${line}`),
    'TC .',
  ]
  return lines.map((line) => `${line}\n`).join('')
}

async function pathOf(releases: StoredReleases, name: string): Promise<string> {
  const file = (await releases.release(name))?.files.get(canonicalFile)
  if (file) return file.path
  const names = (await releases.names()).join(', ') || 'none'
  throw new FaultsError([{ message: `There is no release ${name}; there are: ${names}` }])
}

/** The lines of a file as bytes: only a line feed ends one, where texts may hold other ends of lines. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const piece = rest.length ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let end = piece.indexOf(0x0a); end !== -1; end = piece.indexOf(0x0a, from)) {
      yield piece.subarray(from, end)
      from = end + 1
    }
    rest = piece.subarray(from)
  }
  if (rest.length) yield rest
}
