/**
 * Query evaluation tests over HTTP: each once in every media type of the query's form (SPARQL 1.1 Protocol §2.1).
 */
import type { Quad } from '../../../src/rdf/environment.ts'
import { prepare } from '../evaluation.ts'
import type { TestCase } from '../manifest.ts'
import { attempt, failed, type Outcome, passed } from '../outcome.ts'
import { canCarry, graphFormats } from '../rdf.ts'
import type { Answer } from '../results/answer.ts'
import { difference } from '../results/compare.ts'
import { readAnswer, rowTypes } from '../results/read.ts'
import type { Library } from '../suites.ts'
import type { Application } from './application.ts'

/**
 * The outcome for each media type.
 * @throws Error for a test that cannot be read
 */
export async function runOverHttp(
  library: Library,
  application: Application,
  test: TestCase,
): Promise<ReadonlyMap<string, Outcome>> {
  const { text, expected, comparison } = await prepare(library, application, test)
  // The endpoint has its own base; a query may name another (SPARQL 1.1 §4.1.1.2).
  const query = `BASE <${test.query}>\n${text}`
  const outcomes = new Map<string, Outcome>()
  let reference = expected
  for (const mediaType of mediaTypes(expected)) {
    const outcome = await attempt(async () => {
      const response = await ask(application, query, mediaType)
      const body = await response.text()
      if (!canAnswer(expected, mediaType)) return refused(response, body)
      if (response.status !== 200) return failed(`${response.status}: ${body}`)
      const type = essence(response)
      if (type !== mediaType) return failed(`Content-Type ${type} instead of ${mediaType}`)
      const answer = await readAnswer(body, mediaType, expected.kind, application.contexts)
      const differs = difference(answer, isLexical(answer) ? reference : expected, comparison)
      // CSV cannot be compared by value: once the answer is known to be right, CSV has to spell it the same.
      if (!differs && !isLexical(expected)) reference = answer
      return differs ? failed(differs) : passed
    })
    outcomes.set(mediaType, outcome)
  }
  return outcomes
}

function ask({ publicUrl }: Application, query: string, mediaType: string): Promise<Response> {
  const headers = { accept: mediaType, 'content-type': 'application/sparql-query' }
  return fetch(`${publicUrl}sparql`, { method: 'POST', headers, body: query, signal: AbortSignal.timeout(30_000) })
}

/** What a format cannot say is not acceptable, rather than said wrong. */
function refused({ status }: Response, body: string): Outcome {
  return status === 406 ? passed : failed(`${status} instead of 406 for what the format cannot say: ${body}`)
}

function isLexical(answer: Answer): boolean {
  return answer.kind === 'rows' && answer.lexical === true
}

function canAnswer(expected: Answer, mediaType: string): boolean {
  const format = graphFormats.find((candidate) => candidate.mediaType === mediaType)
  return !format || expected.kind !== 'graph' || canCarry(format, expected.quads as readonly Quad[])
}

function mediaTypes({ kind }: Answer): readonly string[] {
  return kind === 'graph' ? graphFormats.map(({ mediaType }) => mediaType) : rowTypes
}

/** The media type of a response without its parameters, in lower case. */
export function essence(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
}
