/**
 * What came of a test. A skip is no pass, and only what `mayBeSkipped` names may be one.
 */
import type { TestCase } from './manifest.ts'

export type Outcome =
  | { readonly status: 'passed' }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'skipped'; readonly reason: Skip }

export const passed: Outcome = { status: 'passed' }

export function failed(reason: string): Outcome {
  return { status: 'failed', reason }
}

export function skipped(reason: Skip): Outcome {
  return { status: 'skipped', reason }
}

/** Runs a check; whatever it throws is the failure of the test, never of the run. */
export async function attempt(check: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await check()
  } catch (error) {
    const { name, message } = error as Error
    return failed(`${name}: ${message}`)
  }
}

/** Every reason for which a test may be skipped. */
export const skips = {
  update: 'SPARQL 1.1 Update: the endpoint only reads',
  'graph store write': 'SPARQL 1.1 Graph Store Protocol, PUT, POST or DELETE: the endpoint only reads',
  entailment: 'SPARQL 1.1 Entailment Regimes: none is offered',
  federation: 'SPARQL 1.1 Federated Query: SERVICE needs endpoints that these tests have not',
} as const
export type Skip = keyof typeof skips

/** Why a test is not run, from what its manifest says; the tests of the graph store tell by their requests. */
export function skipOf({ type, group, iri, query }: TestCase): Skip | undefined {
  if (/Update/.test(type) || query?.endsWith('.ru') || (type === 'ProtocolTest' && /update/.test(localName(iri))))
    return 'update'
  if (group === 'sparql11/entailment') return 'entailment'
  return group === 'sparql11/service' ? 'federation' : undefined
}

/** `sparql11/aggregates#agg01`: what a test is called in lists. */
export function testId({ group, iri }: TestCase): string {
  return `${group}#${localName(iri)}`
}

function localName(iri: string): string {
  return iri.replace(/^.*[#/]/, '')
}
