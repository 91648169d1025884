/**
 * XPath's regular expressions (XPath Functions and Operators 3.1 §5.6.1, on the grammar of XML Schema 1.1 Part 2 §G)
 * in RE2's notation. Every character and class is translated to the set of code points that it stands for, so that
 * nothing is left to what RE2 means by the same letters.
 */
import { RequestError } from '../../errors.ts'
import { withCaseVariants } from './case-variants.ts'
import { readCharacterClass } from './character-class.ts'
import { allCodePoints, type CodePoints, complement, range, toRe2, union } from './code-points.ts'
import { readEscape } from './escapes.ts'
import { checkLength, checkSize, deepest } from './limits.ts'
import { Reader } from './reader.ts'
import { type Fragment, repeat } from './repetition.ts'

export interface Translation {
  /** Whether groups are to be told apart: only a replacement asks for them. */
  readonly captures: boolean
  /** The letters i, m, s, x and q (§5.6.2). */
  readonly flags: string
  /** What a class stands for in the text that is searched, where that is not the class itself. */
  readonly encode: (set: CodePoints) => CodePoints
  readonly lineStart: string
  readonly lineEnd: string
}

/** @throws InvalidPattern (err:FORX0002), RequestError `query-refused` for a back-reference, `query-too-large` */
export function translate(pattern: string, options: Translation): string {
  checkLength(pattern)
  const translator = new Translator(pattern, options)
  return options.flags.includes('q') ? translator.literally() : translator.regularExpression()
}

class Translator {
  readonly #reader: Reader
  readonly #options: Translation
  readonly #ignoreCase: boolean
  readonly #anyCharacter: CodePoints
  #units = 0
  /** Groups that have begun, and the numbers of those that have ended. */
  #groups = 0
  readonly #ended = new Set<number>()

  constructor(pattern: string, options: Translation) {
    const { flags } = options
    this.#reader = new Reader(flags.includes('x') && !flags.includes('q') ? withoutSpace(pattern) : pattern)
    this.#options = options
    this.#ignoreCase = flags.includes('i')
    this.#anyCharacter = flags.includes('s') ? allCodePoints : complement(union(range(0xa), range(0xd)))
  }

