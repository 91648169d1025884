/** Programs that peers consist of. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { Agent } from 'node:http'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { post } from '../http-client.ts'

/** Where the scripts of `test/bench/install/` put what they install. */
export const installed = resolve(import.meta.dirname, '../../../.bench')

/** Runs a program to its end. */
export const run = promisify(execFile)

export interface Program {
  readonly pid: number
  stop(): Promise<void>
}

/** Our own programs that are servers run in the Node.js that runs this. @param flags of Node.js */
export function startNode(
  module: string,
  args: readonly string[],
  endpoint: string,
  flags: readonly string[] = [],
): Promise<Program> {
  return startServer(process.execPath, [...flags, join(import.meta.dirname, module), ...args], endpoint)
}

/**
 * Resolves when the endpoint answers.
 * @throws Error with what the program said if it ends before
 */
export async function startServer(
  command: string,
  args: readonly string[],
  endpoint: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Program> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said = `${said}${chunk}`.slice(-2000)))
  let fault: unknown
  child.once('error', (error) => (fault = error))
  const agent = new Agent({ keepAlive: false })
  while (!(await answers(endpoint, agent))) {
    if (fault || hasEnded(child)) throw new Error(`${command} ended with ${child.exitCode}: ${said}`, { cause: fault })
    await pause(20)
  }
  return { pid: child.pid!, stop: () => stop(child) }
}

async function answers(endpoint: string, agent: Agent): Promise<boolean> {
  return post(endpoint, 'ASK {}', 'ASK', agent).then(
    () => true,
    () => false,
  )
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const closed = new Promise((done) => child.once('close', done))
  child.kill('SIGTERM')
  await closed
}
