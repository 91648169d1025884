/**
 * The command `load` as a process, and a look at what it has left in an engine.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Term } from '../../../src/rdf/terms.ts'
import { root } from '../../support/dataset.ts'
import { reach } from './reach.ts'

export type Settings = Readonly<Record<string, string>>

export interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

export interface RunningLoad {
  readonly ended: Promise<Ended>
  /** When it has said something on standard error. */
  said(pattern: RegExp): Promise<void>
  kill(signal: NodeJS.Signals): void
}

export function startLoad(settings: Settings, args: readonly string[] = []): RunningLoad {
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'load', ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [output, errors] = ['', '']
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  const waiting: { readonly pattern: RegExp; readonly resolve: () => void }[] = []
  createInterface(child.stderr).on('line', (line) => {
    errors += `${line}\n`
    for (const { pattern, resolve } of waiting) if (pattern.test(line)) resolve()
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output, errors })))
  const said = (pattern: RegExp) =>
    Promise.race([
      new Promise<void>((resolve) => waiting.push({ pattern, resolve })),
      ended.then(() => Promise.reject(new Error(`it ended before it said ${pattern}:\n${errors}`))),
    ])
  return { ended, said, kill: (signal) => void child.kill(signal) }
}

/** Runs it to its end. @throws Error with what it said if it fails */
export async function loaded(settings: Settings, args: readonly string[] = []): Promise<string> {
  const { code, output, errors } = await startLoad(settings, args).ended
  if (code !== 0) throw new Error(errors)
  return output.trim()
}

export interface Look extends Disposable {
  terms(query: string): Promise<readonly ReadonlyMap<string, Term>[]>
  /** The same as texts. */
  rows(query: string): Promise<readonly Readonly<Record<string, string>>[]>
}

export async function lookInto(settings: Settings): Promise<Look> {
  const signal = new AbortController().signal
  const reached = await reach(settings, signal)
  const { engine } = reached
  const terms = (query: string) => engine.rows(query, signal)
  const rows = async (query: string) =>
    (await terms(query)).map((row) => Object.fromEntries([...row].map(([name, { value }]) => [name, value])))
  return { terms, rows, [Symbol.dispose]: () => reached[Symbol.dispose]() }
}
