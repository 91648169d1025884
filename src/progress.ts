/**
 * How far a long run is: one line that changes on a terminal, a line a step elsewhere.
 */

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

const barWidth = 24

export class Progress {
  readonly #output: Output
  readonly #total: number
  #done = 0

  constructor(output: Output, total: number) {
    this.#output = output
    this.#total = total
  }

  /** Another step begins. */
  step(name: string): void {
    this.#done += 1
    const count = `${this.#done}/${this.#total} ${name}`
    if (!this.#output.isTTY) return void this.#output.write(`${count}\n`)
    const filled = Math.round((barWidth * this.#done) / this.#total)
    // A terminal that does not know its width says 0.
    const bar = `[${'#'.repeat(filled)}${' '.repeat(barWidth - filled)}] ${count}`
    this.#output.write(`\r\u001b[K${bar.slice(0, (this.#output.columns || 80) - 1)}`)
  }

  /** A sentence that stays. */
  say(sentence: string): void {
    this.#output.write(this.#output.isTTY ? `\r\u001b[K${sentence}\n` : `${sentence}\n`)
  }

  end(): void {
    if (this.#output.isTTY) this.#output.write('\r\u001b[K')
  }
}
