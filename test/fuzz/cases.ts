/** A case: what is sent, and what it is worth. Made from the seed of the run and an index, and from nothing else. */
import { generateQuery } from './grammar/grammar.ts'
import type { Production } from './grammar/productions.ts'
import { mutate } from './mutate.ts'
import { Random } from './random.ts'
import { type FuzzRequest, oddRequest, plainRequest } from './requests.ts'

/** `valid`: a query in order, plainly asked; `broken`: one that was damaged; `protocol`: an odd request for one in order. */
export type CaseKind = 'valid' | 'broken' | 'protocol'

export interface FuzzCase {
  readonly seed: number
  readonly index: number
  readonly kind: CaseKind
  readonly text: string
  /** The productions of the query before anything was done to it. */
  readonly used: ReadonlySet<Production>
  readonly request: FuzzRequest
}

/** The same for the same numbers, whatever came before. */
export function createCase(seed: number, index: number): FuzzCase {
  const random = new Random(seed, index)
  const kind = random.weighted<CaseKind>([
    [70, 'valid'],
    [12, 'broken'],
    [18, 'protocol'],
  ])
  const { text: whole, used } = generateQuery(random)
  const text = kind === 'broken' ? mutate(random, whole) : whole
  const request = kind === 'protocol' ? oddRequest(random, text) : plainRequest(random, text)
  return { seed, index, kind, text, used, request }
}
