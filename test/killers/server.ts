/**
 * The real program as a process, and what can be seen of it from outside.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../support/ports.ts'

const root = resolve(import.meta.dirname, '../..')

export interface Served {
  readonly port: number
  readonly child: ChildProcess
  /** What it wrote to stderr. */
  complaints(): string
  /** Percentiles of the delays of the front's event loop in milliseconds, measured in it since `countDelays`. */
  countDelays(): void
  loopDelays(): Promise<Readonly<Record<string, number>>>
  stop(): Promise<void>
}

export async function serve(settings: Record<string, string>): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'commons-graph-killers-'))
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: 'https://commons.example/',
    RELEASES_DIR: join(folder, 'releases'),
    LOG_LEVEL: 'error',
    QUERY_BUDGET_S: '0',
    LOOP_DELAYS: join(folder, 'delays.json'),
    ...settings,
  }
  const program = ['--import', join(import.meta.dirname, 'loop-delays.ts'), join(root, 'src/main.ts'), 'serve']
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [said, complained] = ['', '']
  child.stderr!.on('data', (chunk) => (complained += chunk))
  await new Promise<void>((ready, reject) => {
    child.stdout!.on('data', (chunk) => {
      said += chunk
      if (said.includes('is ready')) ready()
    })
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${complained}`)))
  })
  return {
    port,
    child,
    complaints: () => `${said.split('\n').slice(1).join('\n')}${complained}`,
    countDelays: () => void child.kill('SIGUSR2'),
    loopDelays: async () => JSON.parse(await readFile(env.LOOP_DELAYS, 'utf8')),
    stop: async () => {
      const closed = new Promise((done) => child.once('close', done))
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        await closed
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface Process {
  readonly pid: number
  readonly megabytes: number
  /** Hundredths of a second of processor time. */
  readonly ticks: number
}

/** The front and its workers (Linux: `/proc`). */
export async function family(front: number): Promise<{ front: Process | undefined; workers: Process[] }> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const all = await Promise.all(pids.map((pid) => look(pid)))
  const known = all.filter((one) => one !== undefined)
  return {
    front: known.find(({ pid }) => pid === front),
    workers: known.filter(({ parent }) => parent === front),
  }
}

/**
 * Whether a front has so many workers and all are at rest: the same processes with hardly any work for 0.3 s. A killed
 * one with much memory is there for a while and works no more; one that starts works without a pause.
 */
export async function isAtRest(front: number, processes: number): Promise<boolean> {
  let before = await family(front)
  for (let sample = 0; sample < 3; sample++) {
    await pause(100)
    const after = await family(front)
    const known = new Map(before.workers.map(({ pid, ticks }) => [pid, ticks]))
    if (after.workers.length !== processes) return false
    if (after.workers.some(({ pid, ticks }) => ticks - (known.get(pid) ?? Number.NEGATIVE_INFINITY) > 1)) return false
    before = after
  }
  return true
}

async function look(pid: number): Promise<(Process & { parent: number }) | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The name of the program, in brackets, may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [parent, user, system, pages] = [1, 11, 12, 21].map((index) => Number(fields[index]))
    if (fields[0] === 'Z') return undefined
    return { pid, parent: parent!, ticks: user! + system!, megabytes: (pages! * 4096) / 1024 / 1024 }
  } catch {
    return undefined
  }
}
