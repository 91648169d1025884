/**
 * A search in a register for what it has of our things, one after the other, each written down before the next.
 */

import type { Progress } from '../progress.ts'
import { rank, rejectedIn, replaced, withRecords } from './candidates.ts'
import type { LinksFile } from './links-file.ts'
import type { Mapping } from './mapping.ts'
import type { Register } from './registers.ts'
import type { Found } from './score.ts'
import { orFailure, ServiceFailure } from './service-failure.ts'
import type { Thing } from './things.ts'

/** One service's answer to what a thing may be. */
export type Finder = (thing: Thing) => Promise<readonly Found[]>

export interface Search {
  readonly register: Register
  readonly finders: readonly Finder[]
  readonly things: readonly Thing[]
  readonly file: LinksFile
  readonly progress: Progress
}

export interface Searched {
  /** How many candidates there are to judge, for how many of the things. */
  readonly candidates: number
  readonly things: number
  /** What could not be asked. */
  readonly failed: readonly string[]
  /** Why not all things were looked for. */
  readonly stopped?: ServiceFailure | undefined
}

/** Looks for one thing after the other, and writes what was found after each. */
export async function findCandidates({ register, finders, things, file, progress }: Search): Promise<Searched> {
  const searched = { candidates: 0, things: 0, failed: [] as string[] }
  for (const thing of things) {
    progress.step(thing.names[0]!.text)
    const found: Found[] = []
    let stopped: ServiceFailure | undefined
    let isWhole = true
    for (const find of finders) {
      const answer = await orFailure(find(thing))
      if (answer instanceof ServiceFailure) {
        isWhole = false
        if (answer.kind === 'away') stopped ??= answer
        else searched.failed.push(`${thing.names[0]!.text}: ${answer.message}`)
      } else found.push(...answer)
    }
    let candidates: readonly Mapping[] = []
    await file.change((quads) => {
      candidates = rank(thing, found, register, rejectedIn(quads))
      return isWhole ? replaced(quads, thing, register, candidates) : withRecords(quads, candidates)
    })
    searched.candidates += candidates.length
    if (candidates.length) searched.things += 1
    if (stopped) return { ...searched, stopped }
  }
  return searched
}
