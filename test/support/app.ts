/**
 * The application over the shipped graph, for requests without a network: one for all files that a process of tests
 * runs, as none of them changes it. It ends with the process, and what it wrote goes with the folder of the run. Where the
 * run is given an engine of others that holds the graph, the application is over that.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createConfig } from '../../src/config.ts'
import { createServer } from '../../src/server.ts'
import { config } from './dataset.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The settings by which the program reaches the engine of the run. */
    engine: Readonly<Record<string, string>> | undefined
    engineName: string | undefined
  }
}

/** Where its releases lie. */
export const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-'))
const { publicUrl: PUBLIC_URL, logLevel: LOG_LEVEL } = config
const settings = { PUBLIC_URL, LOG_LEVEL, RELEASES_DIR: releasesDir, ...inject('engine') }
export const { app } = await createServer(createConfig(settings))

let listening: Promise<string> | undefined

/** The port of 127.0.0.1 at which it answers too, for what no client of HTTP lets one send. */
export async function listen(): Promise<number> {
  listening ??= app.listen({ port: 0, host: '127.0.0.1' })
  return Number(new URL(await listening).port)
}

/** A GET of a path, with an Accept header if one is given. */
export function get(url: string, accept?: string, headers: Record<string, string> = {}) {
  return app.inject({ url, headers: { ...headers, ...(accept && { accept }) } })
}
