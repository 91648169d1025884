/**
 * A pattern read character by character.
 */
import { InvalidPattern } from './invalid-pattern.ts'

export class Reader {
  readonly #pattern: string
  readonly #characters: readonly string[]
  #at = 0

  constructor(pattern: string) {
    this.#pattern = pattern
    this.#characters = [...pattern]
  }

  /** The character `ahead` of the next one; undefined after the end. */
  peek(ahead = 0): string | undefined {
    return this.#characters[this.#at + ahead]
  }

  /** The next character. @throws InvalidPattern at the end */
  take(): string {
    const character = this.#characters[this.#at++]
    if (character === undefined) throw this.invalid('it ends too early')
    return character
  }

  /** Whether this character is next; then it is taken. */
  takeIf(character: string): boolean {
    if (this.peek() !== character) return false
    this.#at++
    return true
  }

  /** The longest run of characters that the test accepts. */
  takeWhile(test: RegExp): string {
    const start = this.#at
    while (this.peek() !== undefined && test.test(this.peek()!)) this.#at++
    return this.#characters.slice(start, this.#at).join('')
  }

  /** err:FORX0002, with the place. */
  invalid(why: string): InvalidPattern {
    return new InvalidPattern(`${this.#pattern} is no pattern of XPath: ${why} (character ${this.#at}).`)
  }
}
