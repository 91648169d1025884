/**
 * The command line, and the only place that touches the process.
 */
import cluster from 'node:cluster'
import { once } from 'node:events'
import { enableCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import type { FromCopy } from './cluster/copy.ts'
import { type Config, createConfig, type Settings, settingNames } from './config.ts'
import { FaultsError } from './errors.ts'
import { codeFolder } from './release/releases-folder.ts'

type Flags = Readonly<Record<string, string | boolean | undefined>>

/** Flags that are no settings, by the command that knows them. */
const commandFlags: Readonly<Record<string, Record<string, { readonly type: 'boolean' | 'string' }>>> = {
  link: { all: { type: 'boolean' }, as: { type: 'string' }, live: { type: 'boolean' } },
  load: { to: { type: 'string' } },
}

const commands: Readonly<
  Record<string, (config: Config, operands: readonly string[], flags: Flags) => Promise<string | undefined>>
> = {
  async serve(config) {
    if (cluster.isWorker) return serveAsCopy(config)
    if (config.processes === 1) passOverReload(config)
    const server = config.processes > 1 ? await serveByMany(config) : await serveAlone(config)
    const stop = () => void server.close()
    for (const signal of stopSignals) process.once(signal, stop)
    if (process.env.npm_lifecycle_event) onceOrphaned(stop)
    return `Commons Graph is ready at ${config.publicUrl}`
  },
  check: async (config) => (await import('./commands/check.ts')).check(config),
  dump: async (config, [folder]) => (await import('./commands/dump.ts')).dump(config, folder),
  export: async (config, [folder]) => (await import('./commands/export.ts')).exportTo(config, folder),
  release: async (config) => (await import('./commands/release.ts')).release(config),
  diff: async (config, operands) => (await import('./commands/diff.ts')).diff(config, operands),
  async link(config, operands, flags) {
    const { link } = await import('./commands/link.ts')
    return link(config, operands, flags, { input: process.stdin, output: process.stdout, notes: process.stderr })
  },
  async load(config, _, { to }) {
    const { loadTo } = await import('./commands/load.ts')
    const stopped = new AbortController()
    for (const signal of stopSignals) process.once(signal, () => stopped.abort())
    return loadTo(config, to as string | undefined, process.stderr, stopped.signal)
  },
}

const stopSignals = ['SIGINT', 'SIGTERM'] as const

async function serveAlone(config: Config, mayListen?: (version: string) => Promise<void>) {
  enableCompileCache(codeFolder(config.releasesDir))
  const { serve } = await import('./commands/serve.ts')
  return serve(config, mayListen)
}

function serveByMany(config: Config) {
  const started = startCopies(config)
  // What comes before all serve is done afterwards: they may have read the data already.
  const reload = () => started.then((copies) => copies.reload())
  process.on('SIGHUP', () => reload().catch(() => {}))
  return started
}

async function startCopies({ processes, queryTimeoutMs, logLevel }: Config) {
  const { Copies } = await import('./cluster/copies.ts')
  const { createLog } = await import('./log.ts')
  // A copy breaks off by itself what takes too long.
  const stopMs = queryTimeoutMs + 20_000
  return Copies.start({ count: processes, stopMs, log: createLog(logLevel) })
}

/** By default Node.js ends, and says nothing. */
function passOverReload({ logLevel }: Config): void {
  process.on('SIGHUP', async () => {
    const { createLog } = await import('./log.ts')
    createLog(logLevel).warn('SIGHUP means nothing to a single process: restart it for other data, or set PROCESSES')
  })
}

/** One of several processes: it does as the one tells it that started it, and prints nothing. */
async function serveAsCopy(config: Config): Promise<undefined> {
  const tell = (message: FromCopy) => new Promise((resolve) => process.send!(message, resolve))
  // What is sent to the whole group of processes is for the first of them.
  process.on('SIGHUP', () => {})
  const stopped = Promise.withResolvers<void>()
  for (const signal of stopSignals) process.on(signal, () => stopped.resolve())
  const isStopped = stopped.promise.then(() => Promise.reject(new Stopped()))
  isStopped.catch(() => {})
  try {
    const server = await serveAlone(config, async (prepared) => {
      const told = once(process, 'message')
      await tell({ prepared })
      await Promise.race([told, isStopped])
    })
    await tell({ listening: true })
    await stopped.promise
    await server.close()
  } catch (error) {
    if (error instanceof FaultsError) await tell({ faults: error.faults })
    else if (!(error instanceof Stopped)) throw error
  }
  process.disconnect()
}

/** A copy was told to stop before it was told to serve. */
class Stopped extends Error {}

/** npm and its shell end on a signal and pass none on: what they started finds itself with another parent. */
function onceOrphaned(stop: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 500)
  watch.unref()
}

/** Settings from the environment, overridden by flags of the same name: `--port 8080` or `--PORT=8080`. */
function readCommandLine(args: readonly string[], environment: NodeJS.ProcessEnv) {
  const flagOf = (name: string) => name.toLowerCase().replaceAll('_', '-')
  const own = commandFlags[args[0] ?? ''] ?? {}
  const options = {
    ...Object.fromEntries(settingNames.map((name) => [flagOf(name), { type: 'string' as const }])),
    ...own,
  }
  const normalised = args.map((arg) => arg.replace(/^--[\w-]+/, flagOf))
  try {
    const { values, positionals } = parseArgs({ args: normalised, options, allowPositionals: true })
    const settings = settingNames.map((name) => [name, values[flagOf(name)] ?? environment[name]])
    const flags: Flags = Object.fromEntries(Object.keys(own).map((name) => [name, values[name] as string | boolean]))
    return { settings: Object.fromEntries(settings) as Settings, positionals, flags }
  } catch (error) {
    throw new FaultsError([{ message: (error as Error).message }])
  }
}

try {
  const { settings, positionals, flags } = readCommandLine(process.argv.slice(2), process.env)
  const [name = 'serve', ...operands] = positionals
  const command = commands[name]
  if (!command) {
    throw new FaultsError([{ message: `${name} is no command; there are ${Object.keys(commands).join(', ')}` }])
  }
  const said = await command(createConfig(settings), operands, flags)
  if (said !== undefined) console.log(said)
} catch (error) {
  if (!(error instanceof FaultsError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
