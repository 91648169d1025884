/** Queries grown from the grammar are read, broken ones are read or refused, and nothing else ever happens. */
import { expect, test } from 'vitest'
import { RequestError } from '../../../src/errors.ts'
import { parse } from '../../../src/query/syntax/parse.ts'
import { generateQuery } from '../../fuzz/grammar/grammar.ts'
import { mutate } from '../../fuzz/mutate.ts'
import { Random } from '../../fuzz/random.ts'

const baseIri = 'http://fuzz.example/'

function faultOf(text: string): string | undefined {
  try {
    parse(text, { baseIri, isFunction: () => true })
    return undefined
  } catch (error) {
    if (!(error instanceof RequestError)) throw new Error(text, { cause: error })
    return `${error.message}: ${text}`
  }
}

test('whole queries are read', () => {
  const texts = Array.from({ length: 2000 }, (_, index) => generateQuery(new Random(1, index)).text)
  expect(texts.flatMap((text) => faultOf(text) ?? [])).toEqual([])
})

test('broken ones are read or refused', () => {
  for (let index = 0; index < 2000; index++) {
    const random = new Random(2, index)
    const { text } = generateQuery(random)
    faultOf(mutate(random, text))
    faultOf(text.slice(0, random.int(0, text.length)))
  }
})
