/**
 * The program as a process of its own on a free port of 127.0.0.1, as clients meet it.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { baseIri, root } from '../../support/dataset.ts'
import { freePort } from '../../support/ports.ts'

export interface RunningServer extends AsyncDisposable {
  /** Its public URL, ending in `/`. */
  readonly url: string
  /** The address of its SPARQL endpoint. */
  readonly endpoint: string
  /** The requests that it has answered so far, as `GET /sparql`, from its log. */
  readonly requests: readonly string[]
  stop(): Promise<void>
}

/** @param settings beside those that every test needs: the README's, by name */
export async function startServer(settings: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const releases = await mkdtemp(join(tmpdir(), 'commons-graph-releases-'))
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}/`
  const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'serve'], {
    env: {
      ...process.env,
      PORT: port,
      PUBLIC_URL: url,
      BASE_IRI: baseIri,
      RELEASES_DIR: releases,
      LOG_LEVEL: 'info',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  const requests: string[] = []
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('{')) return resolve()
      const { method, route } = JSON.parse(line) as { method?: string; route?: string }
      if (method) requests.push(`${method} ${route}`)
    })
    closed.then((code) => reject(new Error(`the server ended with ${code} before it was ready`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await closed
    await rm(releases, { recursive: true, force: true })
  }
  return { url, endpoint: `${url}sparql`, requests, stop, [Symbol.asyncDispose]: stop }
}
