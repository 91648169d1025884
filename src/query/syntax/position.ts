/** Where in a query text something is, and what is wrong there. */
import { inItsWords, RequestError } from '../../errors.ts'

/** Line and column of an offset, counted from 1. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

export function malformed(text: string, offset: number, sentence: string): RequestError {
  return new RequestError(
    'query-malformed',
    inItsWords(sentence, 'La requête ne peut pas être lue'),
    positionOf(text, offset),
  )
}
