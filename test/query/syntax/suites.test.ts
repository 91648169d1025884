/** The W3C's syntax tests, and that every query of their evaluation tests is read. */
import { describe, expect, test } from 'vitest'
import { RequestError } from '../../../src/errors.ts'
import { parse } from '../../../src/query/syntax/parse.ts'
import { readSuite, type TestCase } from '../../conformance/manifest.ts'
import { findSuites, Library, missingSuites, suiteNames } from '../../conformance/suites.ts'

const folder = findSuites(process.env)
if (!folder) console.warn(missingSuites(process.env))

function faultOf(text: string, baseIri: string): string | undefined {
  try {
    parse(text, { baseIri, isFunction: () => true })
    return undefined
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return error.message
  }
}

const isUpdate = ({ type, query }: TestCase) => type.includes('Update') || query?.endsWith('.ru')

describe.skipIf(!folder).each(suiteNames)('%s', (suite) => {
  test('positive tests parse, negative ones do not', async () => {
    const library = new Library(folder!)
    const tests = (await readSuite(library, suite)).filter((each) => each.query && !isUpdate(each))
    expect(tests.length).toBeGreaterThan(100)
    const wrong: string[] = []
    for (const { query, type } of tests) {
      const text = await library.text(query!)
      const fault = faultOf(text, query!)
      if (type.startsWith('Negative') !== (fault !== undefined)) wrong.push(`${query}: ${fault ?? 'parsed'}`)
    }
    expect(wrong).toEqual([])
  })
})
