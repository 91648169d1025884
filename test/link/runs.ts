/**
 * `npm run link` on a copy of the data, against the services on 127.0.0.1.
 */
import { spawn } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeEach } from 'vitest'
import { type LinkFlags, link } from '../../src/commands/link.ts'
import { createConfig } from '../../src/config.ts'
import { loadDataset } from '../../src/dataset/load.ts'
import { FaultsError } from '../../src/errors.ts'
import { type Mapping, readMappings } from '../../src/link/mapping.ts'
import { parse } from '../../src/rdf/parse.ts'
import { root } from '../support/dataset.ts'
import { localServices } from './local-services.ts'

const baseIri = 'http://localhost:3000/'

export interface Finished {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder and services of their own for each test of a file. */
export function linkRuns() {
  const { services, folder, settings: local } = localServices()
  const dataDir = () => join(folder(), 'data')
  beforeEach(() => cp(join(root, 'data'), dataDir(), { recursive: true }))

  const settingsOf = (settings: Record<string, string> = {}) => ({ ...local(), DATA_DIR: dataDir(), ...settings })

  return {
    services,
    folder,
    dataDir,

    /** A process of its own, which can be killed. */
    start(args: readonly string[], settings?: Record<string, string>) {
      const env = { ...process.env, ...settingsOf(settings) }
      const child = spawn(process.execPath, [join(root, 'src/main.ts'), 'link', ...args], { env })
      let [stdout, stderr] = ['', '']
      child.stdout.on('data', (chunk) => (stdout += chunk))
      child.stderr.on('data', (chunk) => (stderr += chunk))
      const finished = new Promise<Finished>((resolve) =>
        child.once('close', (code) => resolve({ code, stdout, stderr })),
      )
      return { child, finished }
    },

    /** The same without the process. */
    call: (name: string, { settings, ...call }: Call & { readonly settings?: Record<string, string> } = {}) =>
      callLink(settingsOf(settings), name, call),

    /** Whether the data is right. @throws FaultsError with what is wrong */
    validate: () => loadDataset(createConfig(settingsOf())),
  }
}

interface Call extends LinkFlags {
  /** What the person types. */
  readonly typed?: string
}

/** `npm run link` with these settings, in this process. */
export async function callLink(
  settings: Record<string, string>,
  name: string,
  { typed = '', ...flags }: Call = {},
): Promise<Finished> {
  let [stdout, stderr] = ['', '']
  const output = { write: (text: string) => (stdout += text) }
  const notes = { write: (text: string) => (stderr += text) }
  try {
    const terminal = { input: Readable.from([typed]), output, notes }
    const sentence = await link(createConfig(settings), [name], flags, terminal)
    return { code: 0, stdout: `${stdout}${sentence}\n`, stderr }
  } catch (error) {
    if (!(error instanceof FaultsError)) throw error
    return { code: 1, stdout, stderr: `${stderr}${error.message}\n` }
  }
}

/** Takes the links of things out of the data, as if nobody had found any. */
export async function unlink(dataDir: string): Promise<void> {
  const path = join(dataDir, 'links/wikidata.trig')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace(/ {2}<id\/[\s\S]*?(?= {2}<licence\/)/, ''))
}

export async function candidatesOf(dataDir: string): Promise<readonly Mapping[]> {
  return mappingsOf(join(dataDir, 'links/candidates.ttl'))
}

export async function linksOf(dataDir: string, file: string): Promise<readonly Mapping[]> {
  return mappingsOf(join(dataDir, 'links', file))
}

/** The last part of an IRI. */
export function short(iri: string): string {
  return iri.slice(iri.lastIndexOf('/') + 1)
}

async function mappingsOf(path: string): Promise<readonly Mapping[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const statements = await parse(text, { baseIri, file: path })
  return readMappings(statements.map(({ quad }) => quad))
}
