/** Dumps of a snapshot: canonical N-Quads beside `gzip -1` on the same bytes, and every other document once. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { nQuads, rdfFormats } from '../../../src/rdf/formats.ts'
import type { Dumped } from '../dumps/child.ts'
import { run } from '../peers/program.ts'
import type { PlanetFile } from '../planet/file.ts'
import { median } from '../race.ts'
import { show, table } from '../table.ts'
import type { Part } from './part.ts'

/** Above so many quads it takes minutes. */
const entitiesMost = 200_000

export const dump: Part = async ({ file, quads }: PlanetFile, { rounds }) => {
  const [snapshot, canonical] = [`${file}.snapshot`, `${file}.canonical`]
  try {
    await node('snapshot.ts', file, snapshot)
    await dumped(snapshot, nQuads.extension, canonical)
    await check(file, canonical)
    const [ours, gzip]: [Dumped[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      ours.push(await dumped(snapshot, nQuads.extension))
      gzip.push(await secondsOf('gzip -1 < "$0" > /dev/null', canonical))
    }
    const { mb, snapshotMb } = ours[0]!
    const speed = mb / median(ours.map(({ seconds }) => seconds))
    const zipping = mb / median(gzip)
    const rows = [
      row('canonical N-Quads', { ...ours[0]!, ...medians(ours) }),
      ['`gzip -1` on it', mb, median(gzip), zipping, '–'],
    ]
    for (const { extension, name } of rdfFormats.filter((format) => format !== nQuads)) {
      rows.push(row(name, await dumped(snapshot, extension)))
    }
    if (quads <= entitiesMost) rows.push(row('`entities.jsonld`', await dumped(snapshot, 'entities')))
    const head = ['dump', 'MB', 's', 'MB/s', 'peak memory beside the snapshot, MB']
    const summary = `The snapshot has ${show(snapshotMb)} MB. Canonical N-Quads, medians of ${rounds} rounds: ${show(speed / zipping)} times as fast as \`gzip -1\`; the bytes are those of \`sort -u\`.\n`
    return { markdown: [summary, table(head, rows)].join('\n'), loads: [], heats: [] }
  } finally {
    for (const made of [snapshot, canonical]) await rm(made, { force: true })
  }
}

const row = (name: string, { mb, seconds, ownMb }: Dumped) => [name, mb, seconds, mb / seconds, ownMb]

const medians = (rounds: readonly Dumped[]) => ({
  seconds: median(rounds.map(({ seconds }) => seconds)),
  ownMb: Math.max(...rounds.map(({ ownMb }) => ownMb)),
})

async function dumped(snapshot: string, what: string, target = '/dev/null'): Promise<Dumped> {
  return JSON.parse(await node('child.ts', snapshot, what, target))
}

async function node(program: string, ...args: readonly string[]): Promise<string> {
  const path = join(import.meta.dirname, '../dumps', program)
  return (await run(process.execPath, [path, ...args])).stdout
}

/** @throws Error if a document is not what sorting the lines of the planet gives */
async function check(file: string, canonical: string): Promise<void> {
  const sorted = await run('sh', ['-c', 'LC_ALL=C sort -u "$0" | sha256sum', file])
  const ours = await run('sh', ['-c', 'sha256sum < "$0"', canonical])
  if (ours.stdout !== sorted.stdout) throw new Error(`the canonical N-Quads of ${file} are not its sorted lines`)
}

async function secondsOf(script: string, argument: string): Promise<number> {
  const started = performance.now()
  await run('sh', ['-c', script, argument])
  return (performance.now() - started) / 1000
}
