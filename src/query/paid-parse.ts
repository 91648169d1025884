/**
 * Reading a query is computing, which its client pays for.
 */
import type { Budget } from './budget.ts'
import type { QueryText } from './engine.ts'
import { type ParsedQuery, parseQuery } from './syntax.ts'

/** @throws RequestError `too-many-requests` before anything is read; and what `parseQuery` throws */
export function parsePaid({ text, baseIri, dataset, client }: QueryText, budget: Budget): ParsedQuery {
  // At a stretch, the time that passes is the processor's; asking for that would take as long as a small query.
  const started = performance.now()
  budget.check(client, started)
  try {
    return parseQuery(text, baseIri, dataset)
  } finally {
    const now = performance.now()
    budget.charge(client, now - started, now)
  }
}
