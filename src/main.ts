/**
 * The command line: reads settings, puts the program together, and is the only place that touches the process.
 */
import { cp, mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, createConfig, type SettingName, settingNames } from './config.ts'
import { type Dataset, loadDataset, readShapes } from './dataset/load.ts'
import { ensureRelease } from './dataset/release.ts'
import { FaultsError } from './errors.ts'
import { buildApp } from './http/app.ts'
import { ComunicaEngine } from './query/comunica.ts'
import { loadSavedQueries } from './query/saved.ts'
import { type ContextDocument, JsonLd } from './rdf/jsonld.ts'
import { MemoryStore } from './store/memory.ts'

const commands: Readonly<Record<string, (config: Config, operands: readonly string[]) => Promise<void>>> = {
  serve,
  check,
  dump,
}

async function serve(config: Config): Promise<void> {
  const { baseIri, publicUrl } = config
  const [dataset, queries, shapes, context] = await Promise.all([
    loadDataset(config),
    loadSavedQueries(config.queriesDir, baseIri),
    readShapes(config),
    readContext(config),
  ])
  const jsonLd = new JsonLd(`${publicUrl}ontology/context.jsonld`, context)
  const release = await ensureRelease(dataset, jsonLd, config.releasesDir)
  const store = new MemoryStore(dataset)
  const engine = new ComunicaEngine({ source: store.source, baseIri, timeoutMs: config.queryTimeoutMs, jsonLd })
  const app = await buildApp({ baseIri, publicUrl, store, engine, queries, shapes, context, jsonLd, release }, config)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await app.close()
      await engine.close()
    })
  }
  await listen(app, config)
  console.log(`Commons Graph is ready at ${publicUrl}`)
}

async function listen(app: Awaited<ReturnType<typeof buildApp>>, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new FaultsError([
        { message: `PORT=${port}: another program already listens there; set PORT to a free one` },
      ])
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new FaultsError([{ message: `HOST=${host}: this machine has no such address` }])
    if (code === 'EACCES')
      throw new FaultsError([{ message: `PORT=${port}: this user may not listen there; set PORT to one above 1023` }])
    throw error
  }
}

/** Parses and validates everything; silent about what holds, one line for each fault. */
async function check(config: Config): Promise<void> {
  const results = await Promise.allSettled([
    loadDataset(config),
    loadSavedQueries(config.queriesDir, config.baseIri),
    readContext(config),
  ])
  const failures = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason)
  const unexpected = failures.find((reason) => !(reason instanceof FaultsError))
  if (unexpected) throw unexpected
  if (failures.length) throw new FaultsError(failures.flatMap(({ faults }: FaultsError) => faults))
  const { quads, version } = (results[0] as PromiseFulfilledResult<Dataset>).value
  const queries = (results[1] as PromiseFulfilledResult<Map<string, unknown>>).value
  console.log(`${quads.length} quads and ${queries.size} saved queries hold. Version ${version.name}`)
}

/** Copies the release of this data, made now if there is none, into a folder. */
async function dump(config: Config, [folder]: readonly string[]): Promise<void> {
  if (folder === undefined)
    throw new FaultsError([{ message: 'dump: name the folder to write to, as in: npm run dump -- DIR' }])
  const jsonLd = new JsonLd(`${config.publicUrl}ontology/context.jsonld`, await readContext(config))
  const release = await ensureRelease(await loadDataset(config), jsonLd, config.releasesDir)
  await mkdir(folder, { recursive: true })
  await cp(release, folder, { recursive: true })
  console.log(`The release is in ${resolve(folder)}`)
}

async function readContext({ ontologyDir }: Config): Promise<ContextDocument> {
  const file = join(ontologyDir, 'context.jsonld')
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new FaultsError([{ file, message: (error as Error).message }])
  }
}

/** Settings from the environment, overridden by flags of the same name: `--port 8080` or `--PORT=8080`. */
function readCommandLine(args: readonly string[], environment: NodeJS.ProcessEnv) {
  const flags = new Map(settingNames.map((name) => [name.toLowerCase().replaceAll('_', '-'), name]))
  const normalised = args.map((arg) => arg.replace(/^--[A-Za-z_-]+/, (flag) => flag.toLowerCase().replaceAll('_', '-')))
  const options = Object.fromEntries([...flags.keys()].map((flag) => [flag, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({ args: normalised, options, allowPositionals: true })
    const settings: Partial<Record<SettingName, string | undefined>> = {}
    for (const [flag, name] of flags) settings[name] = (values[flag] as string | undefined) ?? environment[name]
    return { settings, positionals }
  } catch (error) {
    throw new FaultsError([{ message: (error as Error).message }])
  }
}

try {
  const { settings, positionals } = readCommandLine(process.argv.slice(2), process.env)
  const [name = 'serve', ...operands] = positionals
  const command = commands[name]
  if (!command)
    throw new FaultsError([{ message: `${name} is no command; there are ${Object.keys(commands).join(', ')}` }])
  await command(createConfig(settings), operands)
} catch (error) {
  if (!(error instanceof FaultsError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
