/**
 * Where Comunica's functions differ from the standard or from what a public endpoint can bear, ours take their place.
 */
import { ExpressionFunctionConcat } from '@comunica/actor-function-factory-expression-concat/lib/ExpressionFunctionConcat.js'
import { TermFunctionRegex } from '@comunica/actor-function-factory-term-regex'
import { TermFunctionReplace } from '@comunica/actor-function-factory-term-replace/lib/TermFunctionReplace.js'
import { ExpressionError } from '@comunica/utils-expression-evaluator'
import { InvalidPattern, matches, replace } from './regex.ts'

interface Stringly {
  readonly language?: string
  readonly direction?: string
}

/** The members that are replaced; Comunica calls them private, but they are where its functions do their work. */
interface Replaceable {
  matches: (text: string, pattern: string, flags?: string) => boolean
  replace: (text: string, pattern: string, replacement: string, flags?: string) => string
  langAllEqual: (strings: readonly Stringly[]) => boolean
}

/** Once a process: the classes are shared by every engine in it. */
export function replaceFunctions(): void {
  const regex = TermFunctionRegex as unknown as Pick<Replaceable, 'matches'>
  const replacing = TermFunctionReplace as unknown as Pick<Replaceable, 'replace'>
  const concat = ExpressionFunctionConcat as unknown as Pick<Replaceable, 'langAllEqual'>
  // Its regular expressions backtrack, and an invalid one ends the whole query.
  regex.matches = (text, pattern, flags = '') => ofRow(() => matches(text, pattern, flags))
  replacing.replace = (text, pattern, replacement, flags = '') =>
    ofRow(() => replace(text, pattern, replacement, flags))
  // Strings of one language but of several directions have no language together (SPARQL 1.2 §17.4.3.12).
  concat.langAllEqual = (strings) =>
    strings.length > 0 &&
    strings.every(({ language, direction }) => language === strings[0]!.language && direction === strings[0]!.direction)
}

function ofRow<T>(call: () => T): T {
  try {
    return call()
  } catch (error) {
    throw error instanceof InvalidPattern ? new ExpressionError(error.message) : error
  }
}
