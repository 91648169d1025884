/**
 * What changed from one release to another: lines of their canonical N-Quads, which name each quad once, and the same as
 * RDF Patch (https://afs.github.io/rdf-delta/rdf-patch.html).
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { FaultsError } from '../errors.ts'
import type { StoredRelease, StoredReleases } from './stored-releases.ts'

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
 */
export async function differenceOf(releases: StoredReleases, from: string, to: string): Promise<Difference> {
  const [before, after] = await Promise.all([from, to].map((name) => linesOf(releases, name)))
  const sorted = (lines: ReadonlySet<string>) =>
    [...lines].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
  return { from, to, removed: sorted(before!.difference(after!)), added: sorted(after!.difference(before!)) }
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

async function linesOf(releases: StoredReleases, name: string): Promise<ReadonlySet<string>> {
  const release: StoredRelease | undefined = await releases.release(name)
  const file = release?.get('commons.nq')
  if (!file) {
    const names = (await releases.names()).join(', ') || 'none'
    throw new FaultsError([{ message: `There is no release ${name}; there are: ${names}` }])
  }
  const lines = new Set<string>()
  for await (const line of createInterface({ input: createReadStream(file.path) })) lines.add(line)
  return lines
}
