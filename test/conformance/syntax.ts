/**
 * Syntax tests: a positive one is a query that parses, whatever else the endpoint refuses it for (SERVICE), a negative
 * one is malformed.
 */
import { RequestError } from '../../src/errors.ts'
import { parse } from '../../src/query/syntax/parse.ts'
import type { TestCase } from './manifest.ts'
import { failed, type Outcome, passed } from './outcome.ts'
import type { Library } from './suites.ts'

export async function runSyntax(library: Library, test: TestCase): Promise<Outcome> {
  const fault = malformation(await library.text(test.query!), test.query!)
  if (test.type.startsWith('Negative')) return fault ? passed : failed('parsed, but it is malformed')
  return fault ? failed(fault) : passed
}

function malformation(text: string, baseIri: string): string | undefined {
  try {
    // A name that stands for no function here is one elsewhere.
    parse(text, { baseIri, isFunction: () => true })
    return undefined
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return error.code === 'query-refused' ? undefined : error.message
  }
}
