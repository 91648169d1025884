/**
 * A Python client: one of the programs in `python/`, asked over its standard input.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { type Client, readTriples, type Solution } from './client.ts'
import { folderOf } from './installed.ts'

type Reply =
  | { readonly error: string }
  | { readonly triples: string }
  | { readonly boolean: boolean }
  | { readonly results: { readonly bindings: readonly Solution[] } }

export const interpreter = join(folderOf('python'), 'bin/python')

export function program(name: string): string {
  return join(import.meta.dirname, 'python', `${name}.py`)
}

export class PythonClient implements Client {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>
  readonly #replies: AsyncIterator<string>

  /**
   * @param name of the program
   * @param options handed to it as JSON, after the endpoint
   */
  constructor(name: string, endpoint: string, options: Readonly<Record<string, string>>) {
    const args = ['-W', 'ignore', program(name), endpoint, JSON.stringify(options)]
    this.#child = spawn(interpreter, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines: Interface = createInterface(this.#child.stdout)
    this.#replies = lines[Symbol.asyncIterator]()
  }

  async select(query: string): Promise<readonly Solution[]> {
    const reply = await this.#ask(query)
    if ('results' in reply) return reply.results.bindings
    throw unexpected(reply)
  }

  async ask(query: string): Promise<boolean> {
    const reply = await this.#ask(query)
    if ('boolean' in reply) return reply.boolean
    throw unexpected(reply)
  }

  async graph(query: string) {
    const reply = await this.#ask(query)
    if ('triples' in reply) return readTriples(reply.triples)
    throw unexpected(reply)
  }

  async #ask(query: string): Promise<Reply> {
    this.#child.stdin.write(`${JSON.stringify(query)}\n`)
    const { value, done } = await this.#replies.next()
    if (done) throw new Error('the Python program ended')
    return JSON.parse(value)
  }

  /** The program ends when nothing more can be asked. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#child.once('close', resolve))
    this.#child.stdin.end()
    await closed
  }
}

function unexpected(reply: Reply): Error {
  return new Error(
    'error' in reply ? reply.error : `not the form of answer that was asked for: ${JSON.stringify(reply)}`,
  )
}
