/**
 * One engine in a process of its own, so that its memory is its own: `fork` with the engine's name and the file. Sends
 * what its loading took, then answers questions one at a time.
 */
import type { QueryForm } from '../../../src/query/algebra.ts'
import { type EngineName, engines, type Load } from './engine.ts'

export interface Asked {
  readonly text: string
  readonly form: QueryForm
}

export type Answered = { readonly ms: number; readonly text: string } | { readonly fault: string }

/** Seconds and megabytes. */
export interface Loaded {
  readonly seconds: number
  readonly peakMb: number
  readonly residentMb: number
  readonly further: Readonly<Record<string, number>>
}

const [, , name, file] = process.argv as [string, string, EngineName, string]
const { load } = (await import(engines[name])) as { load: Load }
const started = performance.now()
const engine = await load(file)
const seconds = (performance.now() - started) / 1000
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
globalThis.gc?.()
const residentMb = process.memoryUsage.rss() / 1e6
const further = (await engine.further?.()) ?? {}

process.on('message', async ({ text, form }: Asked) => {
  try {
    const before = performance.now()
    const answer = await engine.answer(text, form)
    const ms = performance.now() - before
    process.send!({ ms, text: typeof answer === 'string' ? answer : Buffer.from(answer).toString() } satisfies Answered)
  } catch (error) {
    process.send!({ fault: (error as Error).message } satisfies Answered)
  }
})
process.on('disconnect', () => process.exit())
process.send!({ seconds, peakMb, residentMb, further } satisfies Loaded)
