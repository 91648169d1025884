/**
 * What engines do otherwise than the specifications say, or leave open, each as it was found by trying, and by what an
 * engine is known.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { prefixes } from '../rdf/namespaces.ts'
import type { Term } from '../rdf/terms.ts'
import { changesInTdb, changesInVirtuoso, type LiteralChange } from './changed-literals.ts'
import type { EndpointError } from './failure.ts'
import { restoredOfVirtuoso } from './restored.ts'

export interface Quirks {
  /** As people call the engine. */
  readonly name: string
  /**
   * How many statements may be posted at once as N-Quads to the address of the graph store, which the protocol does not
   * say; 0 where that cannot be done.
   */
  readonly quadsAtOnce: number
  /** How a literal ends in N-Triples that INSERT DATA fails with; the Graph Store Protocol takes it. */
  readonly insertRefuses: readonly string[]
  /** Which literals it gives back otherwise than they were written. */
  readonly changes: readonly LiteralChange[]
  /** Gives a term of its answers the form that data usually has, where the engine keeps values and not texts. */
  readonly restored?: (term: Term) => Term
}

interface Known extends Quirks {
  /** Whether an answer is of this engine. */
  is(headers: IncomingHttpHeaders): boolean
}

const engines: readonly Known[] = [
  {
    name: 'Virtuoso',
    is: ({ server }) => /^Virtuoso\//i.test(String(server)),
    quadsAtOnce: 0,
    // SR553, in 7.2.5.
    insertRefuses: ['duration', 'yearMonthDuration'].map((type) => `^^<${prefixes.xsd}${type}>`),
    changes: changesInVirtuoso,
    restored: restoredOfVirtuoso,
  },
  {
    name: 'Apache Jena Fuseki',
    is: (headers) => headers['fuseki-request-id'] !== undefined,
    // TDB2 writes each block of its trees that a transaction changes anew: in pieces of 10 000, eight million statements
    // took 63 GB of disk.
    quadsAtOnce: 200_000,
    insertRefuses: [],
    changes: changesInTdb,
  },
]

const unknown: Quirks = { name: 'the engine', quadsAtOnce: 0, insertRefuses: [], changes: [] }

/** @param headers of any of its answers */
export function quirksOf(headers: IncomingHttpHeaders): Quirks {
  return engines.find((engine) => engine.is(headers)) ?? unknown
}

/** How an engine says that an answer with status 200 is not the whole one, as a phrase whose subject it is. */
export function cutShort(headers: IncomingHttpHeaders): string | undefined {
  // Virtuoso's ResultSetMaxRows.
  const most = headers['x-sparql-maxrows']
  if (most !== undefined) return `cuts answers short after ${most} rows: raise ResultSetMaxRows in its configuration`
  // Virtuoso's "anytime" queries.
  if (headers['x-sql-state'] !== undefined) {
    return `ran out of time and gave a part of the answer (${headers['x-sql-state']}): raise MaxQueryExecutionTime in its configuration`
  }
  return undefined
}

/** Whether a refusal means that the engine's own time for a query has passed. @param said its words */
export function gaveUp(status: number, said: string): boolean {
  // Fuseki answers 503 for that; Virtuoso 500 with S1T00, or with its estimate before it begins.
  return (status === 503 && /timed? ?out/i.test(said)) || (status >= 500 && /S1T00|estimated execution time/.test(said))
}

/**
 * How predicates begin that are commands to some engine: Jena's property functions, which may name a class of Java,
 * Virtuoso's built-in functions, and what GraphDB, Stardog, Neptune and Blazegraph have of that kind by their documentation.
 */
export const magicPredicates: readonly string[] = [
  ...['java:', 'http://jena.apache.org/', 'http://jena.hpl.hp.com/'],
  ...['bif:', 'sql:', 'http://www.openlinksw.com/schemas/'],
  ...['http://www.ontotext.com/', 'tag:stardog:', 'http://aws.amazon.com/neptune/', 'http://www.bigdata.com/'],
]

/** Whether an engine says that the same request may succeed when it is sent again. */
export function passes({ status, message }: EndpointError): boolean {
  // Virtuoso chooses one of two writers that wait for each other (SQLSTATE 40001, "Transaction deadlocked").
  return status === 503 || (status === 500 && /\b40001\b/.test(message))
}
