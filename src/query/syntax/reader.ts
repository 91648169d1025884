/** The tokens of a query one by one, and the sentences for those that stand where they must not. */
import { type Tokens, tokenize } from './lexer.ts'
import { malformed } from './position.ts'
import type { Kind } from './tokens.ts'

export class Reader {
  readonly text: string
  /** Of the token that is next. */
  kind: Kind
  readonly #tokens: Tokens
  #index = 0

  constructor(text: string) {
    this.text = text
    this.#tokens = tokenize(text)
    this.kind = this.#tokens.kinds[0]!
  }

  /** The most brackets inside each other. */
  get deepest(): number {
    return this.#tokens.deepest
  }

  /** Where the next token begins. */
  get offset(): number {
    return this.#tokens.starts[this.#index]!
  }

  /** Where the last token that was taken ends. */
  get taken(): number {
    return this.#tokens.ends[this.#index - 1] ?? 0
  }

  /** Where the token after the next begins. */
  get next(): number {
    return this.#tokens.starts[this.#index + 1] ?? this.text.length
  }

  /** The kind of the token after the next. */
  get following(): Kind {
    return this.#tokens.kinds[this.#index + 1] ?? 'END'
  }

  /** The next token as it is written. */
  get written(): string {
    return this.text.slice(this.#tokens.starts[this.#index], this.#tokens.ends[this.#index])
  }

  advance(): void {
    this.kind = this.#tokens.kinds[++this.#index]!
  }

  /** Takes the next token as it is written. */
  take(): string {
    const { written } = this
    this.advance()
    return written
  }

  /** Takes the next token if it is of a kind. */
  accept(kind: Kind): boolean {
    if (this.kind !== kind) return false
    this.advance()
    return true
  }

  expect(kind: Kind): void {
    if (!this.accept(kind)) this.unexpected(quoted(kind))
  }

  /** @param expected what could stand here, in words */
  unexpected(...expected: readonly string[]): never {
    if (this.kind === 'UNCLOSED') this.fail('The string that begins here has no end.')
    const last = expected.at(-1)!
    const list = expected.length > 1 ? `${expected.slice(0, -1).join(', ')} or ${last}` : last
    const found = this.kind === 'END' ? 'The query ends' : `${quoted(this.#found())} stands`
    this.fail(`${found} where ${list} is expected.`)
  }

  fail(sentence: string, offset = this.offset): never {
    throw malformed(this.text, offset, sentence)
  }

  /** The whole word, even where a keyword begins it; long tokens are cut. */
  #found(): string {
    const word = /[\p{L}\p{N}_]+/uy
    word.lastIndex = this.offset
    const found = word.exec(this.text)?.[0] ?? ''
    const whole = found.length > this.written.length ? found : this.written
    return whole.length > 40 ? `${whole.slice(0, 40)}…` : whole
  }
}

function quoted(words: string): string {
  return `“${words}”`
}
