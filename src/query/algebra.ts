/**
 * Questions about a query's algebra (SPARQL 1.1 §18.2) and the one change that the protocol makes to it.
 */
import type { toAlgebra } from '@traqula/algebra-sparql-1-2'
import { type NamedNode, rdf } from '../rdf/environment.ts'

/** An operation of the SPARQL algebra, its terms RDF/JS terms. */
export type Operation = ReturnType<typeof toAlgebra>

/** Part of an algebra: an operation, an expression, a path. */
interface Part {
  readonly type: string
  readonly [member: string]: unknown
}

/** The RDF dataset of a query as the protocol names it (SPARQL 1.1 Protocol §2.1.4). */
export interface DatasetClause {
  readonly defaultGraphs: readonly string[]
  readonly namedGraphs: readonly string[]
}

/** Every part of an algebra, in expressions (EXISTS) and paths too. */
export function* parts(value: unknown): Generator<Part> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) {
    if ('termType' in value && value.termType !== 'Quad') return
    if ('type' in value && typeof value.type === 'string') yield value as Part
  }
  for (const member of Object.values(value)) yield* parts(member)
}

export function mentions(operation: Operation, type: string): boolean {
  return parts(operation).some((part) => part.type === type)
}

/** Functions whose value is another one each time that they are asked. */
const changing = new Set(['now', 'rand', 'uuid', 'struuid', 'bnode'])

/** Whether the same query over the same data has the same answer. */
export function isDeterministic(operation: Operation): boolean {
  return !parts(operation).some(
    ({ type, operator }) => type === 'service' || (type === 'expression' && changing.has(String(operator))),
  )
}

/** How many triple patterns and paths a query has: what planning takes its time from. */
export function patternCount(operation: Operation): number {
  return parts(operation).reduce((sum, { type }) => sum + (type === 'pattern' || type === 'path' ? 1 : 0), 0)
}

/** How many branches the unions of a query have. */
export function branchCount(operation: Operation): number {
  return parts(operation).reduce(
    (sum, { type, input }) => sum + (type === 'union' ? (input as unknown[]).length : 0),
    0,
  )
}

/**
 * The query without REDUCED, which allows duplicates and asks for nothing (SPARQL 1.1 §18.5): Comunica's own drops
 * solutions that are not duplicates.
 */
export function withoutReduced<T>(value: T): T {
  if (typeof value !== 'object' || value === null || 'termType' in value) return value
  if (Array.isArray(value)) return value.map(withoutReduced) as T
  if ('type' in value && value.type === 'reduced') return withoutReduced((value as unknown as { input: T }).input)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutReduced(member)])) as T
}

/** The query over the dataset that the protocol names, in the place of its own FROM clauses (Protocol §2.1.4). */
export function overDataset(operation: Operation, { defaultGraphs, namedGraphs }: DatasetClause): Operation {
  const part = operation as unknown as Part
  const input = part.type === 'from' ? (part.input as Operation) : operation
  if (!defaultGraphs.length && !namedGraphs.length) return operation
  const terms = (iris: readonly string[]): NamedNode[] => iris.map((iri) => rdf.namedNode(iri))
  return { type: 'from', input, default: terms(defaultGraphs), named: terms(namedGraphs) } as unknown as Operation
}
