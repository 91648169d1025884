/**
 * Copies of the server, each a process of its own, behind the nginx of Debian with the configuration that we ship.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { root } from '../../support/dataset.ts'
import { freePort } from '../../support/ports.ts'

/** Two states of the data, which differ in one fact: how large a venue is. */
export const states = ['700', '701'] as const
export type State = (typeof states)[number]

/** What a copy is at: which version it serves, if it does, and how often it has been started. */
interface Copy {
  readonly port: number
  child: ChildProcess | undefined
  serving: string | undefined
  starts: number
  /** Its log. */
  log: string
}

export interface FleetOptions {
  readonly copies: number
  /** Settings of each copy, beside those that the fleet needs. */
  readonly settings?: Readonly<Record<string, string>>
}

export class Fleet implements AsyncDisposable {
  /** The balancer's address, ending in `/`. */
  readonly url: string
  readonly #folder: string
  readonly #copies: readonly Copy[]
  readonly #settings: Readonly<Record<string, string>>
  #nginx: ChildProcess | undefined

  private constructor(port: number, folder: string, ports: readonly number[], settings: FleetOptions['settings'] = {}) {
    this.url = `http://127.0.0.1:${port}/`
    this.#folder = folder
    this.#copies = ports.map((port) => ({ port, child: undefined, serving: undefined, starts: 0, log: '' }))
    this.#settings = settings
  }

  /** Resolves when all copies serve the first state of the data. */
  static async start({ copies, settings }: FleetOptions): Promise<Fleet> {
    const folder = await mkdtemp(join(tmpdir(), 'commons-graph-fleet-'))
    const ports = []
    for (let count = 0; count < copies + 1; count++) ports.push(await freePort())
    const [port, ...others] = ports as [number, ...number[]]
    const fleet = new Fleet(port, folder, others, settings)
    for (const state of states) await writeData(state, fleet.#data(state))
    await fleet.#startNginx(port)
    await fleet.publish(states[0])
    await Promise.all(fleet.#copies.map((copy) => fleet.#start(copy, states[0])))
    return fleet
  }

  /** The addresses of the copies themselves, ending in `/`. */
  get copies(): readonly string[] {
    return this.#copies.map(({ port }) => `http://127.0.0.1:${port}/`)
  }

  /** The versions that are served at this moment, each with the copies that do, by name and number of their start. */
  serving(): ReadonlyMap<string, readonly string[]> {
    const running = this.#copies.filter(({ serving }) => serving !== undefined)
    const groups = Map.groupBy(running, ({ serving }) => serving!)
    return new Map(
      Array.from(groups, ([version, copies]) => [version, copies.map(({ port, starts }) => `${port} ${starts}`)]),
    )
  }

  /** How many copies say in their logs that they answered the request of that name. */
  answeredBy(requestId: string): number {
    return this.#copies.filter(({ log }) => log.includes(requestId)).length
  }

  /** Makes the release that copies with this state of the data start from. */
  async publish(state: State): Promise<void> {
    await promisify(execFile)(process.execPath, [join(root, 'src/main.ts'), 'release'], {
      env: this.#environment(state, this.#copies[0]!.port),
    })
  }

  /**
   * A change of version: one copy after the other stops and starts with another state of the data.
   * @returns for how many milliseconds each was away
   */
  async roll(state: State): Promise<readonly number[]> {
    const away = []
    for (const copy of this.#copies) {
      const started = performance.now()
      await this.#stop(copy)
      await this.#start(copy, state)
      away.push(performance.now() - started)
    }
    return away
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#copies.map((copy) => this.#stop(copy)))
    if (this.#nginx) {
      const ended = once(this.#nginx, 'exit')
      this.#nginx.kill('SIGTERM')
      await ended
    }
    await rm(this.#folder, { recursive: true, force: true })
  }

  #data(state: State): string {
    return join(this.#folder, `data-${state}`)
  }

  #environment(state: State, port: number): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: this.url,
      DATA_DIR: this.#data(state),
      RELEASES_DIR: join(this.#folder, 'releases'),
      QUERY_BUDGET_S: '0',
      QUERY_WORKERS: '1',
      TRUST_PROXY: 'true',
      LOG_LEVEL: 'warn',
      ...this.#settings,
    }
  }

  async #start(copy: Copy, state: State): Promise<void> {
    const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'serve'], {
      env: this.#environment(state, copy.port),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    copy.child = child
    child.stdout.setEncoding('utf8').on('data', (chunk) => (copy.log += chunk))
    for (;;) {
      if (child.exitCode !== null) throw new Error(`a copy ended with ${child.exitCode} before it was ready`)
      const health = await fetch(`http://127.0.0.1:${copy.port}/health`).catch(() => undefined)
      const version = health?.headers.get('dataset-version')
      await health?.text()
      if (version) {
        copy.starts++
        copy.serving = version
        return
      }
      await pause(50)
    }
  }

  async #stop(copy: Copy): Promise<void> {
    copy.serving = undefined
    if (!copy.child || copy.child.exitCode !== null) return
    const ended = once(copy.child, 'exit')
    copy.child.kill('SIGTERM')
    const [code] = await ended
    if (code !== 0) throw new Error(`a copy ended with ${code}`)
  }

  /** The configuration that is shipped, with our addresses in place of those that it has. */
  async #startNginx(port: number): Promise<void> {
    const shipped = await readFile(join(root, 'deploy/nginx.conf'), 'utf8')
    const servers = this.#copies.map((copy) => `server 127.0.0.1:${copy.port} max_fails=0;`).join('\n')
    const text = shipped
      .replace(/( *server copy-\d:3000 max_fails=0;\n)+/, `${servers}\n`)
      .replace('listen 8080;', `listen 127.0.0.1:${port};`)
      .replaceAll('/tmp/nginx', join(this.#folder, 'nginx'))
    const file = join(this.#folder, 'nginx.conf')
    await writeFile(file, text)
    await promisify(execFile)('nginx', ['-t', '-c', file])
    this.#nginx = spawn('nginx', ['-c', file, '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

export async function writeData(state: State, folder: string): Promise<void> {
  await cp(join(root, 'data'), folder, { recursive: true })
  const file = join(folder, 'visite-elus-2016.trig')
  const text = await readFile(file, 'utf8')
  const changed = text.replace('coworking de 700 m²', `coworking de ${state} m²`)
  if (!changed.includes(`coworking de ${state} m²`)) throw new Error('the fact that is to be changed is not there')
  await writeFile(file, changed)
}
