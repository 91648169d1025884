/**
 * OpenRefine without a window, on a free port of 127.0.0.1, driven as its own pages drive it.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '../../support/ports.ts'

export const program = ['/usr/bin/openrefine', '/usr/local/bin/openrefine'].find(existsSync)

/** What a service is to OpenRefine: some members of its manifest, and its address. */
export interface Service {
  readonly url: string
  readonly identifierSpace: string
  readonly schemaSpace: string
}

export interface Reconciled {
  readonly value: string
  /** `matched` if the service was certain. */
  readonly judgment: string
  /** The identifier of what is matched, or else of the best candidate, if there is any. */
  readonly best: string | undefined
}

type Value = string | number | undefined

interface Rows {
  readonly rows: readonly { readonly cells: readonly ({ v: Value; r?: number } | null)[] }[]
  readonly pool: { readonly recons: Readonly<Record<string, Judged>> }
}

interface Judged {
  readonly j: string
  readonly m?: { readonly id: string }
  readonly c?: readonly { readonly id: string }[]
}

/** It starts within seconds; a machine at work takes longer. */
const startWithinMs = 120_000

const engine = JSON.stringify({ facets: [], mode: 'row-based' })

export class OpenRefine {
  readonly url: string
  readonly #stop: () => Promise<void>

  private constructor(url: string, stop: () => Promise<void>) {
    this.url = url
    this.#stop = stop
  }

  static async start(): Promise<OpenRefine> {
    const folder = await mkdtemp(join(tmpdir(), 'commons-graph-openrefine-'))
    const port = await freePort()
    const settings = ['-i', '127.0.0.1', '-p', String(port), '-d', folder, '-m', '512M', '-x', 'refine.headless=true']
    // A shell script that starts Java: it has a process group of its own, so that both can be ended.
    const child = spawn(program!, settings, { detached: true, stdio: 'ignore' })
    const closed = new Promise((resolve) => child.once('close', resolve))
    const stop = async () => {
      process.kill(-child.pid!, 'SIGTERM')
      await closed
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    }
    const openRefine = new OpenRefine(`http://127.0.0.1:${port}/`, stop)
    const until = Date.now() + startWithinMs
    while (!(await openRefine.version().catch(() => undefined))) {
      if (Date.now() > until) {
        await stop()
        throw new Error('OpenRefine does not answer')
      }
      await pause(200)
    }
    return openRefine
  }

  stop(): Promise<void> {
    return this.#stop()
  }

  async version(): Promise<string> {
    return (await this.#get('get-version')).version
  }

  /** A project with one column, `name`. @returns its identifier */
  async createProject(names: readonly string[]): Promise<string> {
    const form = new FormData()
    form.set('project-name', 'names')
    form.set('format', 'text/line-based/*sv')
    form.set(
      'options',
      JSON.stringify({ separator: '\t', headerLines: 1, guessCellValueTypes: false, encoding: 'UTF-8' }),
    )
    form.set('project-file', new Blob([['name', ...names].join('\n')]), 'names.tsv')
    const response = await this.#post('create-project-from-upload', form)
    return new URL(response.headers.get('location')!, this.url).searchParams.get('project')!
  }

  /** Reconciles the names without a type, and takes what the service is certain of. */
  async reconcile(project: string, service: Service): Promise<Reconciled[]> {
    const { url, ...spaces } = service
    const config = { mode: 'standard-service', service: url, ...spaces, autoMatch: true, columnDetails: [], limit: 0 }
    await this.#run(project, 'reconcile', { columnName: 'name', config: JSON.stringify(config), engine })
    const { rows, pool } = await this.#rows(project)
    return rows.map(({ cells: [cell] }) => {
      const { j, m, c } = pool.recons[cell!.r!]!
      return { value: String(cell!.v), judgment: j, best: (m ?? c?.[0])?.id }
    })
  }

  /** Takes the best candidate for whatever is not matched. */
  async takeBest(project: string): Promise<void> {
    await this.#run(project, 'recon-match-best-candidates', { columnName: 'name', engine })
  }

  /** Adds columns with properties. @returns for each name, in order, the values of each property */
  async extend(project: string, service: Service, properties: readonly string[]): Promise<Value[][][]> {
    const extension = { properties: properties.map((id) => ({ id, name: id })) }
    const { url, ...spaces } = service
    await this.#run(project, 'extend-data', {
      baseColumnName: 'name',
      endpoint: url,
      ...spaces,
      columnInsertIndex: '1',
      extension: JSON.stringify(extension),
      engine,
    })
    const { rows } = await this.#rows(project)
    const values: Value[][][] = []
    for (const { cells } of rows) {
      // Further values stand in rows without a name.
      if (cells[0]) values.push(properties.map(() => []))
      properties.forEach((_, index) => {
        const value = cells[index + 1]?.v
        if (value !== undefined && value !== null) values.at(-1)![index]!.push(value)
      })
    }
    return values
  }

  /** A command that may go on after its answer: until nothing does. */
  async #run(project: string, command: string, form: Readonly<Record<string, string>>): Promise<void> {
    const response = await this.#post(command, new URLSearchParams(form), { project })
    const { code, message } = (await response.json()) as { code: string; message?: string }
    if (code === 'error') throw new Error(`${command}: ${message}`)
    for (;;) {
      const { processes } = await this.#get('get-processes', { project })
      if (!processes.length) return
      await pause(100)
    }
  }

  async #rows(project: string): Promise<Rows> {
    return this.#get('get-rows', { project, engine, start: '0', limit: '100000' })
  }

  // biome-ignore lint/suspicious/noExplicitAny: OpenRefine describes its answers nowhere
  async #get(command: string, parameters: Readonly<Record<string, string>> = {}): Promise<any> {
    const response = await fetch(`${this.#addressOf(command)}?${new URLSearchParams(parameters)}`)
    return response.json()
  }

  /** The answer to a form, or to what else is posted; those who post have to ask for a token first. */
  async #post(
    command: string,
    body: FormData | URLSearchParams,
    parameters: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const { token } = await this.#get('get-csrf-token')
    const query = new URLSearchParams({ ...parameters, csrf_token: token })
    return fetch(`${this.#addressOf(command)}?${query}`, { method: 'POST', body, redirect: 'manual' })
  }

  #addressOf(command: string): string {
    return `${this.url}command/core/${command}`
  }
}
