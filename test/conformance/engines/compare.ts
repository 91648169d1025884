/**
 * The query evaluation tests of the W3C, each by an engine of others alone and by our program in front of it.
 */
import type { JsonLd } from '../../../src/rdf/jsonld.ts'
import { runEvaluation } from '../evaluation.ts'
import { startApplication } from '../http/application.ts'
import { runHttp } from '../http/run.ts'
import { isEvaluation } from '../in-process.ts'
import { readSuite, type TestCase } from '../manifest.ts'
import { attempt, type Outcome, skipOf, testId } from '../outcome.ts'
import { Library, type SuiteName, suiteNames } from '../suites.ts'
import { Alone, Behind, type TestedEngine } from './evaluators.ts'

export interface Compared {
  readonly id: string
  readonly alone: Outcome
  readonly behind: Outcome
}

/** @throws Error for manifests that cannot be read */
export async function compareSuites(
  folder: string,
  suites: readonly SuiteName[],
  engine: TestedEngine,
  jsonLd: JsonLd,
): Promise<Compared[]> {
  const library = new Library(folder)
  const evaluators = [new Alone(engine), new Behind(engine, jsonLd)] as const
  const outcomes = async (test: TestCase) => {
    const [alone, behind] = evaluators
    return {
      id: testId(test),
      alone: await attempt(() => runEvaluation(library, alone, test)),
      behind: await attempt(() => runEvaluation(library, behind, test)),
    }
  }
  const compared: Compared[] = []
  for (const suite of suites) {
    for (const test of await readSuite(library, suite)) {
      if (isEvaluation(test) && !skipOf(test)) compared.push(await outcomes(test))
    }
  }
  return compared
}

/** The tests of HTTP itself, by our application in front of an engine. */
export async function runHttpBehind(
  folder: string,
  engine: TestedEngine,
): Promise<readonly { readonly id: string; readonly outcome: Outcome }[]> {
  const library = new Library(folder)
  const application = await startApplication((jsonLd) => new Behind(engine, jsonLd))
  const results = []
  try {
    for (const suite of suiteNames) {
      for (const test of await readSuite(library, suite)) {
        const outcome = await runHttp(library, application, test)
        if (outcome) results.push({ id: testId(test), outcome })
      }
    }
  } finally {
    await application.close()
  }
  return results
}

/** What is asked of no engine: a subquery inside of GRAPH with a variable (`src/query/remote/in-each-graph.ts`). */
const refused: ReadonlySet<string> = new Set(
  ['01', '02', '03', '04', '05'].map((n) => `sparql11/subquery#subquery${n}`),
)

/** What passes with the engine alone and fails with us in front of it, with the reason; and what is not refused as it should. */
export function spoilt(compared: readonly Compared[]): string[] {
  return compared.flatMap(({ id, alone, behind }) => {
    const reason = behind.status === 'failed' ? behind.reason : undefined
    if (refused.has(id)) return reason?.includes('does not keep to the graph') ? [] : [`${id} is not refused`]
    return alone.status === 'passed' && reason !== undefined ? [`${id}: ${reason}`] : []
  })
}

/** How many pass with the engine alone, and with us in front of it. */
export function counts(compared: readonly Compared[]): string {
  const passing = (which: 'alone' | 'behind') => compared.filter((one) => one[which].status === 'passed').length
  return `${compared.length} tests: ${passing('alone')} pass with the engine alone, ${passing('behind')} with us in front of it`
}
