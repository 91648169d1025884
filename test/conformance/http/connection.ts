/**
 * The requests of a test and what should come back, from its manifest (HTTP Vocabulary in RDF, https://www.w3.org/TR/HTTP-in-RDF10/).
 */
import type { Term } from '../../../src/rdf/environment.ts'
import { type Facts, vocabulary } from '../facts.ts'
import type { TestCase } from '../manifest.ts'

const { mf, ht, cnt } = vocabulary

export interface Request {
  readonly method: string
  /** With the query string: `/sparql/?query=…` or `/gsp?default`. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Buffer
  readonly expected: Expected
}

export interface Expected {
  /** Status codes, or their first digit: `404`, `2`. Any of them will do. */
  readonly statuses: readonly string[]
  readonly boolean?: boolean
  /** `boolean`, `tabular` or `RDF`. */
  readonly format?: string
  readonly contentType?: string
  /** The graph that the body states. */
  readonly body?: string
}

const statuses: Readonly<Record<string, string>> = { OK: '200', Created: '201', NoContent: '204', NotFound: '404' }

/**
 * The requests of a test, in order.
 * @throws Error for a test that has none
 */
export function readRequests({ facts, node }: TestCase): Request[] {
  const action = facts.one(node, mf('action'))
  const requests = action ? facts.list(action, ht('requests')) : []
  if (!requests.length) throw new Error('the manifest names no requests')
  return requests.map((request) => readRequest(facts, request))
}

function readRequest(facts: Facts, request: Term): Request {
  const response = facts.one(request, ht('resp'))!
  const boolean = facts.text(response, mf('expectedBoolean'))
  const format = facts.text(response, mf('expectedFormat'))
  const contentType = readHeaders(facts, response)['content-type']
  const expectedBody = readBody(facts, response)?.toString()
  const body = readBody(facts, request)
  return {
    method: facts.text(request, ht('methodName'))!,
    path: facts.text(request, ht('absolutePath'))!,
    headers: readHeaders(facts, request),
    ...(body && { body }),
    expected: {
      statuses: facts.all(response, mf('expectedStatus')).map(({ value }) => readStatus(value)),
      ...(boolean !== undefined && { boolean: boolean === 'true' }),
      ...(format !== undefined && { format }),
      ...(contentType !== undefined && { contentType }),
      ...(expectedBody !== undefined && { body: expectedBody }),
    },
  }
}

function readHeaders(facts: Facts, message: Term): Record<string, string> {
  const fields = facts.list(message, ht('headers'))
  return Object.fromEntries(
    fields.map((field) => [facts.text(field, ht('fieldName'))!, facts.text(field, ht('fieldValue'))!]),
  )
}

/** The bytes of a body, in the encoding that the manifest asks for: UTF-16 with its byte order mark. */
function readBody(facts: Facts, message: Term): Buffer | undefined {
  const body = facts.one(message, ht('body'))
  const text = body && facts.text(body, cnt('chars'))
  if (text === undefined) return undefined
  const utf16 = facts.text(body!, cnt('characterEncoding')) === 'UTF-16'
  return utf16 ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text)
}

/** `…#StatusCode2xx` and `…#NotFound` are how HTTP Vocabulary names them. */
function readStatus(iri: string): string {
  const name = iri.replace(/^.*#/, '')
  const status = /^StatusCode(\d)xx$/.exec(name)?.[1] ?? statuses[name]
  if (!status) throw new Error(`the status ${name} is unknown`)
  return status
}
