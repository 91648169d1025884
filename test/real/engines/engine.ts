/**
 * SPARQL engines of others as processes on loopback, each in a folder of its own that outlives a kill and goes with `stop`.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

export const run = promisify(execFile)

export interface RunningEngine extends AsyncDisposable {
  /** Its query address. */
  readonly endpoint: string
  /** What our program is told to reach it and to write, by the names of the settings. */
  readonly settings: Readonly<Record<string, string>>
  readonly pid: number
  /** Ends it and takes its folder away. */
  stop(): Promise<void>
}

/** Who may write in the engines of the tests. */
export const writer = { user: 'commons', password: 'gro:cery "42"' } as const

/** Starts an engine in a folder of its own, which goes if that fails. */
export async function inFolder(
  name: string,
  start: (folder: string) => Promise<Omit<RunningEngine, 'stop' | typeof Symbol.asyncDispose> & Program>,
): Promise<RunningEngine> {
  const folder = await mkdtemp(join(tmpdir(), `commons-graph-${name}-`))
  const remove = () => rm(folder, { recursive: true, force: true })
  const { end, ...engine } = await start(folder).catch(async (error) => {
    await remove()
    throw error
  })
  const stop = async () => {
    await end()
    await remove()
  }
  return { ...engine, stop, [Symbol.asyncDispose]: stop }
}

export interface Program {
  readonly pid: number
  end(): Promise<void>
}

/**
 * Resolves when the address answers a query, or asks who is there.
 * @throws Error with what the program said if it ends before
 */
export async function startProgram(command: string, args: readonly string[], endpoint: string): Promise<Program> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000)
    })
  }
  let fault: unknown
  child.once('error', (error) => {
    fault = error
  })
  while (!(await answers(endpoint))) {
    if (fault || hasEnded(child)) throw new Error(`${command} ended with ${child.exitCode}: ${said}`, { cause: fault })
    await pause(50)
  }
  return { pid: child.pid!, end: () => end(child) }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    const { status } = await fetch(`${endpoint}?${new URLSearchParams({ query: 'ASK {}' })}`)
    return status === 200 || status === 401
  } catch {
    return false
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const closed = new Promise((done) => child.once('close', done))
  child.kill('SIGTERM')
  await closed
}
