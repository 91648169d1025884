/**
 * The report for others: one assertion for each test, in EARL (https://www.w3.org/TR/EARL10-Schema/) as Turtle.
 */
import { type Quad, rdf } from '../../src/rdf/environment.ts'
import { turtle } from '../../src/rdf/formats.ts'
import { toTurtle } from '../../src/rdf/serialize.ts'
import { known } from './known.ts'
import { skips, testId } from './outcome.ts'
import { outcomes, type Result } from './results.ts'

const earl = (local: string) => rdf.namedNode(`http://www.w3.org/ns/earl#${local}`)
const doap = (local: string) => rdf.namedNode(`http://usefulinc.com/ns/doap#${local}`)
const description = rdf.namedNode('http://purl.org/dc/terms/description')
const type = rdf.namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')

/** What is tested, and what tests it. */
const subject = rdf.namedNode('https://commons.example/#commons-graph')
const assertor = rdf.namedNode('https://commons.example/#conformance')

/**
 * A Turtle document. A test that fails in any format over HTTP has failed, with each failure in its description; a
 * skipped one is `earl:untested`.
 */
export function toEarl(results: readonly Result[]): string {
  const quads = [
    quad(subject, type, earl('TestSubject')),
    quad(subject, type, doap('Project')),
    quad(subject, doap('name'), rdf.literal('Commons Graph')),
    quad(subject, doap('programming-language'), rdf.literal('TypeScript')),
    quad(assertor, type, earl('Software')),
    quad(assertor, type, earl('Assertor')),
    ...results.flatMap(assertion),
  ]
  return [...toTurtle(quads, turtle)].join('')
}

function assertion(result: Result, index: number): Quad[] {
  const node = rdf.blankNode(`assertion${index}`)
  const outcome = rdf.blankNode(`result${index}`)
  const [value, text] = verdict(result)
  return [
    quad(node, type, earl('Assertion')),
    quad(node, earl('assertedBy'), assertor),
    quad(node, earl('subject'), subject),
    quad(node, earl('test'), rdf.namedNode(result.test.iri)),
    quad(node, earl('mode'), earl('automatic')),
    quad(node, earl('result'), outcome),
    quad(outcome, type, earl('TestResult')),
    quad(outcome, earl('outcome'), earl(value)),
    ...(text ? [quad(outcome, description, rdf.literal(text))] : []),
  ]
}

function verdict(result: Result): [outcome: 'passed' | 'failed' | 'untested', text?: string] {
  const failures = outcomes(result).flatMap(([way, outcome]) =>
    outcome.status === 'failed' ? [`${way || 'in process'}: ${outcome.reason}`] : [],
  )
  if (failures.length) return ['failed', [known.get(testId(result.test)) ?? [], ...failures].flat().join('\n')]
  return result.outcome.status === 'skipped' ? ['untested', skips[result.outcome.reason]] : ['passed']
}

function quad(
  subject: Parameters<typeof rdf.quad>[0],
  predicate: Parameters<typeof rdf.quad>[1],
  object: unknown,
): Quad {
  return rdf.quad(subject, predicate, object as never) as Quad
}
