/**
 * Query evaluation tests: text, algebra, engine, written answer, as the program does it.
 */
import type { Operation } from '../../src/query/algebra.ts'
import { type ParsedQuery, parseQuery } from '../../src/query/syntax.ts'
import type { Quad } from '../../src/rdf/environment.ts'
import { rdfFormats } from '../../src/rdf/formats.ts'
import { readDataset } from './dataset.ts'
import type { TestCase } from './manifest.ts'
import { failed, type Outcome, passed } from './outcome.ts'
import type { Answer } from './results/answer.ts'
import { type Comparison, difference } from './results/compare.ts'
import { mediaTypeOf, readAnswer, readExpected } from './results/read.ts'
import type { Library } from './suites.ts'

/** What answers the queries of the tests. */
export interface Evaluator {
  /** Makes these quads the dataset: those in the default graph are the default graph. */
  load(quads: readonly Quad[]): void | Promise<void>
  /**
   * The whole answer to a query, in a media type of its form.
   * @throws whatever evaluation or writing throws
   */
  answer(query: ParsedQuery, mediaType: string): Promise<string>
}

/** Everything that an evaluation test asks and expects. */
export interface Evaluation {
  readonly text: string
  readonly query: ParsedQuery
  readonly expected: Answer
  readonly comparison: Comparison
}

/**
 * Reads the query and what it should answer, and hands the evaluator the test's dataset.
 * @throws Error for documents that cannot be read, RequestError for a query that is refused
 */
export async function prepare(
  library: Library,
  evaluator: Pick<Evaluator, 'load'>,
  test: TestCase,
): Promise<Evaluation> {
  if (test.query === undefined || test.result === undefined) throw new Error('the test has no query or no result')
  const text = await library.text(test.query)
  const query = parseQuery(text, test.query)
  await evaluator.load(await readDataset(library, test, query.query.dataset))
  const expected = await readExpected(library, test.result)
  return { text, query, expected, comparison: { ordered: isOrdered(query.query.operation), lax: test.lax } }
}

/** Runs one test; its answer is written in the form of the file that it is compared with. */
export async function runEvaluation(library: Library, evaluator: Evaluator, test: TestCase): Promise<Outcome> {
  const { query, expected, comparison } = await prepare(library, evaluator, test)
  const mediaType = formOf(expected, test.result!)
  const answer = await readAnswer(await evaluator.answer(query, mediaType), mediaType, expected.kind)
  const differs = difference(answer, expected, comparison)
  return differs ? failed(differs) : passed
}

function formOf({ kind }: Answer, iri: string): string {
  if (kind !== 'graph') return mediaTypeOf(iri) ?? 'application/sparql-results+json'
  return rdfFormats.find(({ extension }) => iri.endsWith(`.${extension}`))!.mediaType
}

/** Whether the rows of a query are a sequence: ORDER BY at its outermost level (SPARQL 1.1 §15.1). */
function isOrdered(operation: Operation): boolean {
  if (operation.type === 'orderBy') return true
  const wraps = operation.type === 'slice' || operation.type === 'distinct' || operation.type === 'project'
  return wraps && isOrdered(operation.operand)
}
