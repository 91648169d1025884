/**
 * What a client sends to the reconciliation service: batches of queries (Reconciliation Service API 0.2 §5.1) and queries
 * for data extension (§8.4), as JSON in a parameter. What is wrong is named with where it stands.
 */
import { inItsWords, RequestError } from '../../errors.ts'
import type { ReconciliationQuery } from '../../reconciliation/candidates.ts'
import type { AskedProperty, ExtensionQuery } from '../../reconciliation/extension.ts'
import type { QueryValue } from '../../reconciliation/property-match.ts'

/** The most queries of a batch, which the manifest tells. */
export const batchSize = 50

const defaultLimit = 10
/** Candidates that a query gets at most, however many it wants: there are no more that are anything like it. */
const mostCandidates = 50
/** Properties of a query and values of one: each is compared with those of every candidate. */
const mostProperties = 20
const mostValues = 10
/** Things and properties of an extension. */
const mostIds = 500
const mostColumns = 100

/** Characters of what someone sent that an error repeats. */
const mostRepeated = 120

const queryKeys = ['query', 'type', 'type_strict', 'limit', 'properties']
const strictness = ['any', 'all', 'should'] as const

/**
 * @param text the JSON of a batch
 * @throws RequestError `parameter-invalid` for what is no batch, `payload-too-large` for one of too many queries
 */
export function readBatch(text: string): ReadonlyMap<string, ReconciliationQuery> {
  const batch = members(parse(text, 'queries'), 'queries')
  const keys = Object.keys(batch)
  limited(keys.length, batchSize, 'queries', 'queries')
  return new Map(keys.map((key) => [key, readQuery(batch[key], `queries.${key}`)]))
}

/**
 * @param text a name, or the JSON of a query
 * @throws RequestError as `readBatch`
 */
export function readSingle(text: string): ReconciliationQuery {
  return readQuery(text.trimStart().startsWith('{') ? parse(text, 'query') : { query: text }, 'query')
}

/**
 * @param text the JSON of a query for data extension
 * @throws RequestError `parameter-invalid`, `payload-too-large`
 */
export function readExtension(text: string): ExtensionQuery {
  const { ids, properties } = members(parse(text, 'extend'), 'extend')
  const wanted = list(properties, 'extend.properties')
  const things = list(ids, 'extend.ids')
  limited(things.length, mostIds, 'ids', 'extend.ids')
  limited(wanted.length, mostColumns, 'properties', 'extend.properties')
  return {
    ids: things.map((id, index) => string(id, `extend.ids[${index}]`)),
    properties: wanted.map((property, index) => readAsked(property, `extend.properties[${index}]`)),
  }
}

function readQuery(value: unknown, where: string): ReconciliationQuery {
  const given = members(value, where)
  const unknown = Object.keys(given).find((key) => !queryKeys.includes(key))
  if (unknown) throw invalid(`${where}.${unknown}`, `is not known; a query has ${queryKeys.join(', ')}`)
  const properties = given.properties === undefined ? [] : list(given.properties, `${where}.properties`)
  limited(properties.length, mostProperties, 'properties', `${where}.properties`)
  if (given.query === undefined && !properties.length) throw invalid(where, 'needs a query or properties')
  return {
    ...(given.query !== undefined && { query: string(given.query, `${where}.query`) }),
    types: readTypes(given.type, `${where}.type`),
    typeStrict: readStrictness(given.type_strict, `${where}.type_strict`),
    limit: readLimit(given.limit, `${where}.limit`),
    properties: properties.map((property, index) => readProperty(property, `${where}.properties[${index}]`)),
  }
}

function readTypes(type: unknown, where: string): string[] {
  if (type === undefined) return []
  // Forms have an empty type for none.
  return several(type, where)
    .map((id) => string(id, where))
    .filter(Boolean)
}

function readStrictness(given: unknown, where: string): ReconciliationQuery['typeStrict'] {
  if (given === undefined) return 'should'
  const known = strictness.find((name) => name === given)
  if (!known) throw invalid(where, `must be one of ${strictness.join(', ')}`)
  return known
}

function readLimit(given: unknown, where: string): number {
  if (given === undefined) return defaultLimit
  if (!Number.isInteger(given) || (given as number) < 1) throw invalid(where, 'must be a positive integer')
  return Math.min(given as number, mostCandidates)
}

function readProperty(value: unknown, where: string): ReconciliationQuery['properties'][number] {
  const { pid, v } = members(value, where)
  if (v === undefined) throw invalid(`${where}.v`, 'is missing')
  const values = several(v, `${where}.v`)
  return { pid: string(pid, `${where}.pid`), values: values.map((one) => readValue(one, `${where}.v`)) }
}

function readValue(value: unknown, where: string): QueryValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  const { id, name } = members(value, where)
  return { id: string(id, `${where}.id`), ...(name !== undefined && { name: string(name, `${where}.name`) }) }
}

function readAsked(value: unknown, where: string): AskedProperty {
  const { id, settings } = members(value, where)
  const { limit: most, content: told } = members(settings ?? {}, `${where}.settings`)
  const content = told ?? 'literal'
  if (content !== 'literal' && content !== 'id') {
    throw invalid(`${where}.settings.content`, 'must be literal or id')
  }
  // Forms send numbers as text, and nothing as an empty one.
  const limit = Number(most ?? 0)
  if (!['number', 'string', 'undefined'].includes(typeof (most ?? 0)) || !Number.isInteger(limit) || limit < 0) {
    throw invalid(`${where}.settings.limit`, 'must be a whole number, 0 for no limit')
  }
  return { id: string(id, `${where}.id`), limit, content }
}

function parse(text: string, parameter: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid(parameter, `is no JSON: ${(error as Error).message}`)
  }
}

function members(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(where, 'must be an object')
  return value as Record<string, unknown>
}

function list(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw invalid(where, 'must be an array')
  return value
}

/** One value, or an array of some. */
function several(value: unknown, where: string): readonly unknown[] {
  const values = Array.isArray(value) ? value : [value]
  limited(values.length, mostValues, 'values', where)
  return values
}

function string(value: unknown, where: string): string {
  if (typeof value !== 'string') throw invalid(where, 'must be a string')
  return value
}

function limited(count: number, most: number, what: string, where: string): void {
  if (count > most)
    throw new RequestError(
      'payload-too-large',
      inItsWords(`${short(where)}: ${count} ${what}, at most ${most} at once.`, 'La requête demande trop à la fois'),
    )
}

function invalid(where: string, what: string): RequestError {
  return new RequestError(
    'parameter-invalid',
    inItsWords(`${short(where)} ${what}.`, 'Ce qui est envoyé n’est pas valide'),
  )
}

/** What someone sent, as far as an error repeats it. */
function short(text: string): string {
  return text.length > mostRepeated ? `${text.slice(0, mostRepeated)}…` : text
}
