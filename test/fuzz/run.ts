/** Runs cases against the application over HTTP, a few at a time, and collects what came of each. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startCanary } from '../support/canary.ts'
import { createCase, type FuzzCase } from './cases.ts'
import { type Answer, Client } from './client.ts'
import { canary } from './data.ts'
import { Oracle } from './oracle.ts'
import type { FuzzRequest } from './requests.ts'
import { judge, type Verdict } from './verdict.ts'

export interface Outcome {
  readonly fuzzCase: FuzzCase
  readonly answer: Answer
  readonly verdict: Verdict
}

export interface RunOptions {
  readonly seed: number
  readonly from: number
  readonly count: number
  /** Called with each outcome, in no particular order. */
  readonly onOutcome: (outcome: Outcome) => void
}

export interface RunEnd {
  /** Whether the server ended by itself. */
  readonly exited: boolean
  /** Connections that the canary saw: nothing that is asked may reach another address. */
  readonly knocks: number
  /** Errors that the server answered with 500, as it saw them. */
  readonly failures: readonly string[]
}

const atOnce = 4

/** Runs `count` cases from index `from`. */
export async function run({ seed, from, count, onOutcome }: RunOptions): Promise<RunEnd> {
  const failures: string[] = []
  const { address, knocks, close } = await startCanary()
  const { server, port } = await startServer(failures)
  let exited = false
  server.once('exit', () => (exited = true))
  const client = new Client(port)
  const oracle = new Oracle(60_000)
  const send = (request: FuzzRequest) => client.send(towards(address, request))
  let next = from
  const worker = async () => {
    while (next < from + count && !exited) {
      const fuzzCase = createCase(seed, next++)
      const answer = await send(fuzzCase.request)
      onOutcome({ fuzzCase, answer, verdict: await judge(fuzzCase, answer, { send, oracle }) })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const end = { exited, knocks: knocks(), failures }
  client.close()
  await oracle.close()
  if (!exited) {
    server.disconnect()
    await once(server, 'exit')
  }
  close()
  return end
}

async function startServer(failures: string[]): Promise<{ server: ChildProcess; port: number }> {
  const server = fork(join(import.meta.dirname, 'server.ts'), { execArgv: [] })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('exit', () => reject(new Error('The server did not start')))
    server.on('message', (message: { port?: number; failure?: string }) => {
      if (message.port) resolve(message.port)
      if (message.failure) failures.push(message.failure)
    })
  })
  return { server, port }
}

/** The request with the canary's address of this run in place of its name. */
function towards(address: string, request: FuzzRequest): FuzzRequest {
  const encoded = (text: string) =>
    text.replaceAll(canary, address).replaceAll(encodeURIComponent(canary), encodeURIComponent(address))
  const body = typeof request.body === 'string' ? { body: encoded(request.body) } : {}
  return { ...request, path: encoded(request.path), ...body }
}
