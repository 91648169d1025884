/**
 * Runs suites, in process and over HTTP, and keeps what came of every test.
 */
import { createConfig } from '../../src/config.ts'
import { contextUrl, readContext } from '../../src/dataset/context.ts'
import { JsonLd } from '../../src/rdf/jsonld.ts'
import { startApplication } from './http/application.ts'
import { runOverHttp } from './http/evaluation.ts'
import { runHttp } from './http/run.ts'
import { isEvaluation, runInProcess } from './in-process.ts'
import { known } from './known.ts'
import { readSuite, type TestCase } from './manifest.ts'
import { failed, type Outcome, skipOf, testId } from './outcome.ts'
import { Program } from './program.ts'
import { Library, suiteNames } from './suites.ts'

export interface Result {
  readonly test: TestCase
  /** In process or, for tests of HTTP itself, over HTTP. */
  readonly outcome: Outcome
  /** The same test over HTTP, by media type of the answer. Empty where that was not run. */
  readonly formats: ReadonlyMap<string, Outcome>
}

export interface RunOptions {
  /** Whether evaluation tests are also run over HTTP, in each format. */
  readonly everyFormat: boolean
}

/**
 * Every test of the suites.
 * @param folder where the suites lie
 * @throws Error for manifests that cannot be read
 */
export async function runSuites(folder: string, { everyFormat }: RunOptions): Promise<Result[]> {
  const library = new Library(folder)
  const application = await startApplication((jsonLd) => new Program(jsonLd))
  const program = await createProgram()
  const results: Result[] = []
  try {
    for (const suite of suiteNames) {
      for (const test of await readSuite(library, suite)) {
        const outcome =
          (await runInProcess(library, program, test)) ?? (await runHttp(library, application, test)) ?? unknown(test)
        const repeated = everyFormat && isEvaluation(test) && !skipOf(test)
        const formats = repeated ? await inEveryFormat(library, application, test) : new Map()
        results.push({ test, outcome, formats })
      }
    }
  } finally {
    await application.close()
  }
  return results
}

async function createProgram(): Promise<Program> {
  const config = createConfig({ LOG_LEVEL: 'silent' })
  return new Program(new JsonLd(contextUrl(config.publicUrl), await readContext(config.ontologyDir)))
}

async function inEveryFormat(...[library, application, test]: Parameters<typeof runOverHttp>) {
  try {
    return await runOverHttp(library, application, test)
  } catch (error) {
    return new Map([['before any format', failed((error as Error).message)]])
  }
}

function unknown({ type }: TestCase): Outcome {
  return failed(`no runner knows the class ${type}`)
}

/** Every outcome of a test with the way it was run, that in process first. */
export function outcomes({ outcome, formats }: Result): [way: string, Outcome][] {
  return [['', outcome], ...formats]
}

/** What is wrong with a run: failures that are not known, and known ones that pass in every way. */
export function faults(results: readonly Result[]): string[] {
  return results.flatMap((result) => {
    const id = testId(result.test)
    const failures = outcomes(result).flatMap(([way, outcome]) =>
      outcome.status === 'failed' ? [`${[id, way].filter(Boolean).join(' as ')}: ${outcome.reason}`] : [],
    )
    if (!known.has(id)) return failures
    return failures.length ? [] : [`${id} passes: known.ts says that it fails`]
  })
}