  /** Flag q: every character stands for itself. */
  literally(): string {
    let source = ''
    while (this.#reader.peek() !== undefined) source += this.#character(this.#reader.take()).source
    return source
  }

  regularExpression(): string {
    const { source } = this.#branches(0)
    if (this.#reader.peek() !== undefined) throw this.#reader.invalid('a bracket is closed that was not opened')
    return source
  }

  /** regExp: branches with | between them. */
  #branches(depth: number): Fragment {
    deepest(depth)
    const branches = [this.#branch(depth)]
    while (this.#reader.takeIf('|')) branches.push(this.#branch(depth))
    return joined(branches, '|')
  }

  #branch(depth: number): Fragment {
    const pieces: Fragment[] = []
    while (this.#reader.peek() !== undefined && !'|)'.includes(this.#reader.peek()!)) pieces.push(this.#piece(depth))
    return joined(pieces, '')
  }

  /** An atom and its quantifier. */
  #piece(depth: number): Fragment {
    const atom = this.#atom(depth)
    const quantity = this.#quantity()
    if (!quantity) return atom
    const lazy = this.#reader.takeIf('?') ? '?' : ''
    const [min, max] = quantity
    checkSize(atom.atoms * Math.max(1, max ?? min), atom.source.length)
    const repeated = repeat(atom, min, max, lazy)
    checkSize(repeated.atoms, repeated.source.length)
    return repeated
  }

  #quantity(): readonly [min: number, max: number | undefined] | undefined {
    if (this.#reader.takeIf('?')) return [0, 1]
    if (this.#reader.takeIf('*')) return [0, undefined]
    if (this.#reader.takeIf('+')) return [1, undefined]
    if (!this.#reader.takeIf('{')) return undefined
    const min = this.#number()
    const max = !this.#reader.takeIf(',') ? min : this.#reader.peek() === '}' ? undefined : this.#number()
    if (!this.#reader.takeIf('}')) throw this.#reader.invalid('the braces of a repetition are not closed')
    if (max !== undefined && max < min) throw this.#reader.invalid('a repetition ends before it begins')
    return [min, max]
  }

  #number(): number {
    const digits = this.#reader.takeWhile(/[0-9]/)
    if (!digits) throw this.#reader.invalid('a repetition has a number')
    return Number(digits)
  }

  #atom(depth: number): Fragment {
    const character = this.#reader.take()
    switch (character) {
      case '^':
        return anchor(this.#options.lineStart)
      case '$':
        return anchor(this.#options.lineEnd)
      case '.':
        return this.#set(this.#anyCharacter)
      case '[':
        return this.#set(readCharacterClass(this.#reader, this.#ignoreCase))
      case '(':
        return this.#group(depth)
      case '\\':
        return this.#escape()
      case '*':
      case '+':
      case '?':
      case '{':
        throw this.#reader.invalid('there is nothing to repeat')
      case '}':
      case ']':
        throw this.#reader.invalid(`a ${character} that stands for itself is written \\${character}`)
      default:
        return this.#character(character)
    }
  }

  #escape(): Fragment {
    if (/[1-9]/.test(this.#reader.peek() ?? '')) throw this.#backReference()
    const { set, single } = readEscape(this.#reader)
    return this.#set(single && this.#ignoreCase ? withCaseVariants(set) : set)
  }

  /** As many digits as there are groups (§5.6.1); a group has to end before it is referred to. */
  #backReference(): Error {
    let number = Number(this.#reader.take())
    while (/[0-9]/.test(this.#reader.peek() ?? '') && number * 10 + Number(this.#reader.peek()) <= this.#groups) {
      number = number * 10 + Number(this.#reader.take())
    }
    if (!this.#ended.has(number)) return this.#reader.invalid(`there is no group ${number} that has ended`)
    return new RequestError('query-refused', {
      en: 'A pattern refers back to a group, which no engine does in linear time. Write it without.',
      fr: 'Un motif renvoie à un groupe, ce qu’aucun moteur ne fait en temps linéaire. Écrivez-le sans.',
    })
  }

  #group(depth: number): Fragment {
    let capturing = true
    if (this.#reader.takeIf('?')) {
      if (!this.#reader.takeIf(':')) throw this.#reader.invalid('of the groups that begin with ? there is only (?:')
      capturing = false
    }
    if (capturing) this.#groups++
    const number = this.#groups
    const inside = this.#branches(depth + 1)
    if (!this.#reader.takeIf(')')) throw this.#reader.invalid('a bracket is not closed')
    if (capturing) this.#ended.add(number)
    const captures = capturing && this.#options.captures
    return {
      ...inside,
      source: `(${captures ? '' : '?:'}${inside.source})`,
      captures: inside.captures || captures,
    }
  }

  #character(character: string): Fragment {
    const set = range(character.codePointAt(0)!)
    return this.#set(this.#ignoreCase ? withCaseVariants(set) : set)
  }

  #set(set: CodePoints): Fragment {
    const source = toRe2(this.#options.encode(set))
    this.#units += source.length
    checkSize(1, this.#units)
    return { source, atoms: 1, repeats: 1, captures: false }
  }
}

function anchor(source: string): Fragment {
  return { source, atoms: 1, repeats: 1, captures: false }
}

function joined(parts: readonly Fragment[], between: string): Fragment {
  const whole = {
    source: parts.map(({ source }) => source).join(between),
    atoms: parts.reduce((sum, { atoms }) => sum + atoms, 0),
    repeats: Math.max(1, ...parts.map(({ repeats }) => repeats)),
    captures: parts.some(({ captures }) => captures),
  }
  checkSize(whole.atoms, whole.source.length)
  return whole
}

/** Flag x: white space outside of character classes means nothing (§5.6.2). */
function withoutSpace(pattern: string): string {
  let kept = ''
  let depth = 0
  for (const [part] of pattern.matchAll(/\\[\t\n\r ]*.|./gsu)) {
    if (part === '[') depth++
    else if (part === ']') depth--
    kept += depth > 0 ? part : part.replaceAll(/[\t\n\r ]/g, '')
  }
  return kept
}
