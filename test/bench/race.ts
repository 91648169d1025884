/**
 * Contestants answer the same questions in turn, so that what else the machine does meets all alike. An answer's time
 * only counts when the answer is right.
 */
import { type Answer, difference, partDifference, readAnswer } from './answers.ts'
import type { Planet } from './planet/size.ts'
import { type Query, type Question, questionOf } from './queries.ts'

export interface Contestant {
  readonly name: string
  ask(text: string, query: Query): Promise<Reply>
}

export interface Reply {
  /** From the query's text to the last byte of the answer. */
  readonly ms: number
  readonly text: string
}

/** One contestant's times for one query, or why there are none. */
export interface Lane {
  readonly contestant: string
  readonly times: readonly number[]
  readonly fault: string | undefined
}

export interface Heat {
  readonly query: string
  /** In the median; undefined where the first contestant has no answer. */
  readonly rows: number | undefined
  readonly lanes: readonly Lane[]
}

export interface RaceOptions {
  readonly planet: Planet
  readonly queries: readonly Query[]
  readonly rounds: number
  /** What parameters are drawn with. */
  readonly seed: number
}

/** Milliseconds that a contestant spends on a query in a round: what takes long is asked once. */
const turnMs = 25
const mostInTurn = 50
const warmUpMs = 150
/** What takes longer is not asked three times to warm it up. */
const slowMs = 2000

/** @param contestants the first one's answers are what those of the others are compared with */
export async function race(contestants: readonly Contestant[], options: RaceOptions): Promise<readonly Heat[]> {
  const heats = options.queries.map((query) => new RunningHeat(query, contestants, options))
  for (const heat of heats) await heat.warmUp()
  for (let round = 1; round <= options.rounds; round++) {
    console.error(`round ${round} of ${options.rounds}`)
    for (const heat of heats) await heat.turn()
  }
  return heats.map((heat) => heat.finish())
}

class Runner {
  readonly contestant: Contestant
  readonly times: number[] = []
  fault: string | undefined
  /** How often it is asked in a round. */
  often = 1

  constructor(contestant: Contestant) {
    this.contestant = contestant
  }

  async ask(text: string, query: Query): Promise<Reply | undefined> {
    try {
      return await this.contestant.ask(text, query)
    } catch (error) {
      this.fault ??= (error as Error).message
      return undefined
    }
  }
}

class RunningHeat {
  readonly #query: Query
  readonly #options: RaceOptions
  readonly #runners: readonly Runner[]
  #repetition = 0
  #rows: number[] = []

  constructor(query: Query, contestants: readonly Contestant[], options: RaceOptions) {
    this.#query = query
    this.#options = options
    this.#runners = contestants.map((contestant) => new Runner(contestant))
  }

  async warmUp(): Promise<void> {
    for (const runner of this.#runners) {
      const started = performance.now()
      const isWarm = (count: number) => performance.now() - started > (count < 3 ? slowMs : warmUpMs)
      for (let count = 0; !runner.fault && (!count || !isWarm(count)); count++) {
        const reply = await runner.ask(this.#next().text, this.#query)
        if (reply) runner.often = Math.min(mostInTurn, Math.max(1, Math.floor(turnMs / reply.ms)))
      }
    }
    const [first] = this.#runners
    first!.often = Math.max(...this.#runners.map(({ often }) => often))
  }

  async turn(): Promise<void> {
    const most = this.#runners[0]!.often
    for (let count = 0; count < most; count++) await this.#ask(count)
  }

  finish(): Heat {
    const lanes = this.#runners.map(({ contestant, times, fault }) => ({ contestant: contestant.name, times, fault }))
    return { query: this.#query.name, rows: this.#rows.length ? median(this.#rows) : undefined, lanes }
  }

  #next(): Question {
    return questionOf(this.#query, this.#options.seed, this.#repetition++, this.#options.planet)
  }

  async #ask(count: number): Promise<void> {
    const question = this.#next()
    const asked = this.#runners.filter(({ often, fault }) => count < often && !fault)
    // None is always the first one after a pause.
    const turned = asked.map((_, index) => asked[(index + this.#repetition) % asked.length]!)
    const replies = new Map<Runner, Reply>()
    for (const runner of turned) {
      const reply = await runner.ask(question.text, this.#query)
      if (reply) replies.set(runner, reply)
    }
    const [first] = this.#runners
    const reference = replies.get(first!)
    if (!reference) return
    const { form, limit } = this.#query
    const expected = readAnswer(reference.text, form, question.isOrdered)
    this.#rows.push(expected.length)
    // What a LIMIT chooses from is long: looked at once a turn.
    const whole = limit !== undefined && count === 0 ? await first!.ask(question.whole, this.#query) : undefined
    const check = (answer: Answer) => {
      if (limit === undefined) return difference(answer, expected)
      if (whole) return partDifference(answer, readAnswer(whole.text, form), limit)
      return answer.length === expected.length ? undefined : `${answer.length} rows, not ${expected.length}`
    }
    for (const [runner, { ms, text }] of replies) {
      const fault = check(readAnswer(text, form, question.isOrdered))
      if (fault) runner.fault = `differs (${question.text.split('\n', 1)[0]}): ${fault}`
      else runner.times.push(ms)
    }
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
