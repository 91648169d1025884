/**
 * Clients that ask through the balancer without a pause, and look at every answer: that it is one, and of which version it
 * is.
 */
import { createHash } from 'node:crypto'
import type { Fleet, State } from './fleet.ts'

export interface Tally {
  /** Answers that were looked at. */
  answers: number
  /** Requests that named a version, and got it; and those that no copy could answer. */
  pinned: number
  elsewhere: number
  /** What must not be, in words. */
  readonly faults: string[]
}

/** Which of the two states a body is of; undefined where it shows nothing. */
type Shown = (body: Buffer, version: string) => State | 'whole' | undefined

const square: Shown = (body) => /coworking de (70[01]) m²/.exec(body.toString())?.[1] as State | undefined
/** The version has the hash of the file in its name. */
const hashed: Shown = (body, version) =>
  version.endsWith(createHash('sha256').update(body).digest('hex')) ? 'whole' : undefined

const query = 'SELECT ?text { <id/mutualab> <http://schema.org/description> ?text }'
const questions: readonly { readonly path: string; readonly init?: RequestInit; readonly shown: Shown }[] = [
  { path: 'data/mutualab.ttl', shown: square },
  { path: 'data/mutualab', init: { headers: { accept: 'application/ld+json' } }, shown: square },
  { path: 'page/mutualab?lang=fr', init: { headers: { accept: 'text/html' } }, shown: square },
  { path: `sparql?query=${encodeURIComponent(query)}`, shown: square },
  { path: 'sparql', init: { method: 'POST', body: new URLSearchParams({ query }) }, shown: square },
  { path: 'dumps/latest/commons.nq', shown: hashed },
]

/** Asks until it is told to stop. @param clients how many ask at once */
export async function load(fleet: Fleet, clients: number, tally: Tally, signal: AbortSignal): Promise<void> {
  const states = new Map<string, string>()
  const client = async (number: number) => {
    for (let turn = number; !signal.aborted; turn++) {
      const question = questions[turn % questions.length]!
      // Every third one names a version: one that is known, served or not.
      const known = [...states.keys()]
      const wanted = turn % 3 === 0 ? known[Math.floor(turn / 3) % known.length] : undefined
      try {
        await ask(fleet, question, wanted, states, tally)
      } catch (error) {
        tally.faults.push(`${question.path}: ${String(error)} ${String((error as Error).cause ?? '')}`)
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
}

async function ask(
  fleet: Fleet,
  { path, init = {}, shown }: (typeof questions)[number],
  wanted: string | undefined,
  states: Map<string, string>,
  tally: Tally,
): Promise<void> {
  const before = fleet.serving()
  const headers = { ...(init.headers as Record<string, string>), ...(wanted && { 'dataset-version': wanted }) }
  const response = await fetch(fleet.url + path, { ...init, headers })
  const body = Buffer.from(await response.arrayBuffer())
  const after = fleet.serving()
  const version = response.headers.get('dataset-version')
  const fault = (words: string) => tally.faults.push(`${path}, ${response.status} of ${version}: ${words}`)
  if (wanted !== undefined && response.status >= 400) {
    const { code } = JSON.parse(body.toString()) as { code: string }
    const all = after.get(wanted) ?? []
    const had = (before.get(wanted) ?? []).filter((copy) => all.includes(copy))
    // Where the last one that was asked is just away, the balancer speaks, for that one may serve it soon.
    if (!['404 version-elsewhere', '503 overloaded'].includes(`${response.status} ${code}`)) fault(code)
    else if (had.length) fault(`${wanted} was served all the time`)
    else tally.elsewhere++
    return
  }
  tally.answers++
  if (response.status !== 200 || version === null) return void fault(body.toString().slice(0, 300))
  if (wanted !== undefined) {
    if (wanted === version) tally.pinned++
    else fault(`wanted was ${wanted}`)
  }
  const state = shown(body, version)
  if (state === undefined) return void fault('the body is not of that version')
  if (state === 'whole') return
  const known = states.get(version) ?? state
  states.set(version, known)
  if (known !== state) fault(`the body has ${state}, others of that version had ${known}`)
}
