/**
 * The part of the suites that needs no network: evaluation and syntax.
 */
import { runEvaluation } from './evaluation.ts'
import type { TestCase } from './manifest.ts'
import { attempt, type Outcome, skipOf, skipped } from './outcome.ts'
import type { Program } from './program.ts'
import type { Library } from './suites.ts'
import { runSyntax } from './syntax.ts'

/** @returns undefined for a test of HTTP, which `http/run.ts` runs */
export async function runInProcess(library: Library, program: Program, test: TestCase): Promise<Outcome | undefined> {
  if (/^(Protocol|GraphStoreProtocol|ServiceDescription)Test$/.test(test.type)) return undefined
  const skip = skipOf(test)
  if (skip) return skipped(skip)
  return attempt(() => (isEvaluation(test) ? runEvaluation(library, program, test) : runSyntax(library, test)))
}

/** Query evaluation, the three tests of CSV included. */
export function isEvaluation({ type }: TestCase): boolean {
  return type === 'QueryEvaluationTest' || type === 'CSVResultFormatTest'
}
