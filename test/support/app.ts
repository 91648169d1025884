/**
 * The application over the shipped graph, for requests without a network: one for all files that a process of tests
 * runs, as none of them changes it. It ends with the process, and what it wrote goes with the folder of the run.
 */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from '../../src/server.ts'
import { config } from './dataset.ts'

/** Where its releases lie. */
export const releasesDir = await mkdtemp(join(tmpdir(), 'commons-graph-'))
export const { app } = await createServer({ ...config, releasesDir })

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
