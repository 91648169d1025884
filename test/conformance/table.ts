/**
 * The table of a run: passed, failed and skipped apart.
 */
import { isEvaluation } from './in-process.ts'
import { known } from './known.ts'
import { skips, testId } from './outcome.ts'
import { outcomes, type Result } from './results.ts'
import { suiteNames } from './suites.ts'

/** Lines for a terminal: a row for each suite, one for each format over HTTP, and each reason with its number. */
export function table(results: readonly Result[]): string {
  const bySuite = suiteNames.flatMap((suite) => {
    const own = results.filter(({ test }) => test.suite === suite)
    const formats = [...new Set(own.flatMap((result) => [...result.formats.keys()]))].sort()
    return [
      row(
        suite,
        own.map(({ outcome }) => outcome.status),
        own.length,
      ),
      ...formats.map((format) => {
        const statuses = own.flatMap((result) => result.formats.get(format)?.status ?? [])
        return row(`  ${format}`, statuses, statuses.length)
      }),
    ]
  })
  return [head, ...bySuite, '', ...skipLines(results), ...knownLines(results), storeLine(results)].join('\n')
}

const widths = [36, 8, 8, 8, 8]
const head = line(['suite, then over HTTP as', 'tests', 'passed', 'failed', 'skipped'])

function row(name: string, statuses: readonly string[], tests: number): string {
  const count = (status: string) => String(statuses.filter((own) => own === status).length)
  return line([name, String(tests), count('passed'), count('failed'), count('skipped')])
}

function line([name, ...numbers]: readonly string[]): string {
  return name!.padEnd(widths[0]!) + numbers.map((text, column) => text.padStart(widths[column + 1]!)).join('')
}

function skipLines(results: readonly Result[]): string[] {
  const reasons = results.flatMap(({ outcome }) => (outcome.status === 'skipped' ? [outcome.reason] : []))
  return [...Map.groupBy(reasons, (reason) => reason)].map(
    ([reason, same]) => `skipped ${String(same.length).padStart(4)}: ${skips[reason]}`,
  )
}

/** Whoever is asked in process is the store and nobody else: what passes there it has evaluated itself. */
function storeLine(results: readonly Result[]): string {
  const run = results.filter(({ test, outcome }) => isEvaluation(test) && outcome.status !== 'skipped')
  const passed = run.filter(({ outcome }) => outcome.status === 'passed').length
  return `evaluated by the store itself: ${passed} of ${run.length} evaluation tests`
}

function knownLines(results: readonly Result[]): string[] {
  const failing = results.filter((result) => outcomes(result).some(([, { status }]) => status === 'failed'))
  const ids = failing.map(({ test }) => testId(test)).filter((id) => known.has(id))
  return ids.map((id) => `known failure: ${id}: ${known.get(id)}`)
}
